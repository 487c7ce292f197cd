// Staff surveys (rule point 10.2): who may answer once, and what waits until the survey has closed.

export const surveyStaff = {
  id: '0015-survey-staff',
  statements: [
    // No rowid, no time, no name; the place of a row is that of a keyed hash of random bits, so it says nothing either.
    `CREATE TABLE survey_tokens (
      survey TEXT NOT NULL,
      token_hash BLOB NOT NULL,
      used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1)),
      PRIMARY KEY (survey, token_hash)
    ) STRICT, WITHOUT ROWID`,
    // One row a survey, made with the first invitations and written anew with each answer. `threshold` is what was
    // promised then: the content may change its mind, this does not.
    `CREATE TABLE survey_pools (
      survey TEXT PRIMARY KEY,
      threshold INTEGER NOT NULL CHECK (threshold >= 3),
      sealed BLOB NOT NULL
    ) STRICT, WITHOUT ROWID`,
  ],
};

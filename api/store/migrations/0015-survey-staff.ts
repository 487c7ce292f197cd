// Staff surveys (rule point 10.2): one-time rights to answer, and the answers that wait until the survey has
// closed.

export const surveyStaff = {
  id: '0015-survey-staff',
  statements: [
    // No rowid, no time, no name; the position of a row follows from a keyed hash of random bits, so it
    // reveals nothing.
    `CREATE TABLE survey_tokens (
      survey TEXT NOT NULL,
      token_hash BLOB NOT NULL,
      used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1)),
      PRIMARY KEY (survey, token_hash)
    ) STRICT, WITHOUT ROWID`,
    // One row per survey, created with the first invitations and rewritten with each answer. `threshold` is
    // what was promised then: the content may change later, this does not.
    `CREATE TABLE survey_pools (
      survey TEXT PRIMARY KEY,
      threshold INTEGER NOT NULL CHECK (threshold >= 3),
      sealed BLOB NOT NULL
    ) STRICT, WITHOUT ROWID`,
  ],
};

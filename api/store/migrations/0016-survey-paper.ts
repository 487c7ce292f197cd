// Paper sheets: first readings that wait for the second, and saved ones, so that a sheet is saved once.

export const surveyPaper = {
  id: '0016-survey-paper',
  statements: [
    // Sealed to the office; the row is deleted when the second reading is stored, and nothing connects it to
    // the answers.
    `CREATE TABLE survey_paper (
      survey TEXT NOT NULL,
      serial INTEGER NOT NULL,
      version INTEGER NOT NULL,
      month TEXT NOT NULL,
      entered_by TEXT NOT NULL,
      entered_on TEXT NOT NULL,
      window_id TEXT NOT NULL,
      wrapped_key BLOB NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (survey, serial)
    ) STRICT, WITHOUT ROWID`,
    // A number used on a sheet is never reused.
    'CREATE TABLE survey_paper_serials (survey TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    // By the key of one filling-in of the form; also how many sheets a person has entered today. Kept for some weeks.
    `CREATE TABLE survey_paper_saved (
      idempotency_hash BLOB PRIMARY KEY,
      content_digest BLOB NOT NULL,
      survey TEXT NOT NULL,
      person TEXT NOT NULL,
      day TEXT NOT NULL,
      serial INTEGER
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX survey_paper_saved_by_day ON survey_paper_saved (day, survey, person)',
  ],
};

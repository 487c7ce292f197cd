// Survey answers without a connection from a receipt to the answers, and results from kept counts. Tables
// have no row numbers: keys are random or hashed, so that the order of rows does not reveal the order of
// people.

export const surveys = {
  id: '0014-surveys',
  statements: [
    // What was asked, as of the first answer of a version; the anonymity promised then applies from then on.
    `CREATE TABLE survey_versions (
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      definition TEXT NOT NULL,
      audience TEXT NOT NULL CHECK (audience IN ('public', 'kiosk', 'staff')),
      threshold INTEGER NOT NULL,
      PRIMARY KEY (survey, version)
    ) STRICT, WITHOUT ROWID`,
    // Exactly once. \`turn\` marks the batch that stored it, and is gone when that batch ends.
    `CREATE TABLE survey_receipts (
      idempotency_hash BLOB PRIMARY KEY,
      survey TEXT NOT NULL,
      reference TEXT NOT NULL UNIQUE,
      received_on TEXT NOT NULL,
      receipt TEXT NOT NULL,
      content_digest BLOB NOT NULL,
      turn BLOB
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE survey_answers (
      id BLOB PRIMARY KEY,
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      month TEXT NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('web', 'kiosk', 'paper')),
      flags TEXT NOT NULL,
      answers TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE survey_texts (
      id BLOB PRIMARY KEY,
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      month TEXT NOT NULL,
      question TEXT NOT NULL,
      rating INTEGER,
      window_id TEXT NOT NULL,
      for_office BLOB NOT NULL,
      sealed BLOB NOT NULL,
      state TEXT NOT NULL DEFAULT 'raw' CHECK (state IN ('raw', 'cleared', 'withheld')),
      tags TEXT NOT NULL DEFAULT '[]'
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX survey_texts_by_survey ON survey_texts (survey, state, month, id)',
    `CREATE TABLE survey_counts (
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      slice TEXT NOT NULL,
      month TEXT NOT NULL,
      channel TEXT NOT NULL,
      flagged INTEGER NOT NULL,
      question TEXT NOT NULL,
      value TEXT NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (survey, version, slice, month, channel, flagged, question, value)
    ) STRICT, WITHOUT ROWID`,
    // Equal answers on one day, as marks that reveal neither sender nor content; deleted daily.
    'CREATE TABLE survey_seen (mark BLOB PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID',
  ],
};

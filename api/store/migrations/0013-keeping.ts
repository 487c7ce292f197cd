// For retention: a hold on a case, and destruction acts.

export const keeping = {
  id: '0013-keeping',
  statements: [
    // Since when nothing of the case may be destroyed, whatever its term; null without a hold.
    'ALTER TABLE submissions ADD COLUMN held_since TEXT',
    // An act outlives what it destroyed: it contains numbers and classes, nothing about a person.
    `CREATE TABLE destruction_acts (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      begun_at TEXT,
      begun_by TEXT,
      done_at TEXT
    ) STRICT`,
    `CREATE TABLE destruction_cases (
      act TEXT NOT NULL REFERENCES destruction_acts (id) ON DELETE CASCADE,
      reference TEXT NOT NULL,
      class TEXT NOT NULL,
      kind TEXT NOT NULL,
      closed_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      erased_at TEXT,
      PRIMARY KEY (act, reference)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX destruction_by_reference ON destruction_cases (reference)',
  ],
};

// Content is sealed and events are chained. Unencrypted data of the first version stays in separate tables
// until a start has sealed it (`api/jobs/seal-first-version.ts`); then those tables are empty.

export const sealed = {
  id: '0002-sealed',
  statements: [
    'ALTER TABLE submissions RENAME TO submissions_0001',
    'ALTER TABLE events RENAME TO events_0001',
    'DROP INDEX submissions_by_due',
    'DROP INDEX events_by_submission',
    `CREATE TABLE windows (
      id TEXT NOT NULL,
      recipient TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (id, recipient)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE submissions (
      id INTEGER PRIMARY KEY,
      reference TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('complaint', 'suggestion', 'gratitude', 'question', 'site')),
      state TEXT NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'in-review', 'needs-information',
        'answered', 'noted', 'forwarded', 'unexamined', 'withdrawn', 'reopened')),
      received_at TEXT NOT NULL,
      due_on TEXT,
      deadline TEXT NOT NULL,
      service TEXT,
      rule_points TEXT NOT NULL,
      suspicions TEXT,
      window_id TEXT NOT NULL,
      for_office BLOB NOT NULL,
      for_code BLOB,
      content BLOB NOT NULL,
      content_digest BLOB,
      idempotency_hash BLOB NOT NULL UNIQUE,
      code_hash BLOB NOT NULL UNIQUE,
      receipt TEXT NOT NULL
    ) STRICT`,
    // Cases with an open duty, first due first; few among a million.
    `CREATE INDEX submissions_open ON submissions (due_on, id)
      WHERE state IN ('received', 'in-review', 'needs-information', 'reopened')`,
    `CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      reference TEXT NOT NULL,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      actor TEXT NOT NULL,
      detail TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT`,
    'CREATE INDEX events_by_reference ON events (reference, seq)',
  ],
};

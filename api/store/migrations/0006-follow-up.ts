// After a submission: messages both ways, ratings, and requests of the sender.

export const followUp = {
  id: '0006-follow-up',
  statements: [
    // What waits for the office, as columns: the worklist must find the few among a million.
    'ALTER TABLE submissions ADD COLUMN unread_since TEXT',
    'ALTER TABLE submissions ADD COLUMN review_requested_at TEXT',
    'ALTER TABLE submissions ADD COLUMN erasure_requested_at TEXT',
    'CREATE INDEX submissions_unread ON submissions (unread_since) WHERE unread_since IS NOT NULL',
    `CREATE INDEX submissions_to_review ON submissions (review_requested_at)
      WHERE review_requested_at IS NOT NULL`,
    `CREATE INDEX submissions_to_erase ON submissions (erasure_requested_at)
      WHERE erasure_requested_at IS NOT NULL`,
    `CREATE TABLE messages (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      at TEXT NOT NULL,
      author TEXT NOT NULL CHECK (author IN ('submitter', 'office')),
      kind TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT`,
    'CREATE INDEX messages_by_reference ON messages (reference, n)',
    `CREATE TABLE ratings (
      reference TEXT PRIMARY KEY REFERENCES submissions (reference) ON DELETE CASCADE,
      given_at TEXT NOT NULL,
      satisfaction INTEGER NOT NULL CHECK (satisfaction BETWEEN 1 AND 5),
      effort INTEGER CHECK (effort BETWEEN 1 AND 5),
      comment BLOB
    ) STRICT`,
    'CREATE INDEX ratings_by_time ON ratings (given_at)',
    // One row per step: the answer when the same key is sent again.
    `CREATE TABLE steps (
      idempotency_hash BLOB PRIMARY KEY,
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      content_digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX steps_by_reference ON steps (reference)',
  ],
};

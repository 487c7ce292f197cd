// Mail to be sent, in the same database as the data it is about: both are stored, or neither.

export const outbox = {
  id: '0005-outbox',
  statements: [
    // `payload` (address and facts, sealed) is deleted after the mail is sent. `recipient` is a keyed hash of
    // address and day.
    `CREATE TABLE outbox (
      id TEXT PRIMARY KEY,
      message_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      reference TEXT NOT NULL,
      recipient BLOB,
      payload BLOB,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at TEXT NOT NULL,
      lease_until TEXT,
      lease_by TEXT,
      last_error TEXT,
      created_at TEXT NOT NULL,
      CHECK (state <> 'waiting' OR payload IS NOT NULL),
      CHECK (state <> 'sent' OR payload IS NULL)
    ) STRICT`,
    "CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting'",
    "CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead'",
    'CREATE INDEX outbox_by_age ON outbox (created_at)',
    'CREATE INDEX outbox_by_recipient ON outbox (recipient) WHERE recipient IS NOT NULL',
    'CREATE INDEX outbox_by_reference ON outbox (reference)',
  ],
};

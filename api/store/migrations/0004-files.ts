// Attached files: sealed in chunks, waiting (`submission_id` is null) or part of a submission.

export const files = {
  id: '0004-files',
  statements: [
    // Name, kind and size are sealed in `meta`; `reserved` and `received` count bytes against the caps.
    `CREATE TABLE attachments (
      id TEXT PRIMARY KEY,
      submission_id INTEGER REFERENCES submissions (id) ON DELETE CASCADE,
      key BLOB,
      meta BLOB NOT NULL,
      reserved INTEGER NOT NULL,
      received INTEGER NOT NULL DEFAULT 0,
      complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
      source BLOB,
      expires_at TEXT,
      CHECK ((submission_id IS NULL) = (key IS NULL)),
      CHECK ((submission_id IS NULL) = (expires_at IS NOT NULL))
    ) STRICT`,
    'CREATE INDEX attachments_by_submission ON attachments (submission_id)',
    `CREATE INDEX attachments_waiting ON attachments (expires_at, source, reserved, received)
      WHERE submission_id IS NULL`,
    `CREATE TABLE attachment_chunks (
      file_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
      n INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (file_id, n)
    ) STRICT, WITHOUT ROWID`,
  ],
};

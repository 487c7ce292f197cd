// Attempts per source within the last hour, used proofs of work, and spam suspicions of survey answers. A
// source is a keyed hash that changes daily; no address is stored.

export const limits = {
  id: '0003-limits',
  statements: [
    `CREATE TABLE limit_counts (
      source TEXT NOT NULL,
      action TEXT NOT NULL,
      slot INTEGER NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (source, action, slot)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX limit_counts_by_slot ON limit_counts (slot)',
    `CREATE TABLE spent_proofs (
      signature TEXT PRIMARY KEY,
      spent_by BLOB NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX spent_proofs_by_expiry ON spent_proofs (expires_at)',
    'ALTER TABLE survey_responses ADD COLUMN suspicions TEXT',
  ],
};

// Who works in the register and how they prove it: passkeys, one-time codes, invitations, sessions. Secrets stand here as
// keyed hashes only.

export const people = {
  id: '0008-people',
  statements: [
    `CREATE TABLE people (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      roles TEXT NOT NULL,
      directory_id TEXT,
      email TEXT,
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      created_at TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE passkeys (
      credential_id TEXT PRIMARY KEY,
      person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
      public_key BLOB NOT NULL,
      counter INTEGER NOT NULL,
      transports TEXT NOT NULL,
      backed_up INTEGER NOT NULL CHECK (backed_up IN (0, 1)),
      name TEXT NOT NULL,
      created_at TEXT NOT NULL,
      last_used_at TEXT
    ) STRICT`,
    'CREATE INDEX passkeys_by_person ON passkeys (person)',
    // `id` names a session in the list of one's own without saying what opens it.
    `CREATE TABLE sessions (
      token_hash BLOB PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
      created_at TEXT NOT NULL,
      confirmed_at TEXT NOT NULL,
      last_seen_at TEXT NOT NULL,
      device TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX sessions_by_person ON sessions (person)',
    'CREATE INDEX sessions_by_age ON sessions (last_seen_at)',
    `CREATE TABLE recovery_codes (
      hash BLOB PRIMARY KEY,
      person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
      used_at TEXT
    ) STRICT`,
    'CREATE INDEX recovery_codes_by_person ON recovery_codes (person)',
    `CREATE TABLE invitations (
      hash BLOB PRIMARY KEY,
      person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
      expires_at TEXT NOT NULL,
      used_at TEXT
    ) STRICT`,
    'CREATE INDEX invitations_by_person ON invitations (person)',
    // What a passkey has to sign, once.
    `CREATE TABLE challenges (
      hash BLOB PRIMARY KEY,
      purpose TEXT NOT NULL,
      person TEXT,
      expires_at TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX challenges_by_age ON challenges (expires_at)',
  ],
};

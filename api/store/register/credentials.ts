// What people prove themselves by, in SQL: passkeys, recovery codes, invitations, and challenges that were used.
import type { Database, Row, Statement } from '../database.ts';
import { insertRows } from '../rows.ts';
import { textsIn } from '../stored-json.ts';

export interface Passkey {
  /** Base64url. */
  readonly credentialId: string;
  readonly person: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  /** As its owner calls it. */
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** Whose it is, and whether it still opens anything. */
interface OneTime {
  readonly person: string;
  readonly used: boolean;
  /** ISO 8601; null for what does not expire. */
  readonly expiresAt: string | null;
}

export interface CredentialStore {
  passkey(credentialId: string): Promise<Passkey | null>;
  passkeysOf(person: string): Promise<readonly Passkey[]>;
  recoveryCode(hash: Uint8Array): Promise<OneTime | null>;
  /** How many of a person's codes are left. */
  codesLeft(person: string): Promise<number>;
  invitation(hash: Uint8Array): Promise<OneTime | null>;
  /** Whether anybody has a passkey. */
  any(): Promise<boolean>;
  /** Whether a challenge of this hash was used. */
  isSpent(hash: Uint8Array): Promise<boolean>;
}

const COLUMNS =
  'credential_id, person, public_key, counter, transports, backed_up, name, created_at, last_used_at';

const toPasskey = (row: Row): Passkey => ({
  credentialId: String(row['credential_id']),
  person: String(row['person']),
  publicKey: row['public_key'] as Uint8Array,
  counter: Number(row['counter']),
  transports: textsIn(row['transports']),
  backedUp: Number(row['backed_up']) === 1,
  name: String(row['name']),
  createdAt: String(row['created_at']),
  lastUsedAt: row['last_used_at'] === null ? null : String(row['last_used_at']),
});

export const insertPasskey = (key: Passkey): Statement => ({
  sql: `INSERT INTO passkeys (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  args: [
    key.credentialId,
    key.person,
    key.publicKey,
    key.counter,
    JSON.stringify(key.transports),
    key.backedUp ? 1 : 0,
    key.name,
    key.createdAt,
    key.lastUsedAt,
  ],
});

export const usePasskey = (credentialId: string, counter: number, at: string): Statement => ({
  sql: 'UPDATE passkeys SET counter = ?, last_used_at = ? WHERE credential_id = ?',
  args: [counter, at, credentialId],
});

export const renamePasskey = (person: string, credentialId: string, name: string): Statement => ({
  sql: 'UPDATE passkeys SET name = ? WHERE person = ? AND credential_id = ?',
  args: [name, person, credentialId],
});

export const removePasskey = (person: string, credentialId: string): Statement => ({
  sql: 'DELETE FROM passkeys WHERE person = ? AND credential_id = ?',
  args: [person, credentialId],
});

export const removePasskeys = (person: string): Statement => ({
  sql: 'DELETE FROM passkeys WHERE person = ?',
  args: [person],
});

/** A new set; the earlier one opens nothing from then on. */
export const replaceCodes = (person: string, hashes: readonly Uint8Array[]): Statement[] => [
  { sql: 'DELETE FROM recovery_codes WHERE person = ?', args: [person] },
  ...insertRows(
    'recovery_codes',
    ['hash', 'person'],
    hashes.map(hash => [hash, person]),
  ),
];

export const useCode = (hash: Uint8Array, at: string): Statement => ({
  sql: 'UPDATE recovery_codes SET used_at = ? WHERE hash = ?',
  args: [at, hash],
});

/** One open invitation a person: an earlier one opens nothing from then on. */
export const replaceInvitation = (
  person: string,
  { hash, expiresAt }: { readonly hash: Uint8Array; readonly expiresAt: string },
): Statement[] => [
  { sql: 'DELETE FROM invitations WHERE person = ?', args: [person] },
  {
    sql: 'INSERT INTO invitations (hash, person, expires_at) VALUES (?, ?, ?)',
    args: [hash, person, expiresAt],
  },
];

export const useInvitation = (hash: Uint8Array, at: string): Statement => ({
  sql: 'UPDATE invitations SET used_at = ? WHERE hash = ?',
  args: [at, hash],
});

/** Notes that a challenge was used. Forgets those that are too old to count. */
export const spendChallenge = (
  hash: Uint8Array,
  { purpose, expiresAt, now }: { readonly purpose: string; readonly expiresAt: string; readonly now: string },
): Statement[] => [
  { sql: 'DELETE FROM challenges WHERE expires_at < ?', args: [now] },
  {
    sql: 'INSERT INTO challenges (hash, purpose, expires_at) VALUES (?, ?, ?)',
    args: [hash, purpose, expiresAt],
  },
];

const toOneTime = (row: Row | undefined): OneTime | null =>
  row
    ? {
        person: String(row['person']),
        used: row['used_at'] !== null,
        expiresAt: row['expires_at'] ? String(row['expires_at']) : null,
      }
    : null;

/** The store over any engine behind the port. */
export function credentialStore(database: Database): CredentialStore {
  const one = async (sql: string, value: string | Uint8Array): Promise<Row | undefined> =>
    (await database.execute({ sql, args: [value] })).rows[0];
  return {
    async passkey(credentialId) {
      const row = await one(`SELECT ${COLUMNS} FROM passkeys WHERE credential_id = ?`, credentialId);
      return row ? toPasskey(row) : null;
    },
    async passkeysOf(person) {
      const { rows } = await database.execute({
        sql: `SELECT ${COLUMNS} FROM passkeys WHERE person = ? ORDER BY created_at, credential_id`,
        args: [person],
      });
      return rows.map(toPasskey);
    },
    recoveryCode: async hash =>
      toOneTime(await one('SELECT person, used_at FROM recovery_codes WHERE hash = ?', hash)),
    async codesLeft(person) {
      const row = await one(
        'SELECT count(*) AS n FROM recovery_codes WHERE person = ? AND used_at IS NULL',
        person,
      );
      return Number(row?.['n']);
    },
    invitation: async hash =>
      toOneTime(await one('SELECT person, used_at, expires_at FROM invitations WHERE hash = ?', hash)),
    async any() {
      const { rows } = await database.execute({ sql: 'SELECT 1 AS one FROM passkeys LIMIT 1' });
      return rows.length > 0;
    },
    isSpent: async hash =>
      (await one('SELECT 1 AS spent FROM challenges WHERE hash = ?', hash)) !== undefined,
  };
}

// What people prove themselves by: passkeys, recovery codes, invitations, and challenges that were used. Changes of the
// first three are for `MarkedRows.revise`, in the turn of the event that records them.
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { textsIn } from '../stored-json.ts';
import { sameBytes } from '../submissions.ts';
import type { Change, MarkedRows, OwnedTable } from './marked-rows.ts';

export interface Passkey {
  /** Base64url. */
  readonly credentialId: string;
  readonly person: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  /** As named by its owner. */
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** Its owner, and whether it is still valid. */
interface OneTime {
  readonly person: string;
  readonly used: boolean;
  /** ISO 8601; null when it does not expire. */
  readonly expiresAt: string | null;
}

export interface CredentialStore {
  passkey(credentialId: string): Promise<Passkey | null>;
  passkeysOf(person: string): Promise<readonly Passkey[]>;
  /** Gives a person's passkey a name; false where they have no such passkey. */
  renamePasskey(person: string, credentialId: string, name: string): Promise<boolean>;
  recoveryCode(hash: Uint8Array): Promise<OneTime | null>;
  /** Number of a person's remaining codes. */
  codesLeft(person: string): Promise<number>;
  invitation(hash: Uint8Array): Promise<OneTime | null>;
  /** Whether anybody can sign in by a passkey. */
  any(): Promise<boolean>;
  /** True when a challenge of this hash was used. */
  isSpent(hash: Uint8Array): Promise<boolean>;
}

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

export const addPasskey =
  (key: Passkey): Change =>
  held => {
    const row = {
      credential_id: key.credentialId,
      person: key.person,
      public_key: key.publicKey,
      counter: key.counter,
      transports: JSON.stringify(key.transports),
      backed_up: key.backedUp ? 1 : 0,
      name: key.name,
      created_at: key.createdAt,
      last_used_at: key.lastUsedAt,
    };
    return { ...held, passkeys: [...held.passkeys, row] };
  };

export const usePasskey = (credentialId: string, counter: number, at: string): Statement => ({
  sql: 'UPDATE passkeys SET counter = ?, last_used_at = ? WHERE credential_id = ?',
  args: [counter, at, credentialId],
});

export const removePasskey =
  (credentialId: string): Change =>
  held => ({ ...held, passkeys: held.passkeys.filter(row => row['credential_id'] !== credentialId) });

export const removePasskeys: Change = held => ({ ...held, passkeys: [] });

/** A new set; the earlier one becomes invalid. */
export const replaceCodes =
  (person: string, hashes: readonly Uint8Array[]): Change =>
  held => ({ ...held, recovery_codes: hashes.map(hash => ({ hash, person, used_at: null })) });

const same = (a: SqlValue | undefined, b: Uint8Array): boolean => a instanceof Uint8Array && sameBytes(a, b);

const used = (rows: readonly Row[], hash: Uint8Array, at: string): Row[] =>
  rows.map(row => (same(row['hash'], hash) ? { ...row, used_at: at } : row));

export const useCode =
  (hash: Uint8Array, at: string): Change =>
  held => ({ ...held, recovery_codes: used(held.recovery_codes, hash, at) });

/** One open invitation per person: an earlier one becomes invalid. */
export const replaceInvitation =
  (person: string, { hash, expiresAt }: { readonly hash: Uint8Array; readonly expiresAt: string }): Change =>
  held => ({ ...held, invitations: [{ hash, person, expires_at: expiresAt, used_at: null }] });

export const useInvitation =
  (hash: Uint8Array, at: string): Change =>
  held => ({ ...held, invitations: used(held.invitations, hash, at) });

/** Records that a challenge was used, and removes expired ones. */
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

/** The store over the marked rows; challenges lie beside them. */
export function credentialStore(database: Database, rows: MarkedRows): CredentialStore {
  const one = async (table: OwnedTable, where: string, value: SqlValue): Promise<Row | undefined> =>
    (await rows.owned(table, where, [value]))[0]?.row;
  return {
    async passkey(credentialId) {
      const row = await one('passkeys', 't.credential_id = ?', credentialId);
      return row ? toPasskey(row) : null;
    },
    async passkeysOf(person) {
      const held = await rows.owned('passkeys', 't.person = ? ORDER BY t.created_at, t.credential_id', [
        person,
      ]);
      return held.map(({ row }) => toPasskey(row));
    },
    async renamePasskey(person, credentialId, name) {
      const { rowsAffected } = await database.execute({
        sql: 'UPDATE passkeys SET name = ? WHERE person = ? AND credential_id = ?',
        args: [name, person, credentialId],
      });
      return rowsAffected > 0;
    },
    recoveryCode: async hash => toOneTime(await one('recovery_codes', 't.hash = ?', hash)),
    codesLeft: async person =>
      (await rows.owned('recovery_codes', 't.person = ? AND t.used_at IS NULL', [person])).length,
    invitation: async hash => toOneTime(await one('invitations', 't.hash = ?', hash)),
    any: async () => (await rows.owned('passkeys', 'TRUE')).some(({ person }) => person['active'] === 1),
    async isSpent(hash) {
      const { rows: spent } = await database.execute({
        sql: 'SELECT 1 AS spent FROM challenges WHERE hash = ?',
        args: [hash],
      });
      return spent.length > 0;
    },
  };
}

// Sessions in SQL, by the keyed hash of their token.
import type { Session, SignedIn } from '../../domain/register/sessions.ts';
import type { Database, Row, Statement } from '../database.ts';
import { PERSON_COLUMNS, toPerson } from './people.ts';

export interface NewSession extends Session {
  readonly tokenHash: Uint8Array;
  readonly person: string;
}

export interface SessionStore {
  /** The session with its person as both are at this moment. */
  find(tokenHash: Uint8Array): Promise<SignedIn | null>;
  /** A person's sessions, the latest used first. */
  of(person: string): Promise<readonly Session[]>;
  /** Notes that it is in use. */
  touch(tokenHash: Uint8Array, at: string): Promise<void>;
  /** Forgets those that nobody has used since. */
  prune(before: string): Promise<void>;
}

const COLUMNS = 's.id AS session, s.created_at, s.confirmed_at, s.last_seen_at, s.device';

const toSession = (row: Row): Session => ({
  id: String(row['session']),
  createdAt: String(row['created_at']),
  confirmedAt: String(row['confirmed_at']),
  lastSeenAt: String(row['last_seen_at']),
  device: String(row['device']),
});

export const insertSession = (one: NewSession): Statement => ({
  sql: `INSERT INTO sessions (token_hash, id, person, created_at, confirmed_at, last_seen_at, device)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  args: [one.tokenHash, one.id, one.person, one.createdAt, one.confirmedAt, one.lastSeenAt, one.device],
});

/** Ends one of a person's sessions. */
export const endSession = (person: string, id: string): Statement => ({
  sql: 'DELETE FROM sessions WHERE person = ? AND id = ?',
  args: [person, id],
});

/** Ends all of a person's sessions but one. */
export const endSessions = (person: string, except: string | null = null): Statement => ({
  sql: 'DELETE FROM sessions WHERE person = ? AND id IS NOT ?',
  args: [person, except],
});

/** Notes that the person has just proved who they are. */
export const confirmSession = (id: string, at: string): Statement => ({
  sql: 'UPDATE sessions SET confirmed_at = ? WHERE id = ?',
  args: [at, id],
});

/** The store of sessions over any engine behind the port. */
export function sessionStore(database: Database): SessionStore {
  return {
    async find(tokenHash) {
      const { rows } = await database.execute({
        sql: `SELECT ${PERSON_COLUMNS}, ${COLUMNS} FROM sessions s JOIN people p ON p.id = s.person WHERE token_hash = ?`,
        args: [tokenHash],
      });
      return rows[0] ? { person: toPerson(rows[0]), session: toSession(rows[0]) } : null;
    },
    async of(person) {
      const { rows } = await database.execute({
        sql: `SELECT ${COLUMNS} FROM sessions s WHERE person = ? ORDER BY last_seen_at DESC`,
        args: [person],
      });
      return rows.map(toSession);
    },
    async touch(tokenHash, at) {
      await database.execute({
        sql: 'UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?',
        args: [at, tokenHash],
      });
    },
    async prune(before) {
      await database.execute({ sql: 'DELETE FROM sessions WHERE last_seen_at < ?', args: [before] });
    },
  };
}

// Sessions, by the keyed hash of their token. Beginning and ending one is for `MarkedRows.revise`, in the turn of its event.
import type { Session, SignedIn } from '../../domain/register/sessions.ts';
import type { Database, Row, Statement } from '../database.ts';
import type { Change, MarkedRows } from './marked-rows.ts';
import { toPerson } from './people.ts';

export interface NewSession extends Session {
  readonly tokenHash: Uint8Array;
  readonly person: string;
}

export interface SessionStore {
  /** The session and its person, as both are now. */
  find(tokenHash: Uint8Array): Promise<SignedIn | null>;
  /** A person's sessions, the most recently used first. */
  of(person: string): Promise<readonly Session[]>;
  /** Records that it is in use. */
  touch(tokenHash: Uint8Array, at: string): Promise<void>;
  /** What notes that the person has just proved who they are; null where the session is gone. For a turn of the journal. */
  confirm(id: string, at: string): Promise<Statement | null>;
  /** Removes those unused since. */
  prune(before: string): Promise<void>;
}

const toSession = (row: Row): Session => ({
  id: String(row['id']),
  createdAt: String(row['created_at']),
  confirmedAt: String(row['confirmed_at']),
  lastSeenAt: String(row['last_seen_at']),
  device: String(row['device']),
});

export const addSession =
  (one: NewSession): Change =>
  held => {
    const row = {
      token_hash: one.tokenHash,
      id: one.id,
      person: one.person,
      created_at: one.createdAt,
      confirmed_at: one.confirmedAt,
      last_seen_at: one.lastSeenAt,
      device: one.device,
    };
    return { ...held, sessions: [...held.sessions, row] };
  };

/** Ends one of a person's sessions. */
export const endSession =
  (id: string): Change =>
  held => ({ ...held, sessions: held.sessions.filter(row => row['id'] !== id) });

/** Ends all of a person's sessions but one. */
export const endSessions =
  (except: string | null = null): Change =>
  held => ({ ...held, sessions: held.sessions.filter(row => row['id'] === except) });

/** The store of sessions over their marked rows. */
export function sessionStore(database: Database, rows: MarkedRows): SessionStore {
  return {
    async find(tokenHash) {
      const [held] = await rows.owned('sessions', 't.token_hash = ?', [tokenHash]);
      return held ? { person: toPerson(held.person), session: toSession(held.row) } : null;
    },
    async of(person) {
      const held = await rows.owned('sessions', 't.person = ? ORDER BY t.last_seen_at DESC', [person]);
      return held.map(({ row }) => toSession(row));
    },
    async touch(tokenHash, at) {
      await database.execute({
        sql: 'UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?',
        args: [at, tokenHash],
      });
    },
    async confirm(id, at) {
      const [held] = await rows.owned('sessions', 't.id = ?', [id]);
      return held ? rows.remark('sessions', held.row, { confirmed_at: at }) : null;
    },
    async prune(before) {
      await database.execute({ sql: 'DELETE FROM sessions WHERE last_seen_at < ?', args: [before] });
    },
  };
}

// Erasing a submission: its row with the wrapped keys, all that belongs to it, and the key window when nobody else needs
// it. The chain keeps its events, which say nothing about the person, and gains one that says why.
import type { Actor, EventDetail } from '../domain/chain.ts';
import type { Database, Statement } from './database.ts';
import type { Journal } from './journal.ts';

/**
 * Tables with a column `reference` whose rows go with their submission. Those that refer to `submissions` with ON DELETE
 * CASCADE go by themselves; `test/register/erase.test.ts` fails for a table that does neither.
 */
export const BELONGING: readonly string[] = ['search_words', 'outbox'];

export interface Erasure {
  readonly reference: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: Actor;
  /** Why, as a code with the number of the act; nothing about the person. */
  readonly detail: EventDetail;
}

/**
 * `logCleared`: whether the old images of its pages are gone from the write-ahead log too. False while somebody else
 * reads the database, or where a server keeps the log: then they go when the file is next closed.
 */
export type Erased =
  | { readonly outcome: 'erased'; readonly logCleared: boolean }
  | { readonly outcome: 'unknown' };

export type Erase = (erasure: Erasure) => Promise<Erased>;

/** Erasing over any engine behind the port. The database overwrites what it frees (`secure_delete`). */
export function createErase(database: Database, journal: Journal): Erase {
  return async erasure => {
    const known = await journal.run(async append => {
      const { rows } = await database.execute({
        sql: 'SELECT window_id FROM submissions WHERE reference = ?',
        args: [erasure.reference],
      });
      const windowId = rows[0]?.['window_id'];
      if (windowId === undefined) return { statements: [], result: false };
      await append({ ...erasure, kind: 'erased' });
      return { statements: deletions(erasure.reference, String(windowId)), result: true };
    });
    if (!known) return { outcome: 'unknown' };
    return { outcome: 'erased', logCleared: await clearLog(database) };
  };
}

const deletions = (reference: string, windowId: string): Statement[] => [
  ...BELONGING.map(table => ({ sql: `DELETE FROM ${table} WHERE reference = ?`, args: [reference] })),
  { sql: 'DELETE FROM submissions WHERE reference = ?', args: [reference] },
  {
    sql: 'DELETE FROM windows WHERE id = ? AND NOT EXISTS (SELECT 1 FROM submissions WHERE window_id = ?)',
    args: [windowId, windowId],
  },
];

/**
 * Empties the write-ahead log, which otherwise holds the pages as they were. The engine itself waits five seconds for a
 * reader in the way; whoever asks for more keeps everybody else waiting.
 */
async function clearLog(database: Database): Promise<boolean> {
  try {
    const { rows } = await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    return rows[0]?.['busy'] === 0;
  } catch {
    // A server that keeps its log to itself.
    return false;
  }
}

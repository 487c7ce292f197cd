// Erasing a submission: its row with the wrapped keys, all that belongs to it, and the key window when nobody else needs
// it. The chain keeps its events, which say nothing about the person, and gains one that says why.
import type { Actor, EventDetail } from '../domain/chain.ts';
import type { KeptCase } from '../domain/register/retention.ts';
import { STANDING_COLUMNS, toStanding } from './case-rows.ts';
import { clearLog } from './clear-log.ts';
import type { Database, Row, Statement } from './database.ts';
import type { Journal } from './journal.ts';

/** Of `submissions s`: what of a case its keeping depends on. */
export const KEPT_COLUMNS = STANDING_COLUMNS;

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
  /** Asked in the turn that erases: why it stays after all, as a code; null where it goes. */
  readonly keptBecause?: (of: KeptCase) => string | null;
  /** What else belongs into the same commit. */
  readonly alongside?: readonly Statement[];
}

/**
 * `logCleared`: whether the old images of its pages are gone from the write-ahead log too. False while somebody else
 * reads the database, or where a server keeps the log: then they go when the file is next closed.
 */
export type Erased =
  | { readonly outcome: 'erased'; readonly logCleared: boolean }
  | { readonly outcome: 'kept'; readonly why: string }
  | { readonly outcome: 'unknown' };

export type Erase = (erasure: Erasure) => Promise<Erased>;

/** Erasing over any engine behind the port. The database overwrites what it frees (`secure_delete`). */
export function createErase(database: Database, journal: Journal): Erase {
  return async erasure => {
    const { reference, at, actor, detail, keptBecause, alongside = [] } = erasure;
    const decided = await journal.run<'erased' | { readonly why: string } | null>(async append => {
      const { rows } = await database.execute({
        sql: `SELECT id, reference, window_id, ${KEPT_COLUMNS} FROM submissions s WHERE reference = ?`,
        args: [reference],
      });
      const row = rows[0];
      if (!row) return { statements: [], result: null };
      const why = keptBecause?.(toKept(row)) ?? null;
      if (why !== null) return { statements: [], result: { why } };
      await append({ reference, at, actor, detail, kind: 'erased' });
      const statements = [tombstone(reference, at), ...deletions(reference, String(row['window_id']))];
      return { statements: [...statements, ...alongside], result: 'erased' };
    });
    if (decided === null) return { outcome: 'unknown' };
    if (decided !== 'erased') return { outcome: 'kept', why: decided.why };
    return { outcome: 'erased', logCleared: await clearLog(database) };
  };
}

/** A row of `KEPT_COLUMNS` with `id` and `reference`. */
export const toKept = (row: Row): KeptCase => ({
  ...toStanding(row, false),
  id: Number(row['id']),
  reference: String(row['reference']),
});

/**
 * What the figures need of it stays. Spam and what left the ordinary register were never in them, and a stone would put
 * them there.
 */
const tombstone = (reference: string, at: string): Statement => ({
  sql: `INSERT INTO tombstones (reference, kind, state, channel, service, rule_points, outcome, received_at, due_on,
      closed_at, sent_on, satisfaction, effort, rated_at, erased_at)
    SELECT s.reference, s.kind, s.state, s.channel, s.service, s.rule_points, s.outcome, s.received_at, s.due_on,
      s.closed_at, s.sent_on, r.satisfaction, r.effort, r.given_at, ?
    FROM submissions s LEFT JOIN ratings r ON r.reference = s.reference
    WHERE s.reference = ? AND s.handling = 'ordinary' AND s.spam IS NOT 'confirmed'`,
  args: [at, reference],
});

/** For the batch that erases a submission; `windowId`: of the key window it was sealed in. */
export const deletions = (reference: string, windowId: string): Statement[] => [
  ...BELONGING.map(table => ({ sql: `DELETE FROM ${table} WHERE reference = ?`, args: [reference] })),
  { sql: 'DELETE FROM submissions WHERE reference = ?', args: [reference] },
  {
    // Texts of surveys that came in the same minute share it.
    sql: `DELETE FROM windows WHERE id = ? AND NOT EXISTS (SELECT 1 FROM submissions WHERE window_id = ?)
      AND NOT EXISTS (SELECT 1 FROM survey_texts WHERE window_id = ?)`,
    args: [windowId, windowId, windowId],
  },
];

// Erases a submission: its row with the wrapped keys, all its data, and the key window when nothing else
// needs it. The chain keeps its events, which contain nothing about the person, and gets one with the reason.
import type { Actor, EventDetail } from '../domain/chain.ts';
import type { KeptCase } from '../domain/register/retention.ts';
import { STANDING_COLUMNS, toStanding } from './case-rows.ts';
import { clearLog } from './clear-log.ts';
import type { Database, Row, Statement } from './database.ts';
import type { Journal } from './journal.ts';
import { PERSON_IDS } from './register/marked-shapes.ts';
import { PUBLICATION_KEPT } from './register/publications.ts';

/** Columns of `submissions s` on which retention depends. */
export const KEPT_COLUMNS = STANDING_COLUMNS;

/**
 * Tables with a column `reference` whose rows are deleted with their submission. Tables that refer to
 * `submissions` with ON DELETE CASCADE are handled by the database; `test/register/erase.test.ts` fails for a
 * table that does neither.
 */
export const BELONGING: readonly string[] = ['search_words', 'outbox'];

interface Erasure {
  readonly reference: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: Actor;
  /** The reason, as a code with the number of the act; nothing about the person. */
  readonly detail: EventDetail;
  /** Called in the turn that erases: a code why it is kept after all, or null. */
  readonly keptBecause?: (of: KeptCase) => string | null;
  /** Further statements for the same commit. */
  readonly alongside?: readonly Statement[];
}

/**
 * `logCleared`: whether the old pages are also gone from the write-ahead log. False while somebody else reads
 * the database, or when a server manages the log: then they disappear when the file is next closed.
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
 * The facts for the figures remain. Spam and cases outside the ordinary register were never in the figures,
 * so they get no tombstone.
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

/** A conflict stays for the people concerned, whom the chain names as well; entries of the directory are names, and go. */
const conflictsOfPeopleOnly = (reference: string): Statement => ({
  sql: `DELETE FROM conflicts WHERE reference = ? AND (why = 'lifted' OR who NOT IN (${PERSON_IDS}))`,
  args: [reference],
});

/** What was published of it outlives it without its number: from whom the case was kept stays with the publication. */
const conflictsOfPublication = (reference: string): Statement => ({
  sql: `INSERT OR IGNORE INTO conflicts (reference, who, why) SELECT ${PUBLICATION_KEPT}, c.who, c.why
    FROM publications p JOIN conflicts c ON c.reference = p.reference WHERE p.reference = ?`,
  args: [reference],
});

/** For the batch that erases a submission; `windowId`: of the key window it was sealed in. */
export const deletions = (reference: string, windowId: string): Statement[] => [
  ...BELONGING.map(table => ({ sql: `DELETE FROM ${table} WHERE reference = ?`, args: [reference] })),
  conflictsOfPeopleOnly(reference),
  conflictsOfPublication(reference),
  { sql: 'DELETE FROM submissions WHERE reference = ?', args: [reference] },
  {
    // Survey texts from the same minute share it.
    sql: `DELETE FROM windows WHERE id = ? AND NOT EXISTS (SELECT 1 FROM submissions WHERE window_id = ?)
      AND NOT EXISTS (SELECT 1 FROM survey_texts WHERE window_id = ?)`,
    args: [windowId, windowId, windowId],
  },
];

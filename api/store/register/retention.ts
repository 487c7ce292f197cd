// Keeping and destroying in SQL: closed cases in the order of their closing, and the destruction acts with their lists.
import type {
  Act,
  ActCase,
  ActSummary,
  KeptCase,
  KeptReason,
  LeftOut,
} from '../../domain/register/retention.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, Statement } from '../database.ts';
import { KEPT_COLUMNS, toKept } from '../erase.ts';
import { insertRows } from '../rows.ts';
import { textsIn } from '../stored-json.ts';
import { toActSurvey } from './survey-retention.ts';
import { SEEN, seenBy, type Viewer } from './worklist.ts';

/** Behind which case the next ones begin. */
export interface ClosedCursor {
  readonly closedAt: string;
  readonly id: number;
}

const SHUT = "state IN ('answered', 'noted', 'forwarded', 'unexamined', 'withdrawn')";
const toSummary = (row: Row): ActSummary => ({
  id: String(row['id']),
  number: String(row['number']),
  madeAt: String(row['made_at']),
  madeBy: String(row['made_by']),
  begunAt: textOrNull(row['begun_at']),
  doneAt: textOrNull(row['done_at']),
  cases: Number(row['cases']),
  erased: Number(row['erased']),
  surveys: Number(row['surveys']),
  surveysErased: Number(row['surveys_erased']),
});

const toCase = (row: Row): ActCase => ({
  reference: String(row['reference']),
  class: String(row['class']),
  kind: row['kind'] as ActCase['kind'],
  closedOn: String(row['closed_on']),
  dueOn: String(row['due_on']),
  erasedAt: textOrNull(row['erased_at']),
  keptBecause: textOrNull(row['kept_because']) as KeptReason | null,
});

const ACTS = `SELECT a.*, (SELECT count(*) FROM destruction_cases c WHERE c.act = a.id) AS cases,
  (SELECT count(*) FROM destruction_cases c WHERE c.act = a.id AND c.erased_at IS NOT NULL) AS erased,
  (SELECT count(*) FROM destruction_surveys s WHERE s.act = a.id) AS surveys,
  (SELECT count(*) FROM destruction_surveys s WHERE s.act = a.id AND s.erased_at IS NOT NULL) AS surveys_erased
  FROM destruction_acts a`;

export interface RetentionStore {
  /** Closed before an instant, the first closed first, without what stands in an act that is under way. */
  closed(options: {
    readonly before: string;
    readonly after: ClosedCursor | null;
    readonly limit: number;
    /** Null: the program itself, from which nothing is kept. */
    readonly viewer: Viewer | null;
  }): Promise<readonly KeptCase[]>;
  acts(): Promise<readonly ActSummary[]>;
  act(by: { readonly id: string } | { readonly number: string }): Promise<Act | null>;
  /** What the act did not take in though its term was over, without what the viewer may not know of. */
  leftOut(id: string, viewer: Viewer | null): Promise<readonly LeftOut[]>;
  /** How many cases of an act that are still there the viewer may not see. */
  hidden(id: string, viewer: Viewer): Promise<number>;
  /** Cases of an act that are still there, with where they stand. */
  remaining(id: string): Promise<readonly KeptCase[]>;
}

/** For the batch that makes an act. */
export const insertAct = (
  { id, number, madeAt, madeBy }: Pick<Act, 'id' | 'number' | 'madeAt' | 'madeBy'>,
  cases: readonly Omit<ActCase, 'erasedAt' | 'keptBecause'>[],
  leftOut: readonly LeftOut[],
): Statement[] => [
  {
    sql: 'INSERT INTO destruction_acts (id, number, made_at, made_by) VALUES (?, ?, ?, ?)',
    args: [id, number, madeAt, madeBy],
  },
  ...insertRows(
    'destruction_cases',
    ['act', 'reference', 'class', 'kind', 'closed_on', 'due_on'],
    cases.map(one => [id, one.reference, one.class, one.kind, one.closedOn, one.dueOn]),
  ),
  ...insertRows(
    'destruction_left_out',
    ['act', 'reference', 'due_on', 'why'],
    leftOut.map(one => [id, one.reference, one.dueOn, JSON.stringify(one.why)]),
  ),
];

export const beginAct = (id: string, by: string, at: string): Statement => ({
  sql: 'UPDATE destruction_acts SET begun_at = ?, begun_by = ? WHERE id = ? AND begun_at IS NULL',
  args: [at, by, id],
});
export const endAct = (id: string, at: string): Statement => ({
  sql: 'UPDATE destruction_acts SET done_at = ? WHERE id = ? AND done_at IS NULL',
  args: [at, id],
});
export const markErased = (id: string, reference: string, at: string): Statement => ({
  sql: 'UPDATE destruction_cases SET erased_at = ? WHERE act = ? AND reference = ?',
  args: [at, id, reference],
});
/** Why it was not destroyed, for whoever reads the act later. */
export const markKept = (id: string, reference: string, why: KeptReason): Statement => ({
  sql: 'UPDATE destruction_cases SET kept_because = ? WHERE act = ? AND reference = ? AND erased_at IS NULL',
  args: [why, id, reference],
});
/** Only one under which nothing was destroyed. */
export const dropAct = (id: string): Statement => ({
  sql: 'DELETE FROM destruction_acts WHERE id = ? AND begun_at IS NULL',
  args: [id],
});

/** The store of what is kept how long, over any engine behind the port. */
export function retentionStore(database: Database): RetentionStore {
  const rows = async (sql: string, args: Statement['args'] = []) =>
    (await database.execute({ sql, args })).rows;
  return {
    async closed({ before, after, limit, viewer }) {
      const seen = viewer ? ` AND ${SEEN}` : '';
      const from = after ? ' AND (closed_at, id) > (?, ?)' : '';
      const found = await rows(
        `SELECT id, reference, ${KEPT_COLUMNS} FROM submissions s WHERE closed_at < ? AND ${SHUT}${seen}
          AND NOT EXISTS (SELECT 1 FROM destruction_cases d JOIN destruction_acts a ON a.id = d.act
            WHERE d.reference = s.reference AND a.done_at IS NULL)${from} ORDER BY closed_at, id LIMIT ?`,
        [before, ...(viewer ? seenBy(viewer) : []), ...(after ? [after.closedAt, after.id] : []), limit],
      );
      return found.map(toKept);
    },
    acts: async () => (await rows(`${ACTS} ORDER BY a.made_at DESC, a.id`)).map(toSummary),
    async act(by) {
      const [column, value] = 'id' in by ? (['id', by.id] as const) : (['number', by.number] as const);
      const [row] = await rows(`${ACTS} WHERE a.${column} = ?`, [value]);
      if (!row) return null;
      const cases = await rows('SELECT * FROM destruction_cases WHERE act = ? ORDER BY class, reference', [
        String(row['id']),
      ]);
      const surveys = await rows('SELECT * FROM destruction_surveys WHERE act = ? ORDER BY survey, version', [
        String(row['id']),
      ]);
      return { ...toSummary(row), list: cases.map(toCase), surveyList: surveys.map(toActSurvey) };
    },
    async leftOut(id, viewer) {
      const who = viewer ? seenBy(viewer) : ['', ''];
      // A case that is gone has no conflicts any more; that there were some stands in the chain.
      const found = await rows(
        `SELECT reference, due_on, why FROM destruction_left_out d WHERE act = ? AND NOT EXISTS (SELECT 1 FROM conflicts c
          WHERE c.reference = d.reference AND c.who IN (?, ?) AND c.why <> 'lifted')
          AND (EXISTS (SELECT 1 FROM submissions s WHERE s.reference = d.reference) OR NOT EXISTS (SELECT 1 FROM events e
            WHERE e.reference = d.reference AND e.kind = 'conflict-noted'
              AND CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.who') END IN (?, ?)))
          ORDER BY reference`,
        [id, ...who, ...who],
      );
      return found.map(row => ({
        reference: String(row['reference']),
        dueOn: String(row['due_on']),
        why: textsIn(row['why']) as LeftOut['why'],
      }));
    },
    async hidden(id, viewer) {
      const [row] = await rows(
        `SELECT count(*) AS n FROM destruction_cases d JOIN submissions s ON s.reference = d.reference
          WHERE d.act = ? AND NOT (${SEEN})`,
        [id, ...seenBy(viewer)],
      );
      return Number(row?.['n']);
    },
    remaining: async id =>
      (
        await rows(
          `SELECT id, reference, ${KEPT_COLUMNS} FROM submissions s WHERE reference IN
            (SELECT reference FROM destruction_cases WHERE act = ? AND erased_at IS NULL) ORDER BY reference`,
          [id],
        )
      ).map(toKept),
  };
}

// Retention in SQL: closed cases in the order of their closing, and destruction acts with their lists.
import type {
  Act,
  ActCase,
  ActSummary,
  KeptCase,
  KeptReason,
  LeftOut,
} from '../../domain/register/retention.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { KEPT_COLUMNS, toKept } from '../erase.ts';
import { insertRows } from '../rows.ts';
import { textsIn } from '../stored-json.ts';
import { toActSurvey } from './survey-retention.ts';
import { SEEN, seenBy, type Viewer } from './worklist.ts';

/** The case after which the next page starts. */
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

/** Cases of an act, as `d`, that are not kept from the viewer; `?` twice. Erased ones still are. */
const LISTED = `NOT EXISTS (SELECT 1 FROM conflicts k
  WHERE k.reference = d.reference AND k.who IN (?, ?) AND k.why <> 'lifted')`;
/** The program itself is kept from nothing. */
const viewedBy = (viewer: Viewer | null): SqlValue[] => (viewer ? seenBy(viewer) : ['', '']);

const ACTS = `SELECT a.*, (SELECT count(*) FROM destruction_cases d WHERE d.act = a.id AND ${LISTED}) AS cases,
  (SELECT count(*) FROM destruction_cases d WHERE d.act = a.id AND d.erased_at IS NOT NULL AND ${LISTED}) AS erased,
  (SELECT count(*) FROM destruction_surveys s WHERE s.act = a.id) AS surveys,
  (SELECT count(*) FROM destruction_surveys s WHERE s.act = a.id AND s.erased_at IS NOT NULL) AS surveys_erased
  FROM destruction_acts a`;
/** An act of nothing but cases that are kept from the viewer is none to them. */
const hasRows = ({ cases, surveys }: ActSummary): boolean => cases + surveys > 0;

export interface RetentionStore {
  /** Closed before an instant, the first closed first, without those in an unfinished act. */
  closed(options: {
    readonly before: string;
    readonly after: ClosedCursor | null;
    readonly limit: number;
    /** Null: the program itself, which may see everything. */
    readonly viewer: Viewer | null;
  }): Promise<readonly KeptCase[]>;
  /** Without what is kept from the viewer, in the numbers too. */
  acts(viewer: Viewer | null): Promise<readonly ActSummary[]>;
  act(by: { readonly id: string } | { readonly number: string }, viewer: Viewer | null): Promise<Act | null>;
  /** Cases left out of the act although their term was over, without those hidden from the viewer. */
  leftOut(id: string, viewer: Viewer | null): Promise<readonly LeftOut[]>;
  /** Remaining cases of an act, with their state. */
  remaining(id: string, viewer: Viewer | null): Promise<readonly KeptCase[]>;
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
/** Why it was not destroyed, for later readers of the act. */
export const markKept = (id: string, reference: string, why: KeptReason): Statement => ({
  sql: 'UPDATE destruction_cases SET kept_because = ? WHERE act = ? AND reference = ? AND erased_at IS NULL',
  args: [why, id, reference],
});
/** Only for an act under which nothing was destroyed. */
export const dropAct = (id: string): Statement => ({
  sql: 'DELETE FROM destruction_acts WHERE id = ? AND begun_at IS NULL',
  args: [id],
});

/** The store of retention, over any engine. */
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
    async acts(viewer) {
      const who = viewedBy(viewer);
      const found = await rows(`${ACTS} ORDER BY a.made_at DESC, a.id`, [...who, ...who]);
      return found.map(toSummary).filter(hasRows);
    },
    async act(by, viewer) {
      const who = viewedBy(viewer);
      const [column, value] = 'id' in by ? (['id', by.id] as const) : (['number', by.number] as const);
      const [row] = await rows(`${ACTS} WHERE a.${column} = ?`, [...who, ...who, value]);
      if (!row || !hasRows(toSummary(row))) return null;
      const cases = await rows(
        `SELECT * FROM destruction_cases d WHERE act = ? AND ${LISTED} ORDER BY class, reference`,
        [String(row['id']), ...who],
      );
      const surveys = await rows('SELECT * FROM destruction_surveys WHERE act = ? ORDER BY survey, version', [
        String(row['id']),
      ]);
      return { ...toSummary(row), list: cases.map(toCase), surveyList: surveys.map(toActSurvey) };
    },
    async leftOut(id, viewer) {
      const found = await rows(
        `SELECT reference, due_on, why FROM destruction_left_out d WHERE act = ? AND ${LISTED} ORDER BY reference`,
        [id, ...viewedBy(viewer)],
      );
      return found.map(row => ({
        reference: String(row['reference']),
        dueOn: String(row['due_on']),
        why: textsIn(row['why']) as LeftOut['why'],
      }));
    },
    remaining: async (id, viewer) =>
      (
        await rows(
          `SELECT id, reference, ${KEPT_COLUMNS} FROM submissions s WHERE reference IN
            (SELECT reference FROM destruction_cases d WHERE act = ? AND erased_at IS NULL AND ${LISTED}) ORDER BY reference`,
          [id, ...viewedBy(viewer)],
        )
      ).map(toKept),
  };
}

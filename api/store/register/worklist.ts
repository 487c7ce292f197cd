// The worklist in SQL: cases with an open duty, first due first, by page. Nobody sees a case that is, or may
// be, about them, nor one that has not been screened.
import type { WorkRow, WorkView } from '../../domain/register/work.ts';
import type { State } from '../../domain/submission.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { list } from '../rows.ts';
import { SUMMARY_COLUMNS, toSummary } from '../submissions.ts';

/** The person who looks. */
export interface Viewer {
  readonly id: string;
  readonly directoryId: string | null;
}

export interface WorkQuery {
  readonly view: WorkView;
  readonly viewer: Viewer;
  /** Riga dates: today, and the last day that counts as soon. */
  readonly today: string;
  readonly soon: string;
  readonly kind?: string | undefined;
  readonly state?: State | undefined;
  readonly service?: string | undefined;
  readonly assignee?: string | undefined;
}

/** Behind which row the next page begins. By reference: numbers of rows would tell of cases in between that are not shown. */
export interface Cursor {
  readonly key: string;
  readonly reference: string;
}

interface WorkPage {
  readonly rows: readonly WorkRow[];
  /** Null on the last page. */
  readonly next: Cursor | null;
}

export interface Worklist {
  page(query: WorkQuery, options: { readonly limit: number; readonly after?: Cursor }): Promise<WorkPage>;
  /** Number of cases of each view, counted up to `upTo`, which means that many or more. */
  counts(query: Omit<WorkQuery, 'view'>, upTo: number): Promise<Readonly<Record<WorkView, number>>>;
  /** Of the references those that the viewer may see, in the given order. */
  visible(references: readonly string[], viewer: Viewer): Promise<readonly WorkRow[]>;
}

const COLUMNS = `${SUMMARY_COLUMNS}, assignee, service, spam, unread_since, review_requested_at, erasure_requested_at, closed_at`;
const OPEN = "state IN ('received', 'in-review', 'needs-information', 'reopened')";
const SHUT = "state IN ('answered', 'noted', 'forwarded', 'unexamined', 'withdrawn')";
/** Cases without a due date come last. */
const DUE = "coalesce(due_on, '9999-12-31')";
const NOT_SPAM = "(suspicions IS NULL OR spam = 'cleared')";
/** `?` twice: the viewer's id and directory entry. */
export const SEEN = `screened_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM conflicts c
  WHERE c.reference = s.reference AND c.who IN (?, ?) AND c.why <> 'lifted')`;
export const seenBy = ({ id, directoryId }: Viewer): SqlValue[] => [id, directoryId ?? id];

/** The row of a reference; none where there is none, or it is not the viewer's to see. */
const ROW = `(SELECT s.id FROM submissions s WHERE s.reference = ? AND ${SEEN})`;
const IN_ORDER: Sort = { key: DUE, order: `${DUE}, id`, after: `(${DUE}, id) > (?, ${ROW})` };
/** The longest waiting comes first. */
const waiting = (column: string): Sort => ({
  key: column,
  order: `${column}, id`,
  after: `(${column}, id) > (?, ${ROW})`,
});
const CLOSED_LAST: Sort = {
  key: 'closed_at',
  order: 'closed_at DESC, id DESC',
  after: `(closed_at, id) < (?, ${ROW})`,
};
/** By arrival, in which the row's number is equivalent to its time. */
const NEWEST: Sort = { key: "''", order: 'id DESC', after: `'' = ? AND id < ${ROW}` };

interface Sort {
  readonly key: string;
  readonly order: string;
  /** The condition for rows after that key and id. */
  readonly after: string;
}

interface Part {
  readonly where: string;
  readonly args: (query: Omit<WorkQuery, 'view'>) => readonly SqlValue[];
  readonly sort: Sort;
}

const part = (where: string, args: Part['args'] = () => [], sort: Part['sort'] = IN_ORDER): Part => ({
  where,
  args,
  sort,
});

const PARTS: Readonly<Record<WorkView, Part>> = {
  open: part(`${OPEN} AND ${NOT_SPAM}`),
  overdue: part(`${OPEN} AND ${NOT_SPAM} AND ${DUE} < ?`, ({ today }) => [today]),
  soon: part(`${OPEN} AND ${NOT_SPAM} AND ${DUE} BETWEEN ? AND ?`, ({ today, soon }) => [today, soon]),
  mine: part(`${OPEN} AND assignee = ?`, ({ viewer }) => [viewer.id]),
  unassigned: part(`${OPEN} AND ${NOT_SPAM} AND assignee IS NULL`),
  unread: part('unread_since IS NOT NULL', () => [], waiting('unread_since')),
  review: part('review_requested_at IS NOT NULL', () => [], waiting('review_requested_at')),
  erasure: part('erasure_requested_at IS NOT NULL', () => [], waiting('erasure_requested_at')),
  unsent: part('to_send_since IS NOT NULL', () => [], waiting('to_send_since')),
  spam: part(`suspicions IS NOT NULL AND spam IS NULL AND ${OPEN}`, () => [], NEWEST),
  whistleblower: part("handling = 'whistleblower'", () => [], NEWEST),
  closed: part(`closed_at IS NOT NULL AND ${SHUT}`, () => [], CLOSED_LAST),
};

const VIEWS = Object.keys(PARTS) as WorkView[];

function conditions({ view, ...query }: WorkQuery): { where: string; args: SqlValue[] } {
  const { where, args } = PARTS[view];
  const ordinary = view === 'whistleblower' ? [] : ["handling = 'ordinary'"];
  const filters = (['kind', 'state', 'service', 'assignee'] as const).flatMap(name =>
    query[name] === undefined ? [] : [[`${name} = ?`, query[name]] as const],
  );
  return {
    where: [where, ...ordinary, SEEN, ...filters.map(([sql]) => sql)].join(' AND '),
    args: [...args(query), ...seenBy(query.viewer), ...filters.map(([, value]) => value)],
  };
}

const toWorkRow = (row: Row): WorkRow => ({
  ...toSummary(row),
  assignee: textOrNull(row['assignee']),
  service: textOrNull(row['service']),
  spam: row['spam'] as WorkRow['spam'],
  unreadSince: textOrNull(row['unread_since']),
  reviewRequestedAt: textOrNull(row['review_requested_at']),
  erasureRequestedAt: textOrNull(row['erasure_requested_at']),
  closedAt: textOrNull(row['closed_at']),
});

function pageStatement(query: WorkQuery, limit: number, after: Cursor | undefined): Statement {
  const { where, args } = conditions(query);
  const { key, order, after: behind } = PARTS[query.view].sort;
  const from = after ? [after.key, after.reference, ...seenBy(query.viewer)] : [];
  return {
    sql: `SELECT ${COLUMNS}, ${key} AS sort_key FROM submissions s WHERE ${where}${after ? ` AND ${behind}` : ''}
      ORDER BY ${order} LIMIT ?`,
    args: [...args, ...from, limit],
  };
}

/** The worklist over any engine behind the port. */
export function createWorklist(database: Database): Worklist {
  return {
    async page(query, { limit, after }) {
      // One more than requested shows whether there is another page.
      const { rows } = await database.execute(pageStatement(query, limit + 1, after));
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const more = rows.length > limit && last;
      return {
        rows: shown.map(toWorkRow),
        next: more ? { key: String(last['sort_key']), reference: String(last['reference']) } : null,
      };
    },
    async counts(query, upTo) {
      const results = await database.batch(
        VIEWS.map(view => {
          const { where, args } = conditions({ ...query, view });
          return {
            sql: `SELECT count(*) AS n FROM (SELECT 1 FROM submissions s WHERE ${where} LIMIT ?)`,
            args: [...args, upTo],
          };
        }),
      );
      return Object.fromEntries(VIEWS.map((view, i) => [view, Number(results[i]?.rows[0]?.['n'])])) as Record<
        WorkView,
        number
      >;
    },
    async visible(references, viewer) {
      if (references.length === 0) return [];
      const { rows } = await database.execute({
        sql: `SELECT ${COLUMNS} FROM submissions s WHERE reference IN ${list(references)} AND ${SEEN}
          AND handling = 'ordinary'`,
        args: [...references, ...seenBy(viewer)],
      });
      const found = new Map(rows.map(row => [String(row['reference']), toWorkRow(row)]));
      return references.flatMap(reference => found.get(reference) ?? []);
    },
  };
}

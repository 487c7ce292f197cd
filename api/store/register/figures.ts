// Counts for the figures in SQL: cases by the days of arrival, closing and due date. Erased cases count by
// their `tombstones`; spam and cases outside the ordinary register do not count.
import type { CaseGroup, Dimension } from '../../domain/register/figures.ts';
import type { RatingGroup } from '../../domain/register/satisfaction.ts';
import type { State } from '../../domain/submission.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, SqlValue } from '../database.ts';
import { SEEN, seenBy, type Viewer } from './worklist.ts';

/** From an instant (inclusive) to another (exclusive); ISO 8601 in UTC. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A group whose days are slots: a day in UTC, or one of its last hours (`dayOf`). */
type SlotGroup = CaseGroup;

export interface FigureStore {
  /**
   * Cases received before an instant, and not before another, and closed in a span, or not closed; by rule
   * point: by all its points. Queried a few days at a time, because it blocks the database while it runs.
   */
  groups(
    by: Dimension,
    of: {
      readonly receivedFrom?: string | null;
      readonly receivedBefore: string;
      readonly closed: Span | null;
    },
  ): Promise<readonly SlotGroup[]>;
  ratings(span: Span): Promise<readonly RatingGroup[]>;
  /** Cases closed in the span whose term had been extended. */
  extended(span: Span): Promise<readonly SlotGroup[]>;
  /** Cases excluded from the figures, received in the span. */
  apart(span: Span): Promise<Apart>;
  /** Cases open now that the viewer may see, by whose they are: a person's id, or empty. Nobody's name. */
  assignees(today: string, viewer: Viewer): Promise<readonly Assigned[]>;
  /** When the first case came; null when there is none. */
  since(): Promise<string | null>;
  /** When the first case came that the viewer may see. */
  sinceFor(viewer: Viewer): Promise<string | null>;
  /** The same of what is hidden from the viewer; groups: received before the end of the span and not closed before it. */
  readonly hidden: {
    /** Whether there is anything. */
    any(viewer: Viewer): Promise<boolean>;
    groups(by: Dimension, span: Span, viewer: Viewer): Promise<readonly SlotGroup[]>;
    ratings(span: Span, viewer: Viewer): Promise<readonly RatingGroup[]>;
    extended(span: Span, viewer: Viewer): Promise<readonly SlotGroup[]>;
    apart(span: Span, viewer: Viewer): Promise<Apart>;
  };
}

/** How many cases the figures leave out. */
interface Apart {
  readonly spam: number;
  readonly whistleblower: number;
}

interface Assigned {
  readonly assignee: string | null;
  readonly open: number;
  readonly overdue: number;
}

const ORDINARY = "handling = 'ordinary' AND spam IS NOT 'confirmed'";
const FIGURES = 'submissions INDEXED BY submissions_figures';
const OPEN = "state IN ('received', 'in-review', 'needs-information', 'reopened')";

/** Riga is at most three hours ahead: only from 21:00 UTC on may its date be the next one. */
const slot = (column: string): string =>
  `CASE WHEN substr(${column}, 12, 2) >= '21' THEN substr(${column}, 1, 13) ELSE substr(${column}, 1, 10) END`;

const VALUE: Readonly<Record<Dimension, string>> = {
  all: "''",
  kind: 'kind',
  service: "coalesce(service, '')",
  point: 'rule_points',
  // Only a complaint is found justified or not; the others share one empty value.
  outcome: "CASE kind WHEN 'complaint' THEN coalesce(outcome, 'none') ELSE '' END",
  channel: 'channel',
};

/** An unsent reply has no tombstone yet; it is judged by its closing day. */
const SENT = {
  submissions: "CASE WHEN to_send_since IS NOT NULL THEN 'waiting' ELSE sent_on END",
  tombstones: 'sent_on',
} as const;

const grouped = (by: Dimension, table: string, where: string): string =>
  `SELECT ${VALUE[by]} AS value, ${slot('received_at')} AS received, ${slot('closed_at')} AS closed, due_on, state,
    ${SENT[table === 'tombstones' ? 'tombstones' : 'submissions']} AS sent, count(*) AS n
  FROM ${table} WHERE ${where} GROUP BY 1, 2, 3, 4, 5, 6`;

const toGroup = (row: Row): SlotGroup => ({
  value: String(row['value']),
  receivedOn: String(row['received']),
  closedOn: row['closed'] === null ? null : String(row['closed']),
  dueOn: row['due_on'] === null ? null : String(row['due_on']),
  state: String(row['state']) as State,
  sent: row['sent'] === null ? null : String(row['sent']),
  n: Number(row['n']),
});

/** References that are hidden from a viewer (`seenBy`): kept from them, or not looked through for that yet. */
const HIDDEN = `SELECT reference FROM conflicts WHERE who IN (?, ?) AND why <> 'lifted'
  UNION SELECT reference FROM submissions WHERE screened_at IS NULL`;
/** Asks for those alone where there is a viewer. */
const onlyHidden = (viewer: Viewer | null): [string, SqlValue[]] =>
  viewer ? [` AND reference IN (${HIDDEN})`, seenBy(viewer)] : ['', []];

const EXTENDED = "reference IN (SELECT reference FROM events WHERE kind = 'due-extended')";

/** The figures over any engine behind the port. */
export function figureStore(database: Database): FigureStore {
  const one = async (sql: string, args: readonly SqlValue[] = []): Promise<Row> =>
    (await database.execute({ sql, args })).rows[0] ?? {};
  async function ratings({ from, to }: Span, viewer: Viewer | null): Promise<readonly RatingGroup[]> {
    const [only, who] = onlyHidden(viewer);
    const { rows } = await database.execute({
      sql: `SELECT satisfaction, effort, sum(n) AS n FROM (
          SELECT r.satisfaction, r.effort, count(*) AS n FROM ratings r JOIN submissions s USING (reference)
            WHERE r.given_at >= ? AND r.given_at < ? AND s.handling = 'ordinary' AND s.spam IS NOT 'confirmed'${only}
            GROUP BY 1, 2
          UNION ALL SELECT satisfaction, effort, count(*) FROM tombstones
            WHERE rated_at >= ? AND rated_at < ? AND satisfaction IS NOT NULL${only} GROUP BY 1, 2
        ) GROUP BY 1, 2`,
      args: [from, to, ...who, from, to, ...who],
    });
    return rows.map(row => ({
      satisfaction: Number(row['satisfaction']),
      effort: row['effort'] === null ? null : Number(row['effort']),
      n: Number(row['n']),
    }));
  }
  async function extended({ from, to }: Span, viewer: Viewer | null): Promise<readonly SlotGroup[]> {
    const [only, who] = onlyHidden(viewer);
    const closed = `${EXTENDED} AND closed_at >= ? AND closed_at < ?${only}`;
    const { rows } = await database.execute({
      sql: [
        grouped('all', 'submissions', `${closed} AND ${ORDINARY}`),
        grouped('all', 'tombstones', closed),
      ].join(' UNION ALL '),
      args: [from, to, ...who, from, to, ...who],
    });
    return rows.map(toGroup);
  }
  async function apart({ from, to }: Span, viewer: Viewer | null): Promise<Apart> {
    const [only, who] = onlyHidden(viewer);
    const row = await one(
      `SELECT coalesce(sum(handling = 'ordinary'), 0) AS spam, coalesce(sum(handling = 'whistleblower'), 0) AS whistleblower
        FROM ${viewer ? 'submissions' : FIGURES}
        WHERE received_at >= ? AND received_at < ? AND (spam = 'confirmed' OR handling = 'whistleblower')${only}`,
      [from, to, ...who],
    );
    return { spam: Number(row['spam']), whistleblower: Number(row['whistleblower']) };
  }
  return {
    async groups(by, { receivedFrom = null, receivedBefore, closed }) {
      const closing = closed ? 'closed_at >= ? AND closed_at < ?' : 'closed_at IS NULL';
      const when = receivedFrom === null ? closing : `${closing} AND received_at >= ?`;
      const args = [
        ...(closed ? [closed.from, closed.to] : []),
        ...(receivedFrom === null ? [] : [receivedFrom]),
        receivedBefore,
      ];
      const { rows } = await database.execute({
        sql: [
          grouped(by, FIGURES, `${when} AND received_at < ? AND ${ORDINARY}`),
          grouped(by, 'tombstones', `${when} AND received_at < ?`),
        ].join(' UNION ALL '),
        args: [...args, ...args],
      });
      return rows.map(toGroup);
    },
    ratings: span => ratings(span, null),
    extended: span => extended(span, null),
    apart: span => apart(span, null),
    hidden: {
      any: async viewer => {
        const sql = `SELECT EXISTS (${HIDDEN}) AS found`;
        return Number((await one(sql, seenBy(viewer)))['found']) === 1;
      },
      async groups(by, { from, to }, viewer) {
        const where = `reference IN (${HIDDEN}) AND received_at < ? AND (closed_at IS NULL OR closed_at >= ?)`;
        const args = [...seenBy(viewer), to, from];
        const { rows } = await database.execute({
          sql: [
            grouped(by, 'submissions', `${where} AND ${ORDINARY}`),
            grouped(by, 'tombstones', where),
          ].join(' UNION ALL '),
          args: [...args, ...args],
        });
        return rows.map(toGroup);
      },
      ratings,
      extended,
      apart,
    },
    async assignees(today, viewer) {
      const { rows } = await database.execute({
        sql: `SELECT assignee, count(*) AS open, coalesce(sum(due_on < ?), 0) AS overdue FROM submissions s
          WHERE ${OPEN} AND ${ORDINARY} AND ${SEEN} GROUP BY assignee ORDER BY 3 DESC, 2 DESC, 1`,
        args: [today, ...seenBy(viewer)],
      });
      return rows.map(row => ({
        assignee: row['assignee'] === null ? null : String(row['assignee']),
        open: Number(row['open']),
        overdue: Number(row['overdue']),
      }));
    },
    async sinceFor(viewer) {
      const row = await one(
        `SELECT min(at) AS at FROM (
          SELECT (SELECT s.received_at FROM submissions s WHERE ${SEEN} ORDER BY s.id LIMIT 1) AS at
          UNION ALL SELECT min(received_at) FROM tombstones WHERE reference NOT IN (${HIDDEN}))`,
        [...seenBy(viewer), ...seenBy(viewer)],
      );
      return textOrNull(row['at']);
    },
    async since() {
      const row = await one(
        `SELECT min(at) AS at FROM (SELECT received_at AS at FROM submissions WHERE id = (SELECT min(id) FROM submissions)
        UNION ALL SELECT min(received_at) FROM tombstones)`,
      );
      return typeof row['at'] === 'string' ? row['at'] : null;
    },
  };
}

// What the figures are made of, counted in SQL: cases by the days they came, ended and were due. Erased cases count by what
// is left of them (`tombstones`); spam and what left the ordinary register do not.
import type { CaseGroup, Dimension } from '../../domain/register/figures.ts';
import type { RatingGroup } from '../../domain/register/satisfaction.ts';
import type { State } from '../../domain/submission.ts';
import type { Database, Row } from '../database.ts';

/** From an instant up to, and without, another; ISO 8601 in UTC. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A group whose days are slots: a day in UTC, or one of its last hours (`dayOf`). */
type SlotGroup = CaseGroup;

export interface FigureStore {
  /**
   * Cases received before an instant, and not before another, and closed in a span, or not closed at all; by rule point: by
   * all its points. Asked a few days at a time: for as long as it takes nobody else has the database.
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
  /** Those closed in the span whose term had been extended. */
  extended(span: Span): Promise<readonly SlotGroup[]>;
  /** What the figures leave out, received in the span. */
  apart(span: Span): Promise<{ readonly spam: number; readonly whistleblower: number }>;
  /** Cases open now by whose they are: a person's id, or empty. Nobody's name. */
  assignees(today: string): Promise<readonly Assigned[]>;
  /** When the first case came; null while there is none. */
  since(): Promise<string | null>;
}

interface Assigned {
  readonly assignee: string | null;
  readonly open: number;
  readonly overdue: number;
}

const ORDINARY = "handling = 'ordinary' AND spam IS NOT 'confirmed'";
const FIGURES = 'submissions INDEXED BY submissions_figures';
const OPEN = "state IN ('received', 'in-review', 'needs-information', 'reopened')";

/** Riga is at most three hours ahead: only from 21 o'clock in UTC on may its date be the next one. */
const slot = (column: string): string =>
  `CASE WHEN substr(${column}, 12, 2) >= '21' THEN substr(${column}, 1, 13) ELSE substr(${column}, 1, 10) END`;

const VALUE: Readonly<Record<Dimension, string>> = {
  all: "''",
  kind: 'kind',
  service: "coalesce(service, '')",
  point: 'rule_points',
  // Only a complaint is found justified or not; the others stand under one empty value.
  outcome: "CASE kind WHEN 'complaint' THEN coalesce(outcome, 'none') ELSE '' END",
  channel: 'channel',
};

/** A reply that still waits leaves no stone to be judged by: there it counts by its closing. */
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

const EXTENDED = "reference IN (SELECT reference FROM events WHERE kind = 'due-extended')";

/** The figures over any engine behind the port. */
export function figureStore(database: Database): FigureStore {
  const one = async (sql: string, args: readonly string[] = []): Promise<Row> =>
    (await database.execute({ sql, args })).rows[0] ?? {};
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
    async ratings({ from, to }) {
      const { rows } = await database.execute({
        sql: `SELECT satisfaction, effort, sum(n) AS n FROM (
          SELECT r.satisfaction, r.effort, count(*) AS n FROM ratings r JOIN submissions s USING (reference)
            WHERE r.given_at >= ? AND r.given_at < ? AND s.handling = 'ordinary' AND s.spam IS NOT 'confirmed' GROUP BY 1, 2
          UNION ALL SELECT satisfaction, effort, count(*) FROM tombstones
            WHERE rated_at >= ? AND rated_at < ? AND satisfaction IS NOT NULL GROUP BY 1, 2
        ) GROUP BY 1, 2`,
        args: [from, to, from, to],
      });
      return rows.map(row => ({
        satisfaction: Number(row['satisfaction']),
        effort: row['effort'] === null ? null : Number(row['effort']),
        n: Number(row['n']),
      }));
    },
    async extended({ from, to }) {
      const { rows } = await database.execute({
        sql: ['submissions', 'tombstones']
          .map(table =>
            grouped(
              'all',
              table,
              `${EXTENDED} AND closed_at >= ? AND closed_at < ?${table === 'submissions' ? ` AND ${ORDINARY}` : ''}`,
            ),
          )
          .join(' UNION ALL '),
        args: [from, to, from, to],
      });
      return rows.map(toGroup);
    },
    async apart({ from, to }) {
      const row = await one(
        `SELECT coalesce(sum(handling = 'ordinary'), 0) AS spam, coalesce(sum(handling = 'whistleblower'), 0) AS whistleblower
        FROM ${FIGURES}
        WHERE received_at >= ? AND received_at < ? AND (spam = 'confirmed' OR handling = 'whistleblower')`,
        [from, to],
      );
      return { spam: Number(row['spam']), whistleblower: Number(row['whistleblower']) };
    },
    async assignees(today) {
      const { rows } = await database.execute({
        sql: `SELECT assignee, count(*) AS open, coalesce(sum(due_on < ?), 0) AS overdue FROM submissions
          WHERE ${OPEN} AND ${ORDINARY} GROUP BY assignee ORDER BY 3 DESC, 2 DESC, 1`,
        args: [today],
      });
      return rows.map(row => ({
        assignee: row['assignee'] === null ? null : String(row['assignee']),
        open: Number(row['open']),
        overdue: Number(row['overdue']),
      }));
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

// The rows of cases with their events, a page at a time, each page as of one moment. Used by the check that they agree.
import type { CaseRows, Columns } from '../../domain/register/compare.ts';
import type { ReplayedEvent } from '../../domain/register/replay.ts';
import type { Database, Row, Statement } from '../database.ts';

interface CheckedCase extends CaseRows {
  readonly events: readonly ReplayedEvent[];
}

interface CheckedPage {
  readonly cases: readonly CheckedCase[];
  /** Cases they are linked with that are there. */
  readonly others: ReadonlySet<string>;
  /** The row id to go on behind; null on the last page. */
  readonly next: number | null;
}

interface CheckedStone {
  readonly reference: string;
  readonly events: readonly ReplayedEvent[];
  readonly stone: Columns | null;
}

interface StonePage {
  readonly stones: readonly CheckedStone[];
  /** The event to go on behind; null on the last page. */
  readonly next: number | null;
}

export interface CheckedRows {
  /** Whether the database has all columns that are checked; an older copy has not. */
  isCurrent(): Promise<boolean>;
  cases(after: number, limit: number): Promise<CheckedPage>;
  /** What was erased, by the number of the event that says so. */
  erased(after: number, limit: number): Promise<StonePage>;
  /** Tombstones without an erasure. */
  loose(): Promise<readonly string[]>;
}

const CASES = '(SELECT reference FROM submissions WHERE id > ? ORDER BY id LIMIT ?)';
const EVENTS = 'reference, at, kind, actor, detail';

/** Everything of one page, in one read. */
const casePage = (after: number, limit: number): Statement[] => {
  const of = (sql: string): Statement => ({ sql: sql.replace('@', CASES), args: [after, limit] });
  return [
    {
      sql: `SELECT id, reference, kind, state, received_at, due_on, service, rule_points, unread_since,
        review_requested_at, erasure_requested_at, assignee, channel, spam, handling, closed_at, outcome, held_since,
        sent_on FROM submissions WHERE id > ? ORDER BY id LIMIT ?`,
      args: [after, limit],
    },
    of(`SELECT ${EVENTS} FROM events WHERE reference IN @ ORDER BY reference, seq`),
    of('SELECT reference, id, at, author, kind FROM messages WHERE reference IN @'),
    of('SELECT reference, id, at, person, kind FROM notes WHERE reference IN @'),
    of('SELECT reference, other, kind FROM links WHERE reference IN @'),
    of('SELECT other AS reference, reference AS other, kind FROM links WHERE other IN @'),
    of('SELECT reference, id, published_on, withdrawn_on FROM publications WHERE reference IN @'),
    of('SELECT reference, given_at, satisfaction, effort FROM ratings WHERE reference IN @'),
    of('SELECT reference, who, why FROM conflicts WHERE reference IN @'),
    of(`SELECT s.reference, a.message, count(*) AS n FROM submissions s JOIN attachments a ON a.submission_id = s.id
      WHERE s.reference IN @ AND a.draft IS NULL GROUP BY s.reference, a.message`),
    of(`SELECT DISTINCT s.reference FROM submissions s JOIN events e
      ON e.kind = 'linked' AND CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.other') END = s.reference
      WHERE e.reference IN @`),
  ];
};

const grouped = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(rows, row => String(row['reference']));

const toEvent = (row: Row): ReplayedEvent => ({
  at: String(row['at']),
  kind: String(row['kind']),
  actor: String(row['actor']),
  detail: String(row['detail']),
});

const ERASED =
  "SELECT seq, reference FROM events WHERE kind = 'erased' AND kind <> 'received' AND seq > ? ORDER BY seq LIMIT ?";

/** The rows over any engine behind the port. */
export function checkedRows(database: Database): CheckedRows {
  return {
    async isCurrent() {
      const { rows } = await database.execute({
        sql: "SELECT 1 AS one FROM migrations WHERE id = '0025-marks'",
      });
      return rows.length > 0;
    },
    async cases(after, limit) {
      const results = await database.batch(casePage(after, limit));
      const [submissions = [], ...parts] = results.map(({ rows }) => rows);
      const [events, messages, notes, linked, back, publications, ratings, conflicts, files] =
        parts.map(grouped);
      const cases = submissions.map((row): CheckedCase => {
        const reference = String(row['reference']);
        const of = (rows: ReadonlyMap<string, readonly Row[]> | undefined) => rows?.get(reference) ?? [];
        return {
          reference,
          row,
          events: of(events).map(toEvent),
          messages: of(messages),
          notes: of(notes),
          links: [...of(linked), ...of(back)],
          publications: of(publications),
          rating: of(ratings)[0] ?? null,
          conflicts: of(conflicts),
          files: of(files),
        };
      });
      const others = new Set((parts[9] ?? []).map(row => String(row['reference'])));
      const last = submissions.at(-1);
      return { cases, others, next: submissions.length === limit && last ? Number(last['id']) : null };
    },
    async erased(after, limit) {
      const within = `(SELECT reference FROM (${ERASED}))`;
      const args = [after, limit];
      const [gone, events, stones] = await database.batch([
        { sql: ERASED, args },
        { sql: `SELECT ${EVENTS} FROM events WHERE reference IN ${within} ORDER BY reference, seq`, args },
        { sql: `SELECT * FROM tombstones WHERE reference IN ${within}`, args },
      ]);
      const [eventsOf, stoneOf] = [grouped(events?.rows ?? []), grouped(stones?.rows ?? [])];
      const page = (gone?.rows ?? []).map((row): CheckedStone => {
        const reference = String(row['reference']);
        return {
          reference,
          events: (eventsOf.get(reference) ?? []).map(toEvent),
          stone: stoneOf.get(reference)?.[0] ?? null,
        };
      });
      const last = gone?.rows.at(-1);
      return { stones: page, next: page.length === limit && last ? Number(last['seq']) : null };
    },
    async loose() {
      const { rows } = await database.execute({
        sql: `SELECT t.reference FROM tombstones t WHERE NOT EXISTS
          (SELECT 1 FROM events e WHERE e.reference = t.reference AND e.kind = 'erased' AND e.kind <> 'received') LIMIT 1000`,
      });
      return rows.map(row => String(row['reference']));
    },
  };
}

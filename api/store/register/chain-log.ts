// The event chain for auditors: its last events as codes, by page.
import type { Head } from '../../domain/chain.ts';
import type { LoggedEvent } from '../../domain/register/events.ts';
import { eventsAfter } from '../chain.ts';
import type { Database, SqlValue, Statement } from '../database.ts';
import type { Viewer } from './worklist.ts';

export interface ChainQuery {
  readonly viewer: Viewer;
  /** True when cases outside the ordinary register are included. */
  readonly whistleblower: boolean;
  readonly kind?: string | undefined;
  /** ISO 8601, UTC; the second is exclusive. */
  readonly span?: readonly [string, string] | undefined;
  /** Only events before this number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface ChainStore {
  /** The last event; null when there is none. */
  head(): Promise<(Head & { readonly at: string }) | null>;
  /** Newest first. */
  events(query: ChainQuery): Promise<readonly LoggedEvent[]>;
  /** The number of the event at a place; null where none is shown there. */
  seqAt(place: Place, who: Who): Promise<number | null>;
  placeOf(event: Pick<LoggedEvent, 'seq' | 'reference'>, who: Who): Promise<Place>;
  readonly after: ReturnType<typeof eventsAfter>;
  /** Which of these cases a finding may not name to the viewer. */
  hidden(
    to: Pick<ChainQuery, 'viewer' | 'whistleblower'>,
    references: readonly string[],
  ): Promise<ReadonlySet<string>>;
}

const fact = (name: string): string =>
  `CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.${name}') END`;
const kept = (reference: string): string =>
  `EXISTS (SELECT 1 FROM conflicts c WHERE c.reference = ${reference} AND c.who IN (?, ?) AND c.why <> 'lifted')`;

/**
 * That there is a case about somebody is not theirs to learn: not by an event, also after it is erased, not by a link from
 * another case, and not in the moment before it is looked through.
 */
const NOT_ABOUT = `NOT ${kept('e.reference')}
  AND NOT (e.kind = 'conflict-noted' AND ${fact('who')} IS ?)
  AND NOT (e.kind IN ('linked', 'unlinked') AND ${kept(fact('other'))})
  AND NOT EXISTS (SELECT 1 FROM submissions u WHERE u.reference = e.reference AND u.screened_at IS NULL)`;
const aboutArgs = ({ id, directoryId }: Viewer): SqlValue[] => {
  const ids = [id, directoryId ?? id];
  return [...ids, id, ...ids];
};
const ORDINARY = `NOT EXISTS (SELECT 1 FROM submissions s
  WHERE s.reference = e.reference AND s.handling = 'whistleblower')`;

/**
 * Arrivals are numerous and read from the end of the chain; all others have an index without arrivals, which
 * SQLite uses only when the statement itself excludes them.
 */
const ofKind = (kind: string): [string, SqlValue[]] =>
  kind === 'received' ? ['e.kind = ?', [kind]] : ["e.kind = ? AND e.kind <> 'received'", [kind]];

type Who = Pick<ChainQuery, 'viewer' | 'whistleblower'>;

const visibleTo = ({ viewer, whistleblower }: Who): [string, SqlValue[]][] => [
  [NOT_ABOUT, aboutArgs(viewer)],
  ...(whistleblower ? [] : [[ORDINARY, []] as [string, SqlValue[]]]),
];

/** An event by its case and its place among those of the case that are shown: its number would tell of others. */
export interface Place {
  readonly reference: string;
  /** From 1. */
  readonly n: number;
}

/** One page of events, newest first. */
export function eventsPage({ viewer, whistleblower, kind, span, before, limit }: ChainQuery): Statement {
  const where: [string, SqlValue[]][] = [
    ...(before === undefined ? [] : [['e.seq < ?', [before]] as [string, SqlValue[]]]),
    ...(kind === undefined ? [] : [ofKind(kind)]),
    ...(span === undefined ? [] : [['e.at >= ? AND e.at < ?', [...span]] as [string, SqlValue[]]]),
    ...visibleTo({ viewer, whistleblower }),
  ];
  return {
    sql: `SELECT e.seq, e.at, e.kind, e.actor, e.reference FROM events e
      WHERE ${where.map(([sql]) => sql).join(' AND ')} ORDER BY e.seq DESC LIMIT ?`,
    args: [...where.flatMap(([, args]) => args), limit],
  };
}

/** People a case was ever about: the finding may be the change that let them see it. */
const EVER_ABOUT = `EXISTS (SELECT 1 FROM conflicts c WHERE c.reference = r.value AND c.who IN (?, ?))
  OR EXISTS (SELECT 1 FROM events e WHERE e.reference = r.value AND e.kind = 'conflict-noted'
    AND CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.who') END = ?)`;
const EVER_WHISTLEBLOWER = `EXISTS (SELECT 1 FROM submissions s
    WHERE s.reference = r.value AND s.handling = 'whistleblower')
  OR EXISTS (SELECT 1 FROM events e WHERE e.reference = r.value AND e.kind = 'whistleblower-marked')`;

/** The store over any engine behind the port. */
export const chainStore = (database: Database): ChainStore => ({
  after: eventsAfter(database),
  async hidden({ viewer, whistleblower }, references) {
    if (references.length === 0) return new Set();
    const { rows } = await database.execute({
      sql: `SELECT r.value AS reference FROM json_each(?) r
        WHERE ${EVER_ABOUT} ${whistleblower ? '' : `OR ${EVER_WHISTLEBLOWER}`}`,
      args: [JSON.stringify(references), viewer.id, viewer.directoryId ?? viewer.id, viewer.id],
    });
    return new Set(rows.map(row => String(row['reference'])));
  },
  async head() {
    const { rows } = await database.execute({
      sql: 'SELECT seq, hash, at FROM events ORDER BY seq DESC LIMIT 1',
    });
    const [row] = rows;
    return row ? { seq: Number(row['seq']), hash: row['hash'] as Uint8Array, at: String(row['at']) } : null;
  },
  async seqAt({ reference, n }, who) {
    const where = visibleTo(who);
    const { rows } = await database.execute({
      sql: `SELECT e.seq FROM events e WHERE e.reference = ? AND ${where.map(([sql]) => sql).join(' AND ')}
        ORDER BY e.seq LIMIT 1 OFFSET ?`,
      args: [reference, ...where.flatMap(([, args]) => args), n - 1],
    });
    return rows[0] ? Number(rows[0]['seq']) : null;
  },
  async placeOf({ seq, reference }, who) {
    const where = visibleTo(who);
    const { rows } = await database.execute({
      sql: `SELECT count(*) AS n FROM events e
        WHERE e.reference = ? AND e.seq <= ? AND ${where.map(([sql]) => sql).join(' AND ')}`,
      args: [reference, seq, ...where.flatMap(([, args]) => args)],
    });
    return { reference, n: Number(rows[0]?.['n']) };
  },
  async events(query) {
    const { rows } = await database.execute(eventsPage(query));
    return rows.map(row => ({
      seq: Number(row['seq']),
      at: String(row['at']),
      kind: String(row['kind']),
      actor: String(row['actor']),
      reference: String(row['reference']),
    }));
  },
});

// The event chain for those who watch over it: its last events as codes, a page at a time.
import type { Head } from '../../domain/chain.ts';
import type { LoggedEvent } from '../../domain/register/events.ts';
import { eventsAfter } from '../chain.ts';
import type { Database, SqlValue, Statement } from '../database.ts';
import type { Viewer } from './worklist.ts';

export interface ChainQuery {
  readonly viewer: Viewer;
  /** Whether what left the ordinary register is told of, too. */
  readonly whistleblower: boolean;
  readonly kind?: string | undefined;
  /** ISO 8601, UTC; up to and without the second. */
  readonly span?: readonly [string, string] | undefined;
  /** Only events before this number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface ChainStore {
  /** The last event; null while there is none. */
  head(): Promise<(Head & { readonly at: string }) | null>;
  /** Newest first. */
  events(query: ChainQuery): Promise<readonly LoggedEvent[]>;
  readonly after: ReturnType<typeof eventsAfter>;
  /** Which of these cases a finding may not name to the viewer. */
  hidden(
    to: Pick<ChainQuery, 'viewer' | 'whistleblower'>,
    references: readonly string[],
  ): Promise<ReadonlySet<string>>;
}

/** That there is a case about somebody is not theirs to learn, not even by a row without a number, or after it is erased. */
const NOT_ABOUT = `NOT EXISTS (SELECT 1 FROM conflicts c
    WHERE c.reference = e.reference AND c.who IN (?, ?) AND c.why <> 'lifted')
  AND NOT (e.kind = 'conflict-noted' AND CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.who') END IS ?)`;
const ORDINARY = `NOT EXISTS (SELECT 1 FROM submissions s
  WHERE s.reference = e.reference AND s.handling = 'whistleblower')`;

/**
 * Arrivals are many and read from the end of the chain; everything else stands in an index without them, which is used only
 * where the statement itself says that it asks for no arrival.
 */
const ofKind = (kind: string): [string, SqlValue[]] =>
  kind === 'received' ? ['e.kind = ?', [kind]] : ["e.kind = ? AND e.kind <> 'received'", [kind]];

/** One page of events, newest first. */
export function eventsPage({ viewer, whistleblower, kind, span, before, limit }: ChainQuery): Statement {
  const where: [string, SqlValue[]][] = [
    ...(before === undefined ? [] : [['e.seq < ?', [before]] as [string, SqlValue[]]]),
    ...(kind === undefined ? [] : [ofKind(kind)]),
    ...(span === undefined ? [] : [['e.at >= ? AND e.at < ?', [...span]] as [string, SqlValue[]]]),
    [NOT_ABOUT, [viewer.id, viewer.directoryId ?? viewer.id, viewer.id]],
    ...(whistleblower ? [] : [[ORDINARY, []] as [string, SqlValue[]]]),
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

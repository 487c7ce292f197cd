// The event chain for those who watch over it: its last events as codes, a page at a time.
import type { Head } from '../../domain/chain.ts';
import type { LoggedEvent } from '../../domain/register/events.ts';
import { eventsAfter } from '../chain.ts';
import type { Database, SqlValue } from '../database.ts';
import type { Viewer } from './worklist.ts';

export interface ChainQuery {
  readonly viewer: Viewer;
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
}

/** The store over any engine behind the port. */
export const chainStore = (database: Database): ChainStore => ({
  after: eventsAfter(database),
  async head() {
    const { rows } = await database.execute({
      sql: 'SELECT seq, hash, at FROM events ORDER BY seq DESC LIMIT 1',
    });
    const [row] = rows;
    return row ? { seq: Number(row['seq']), hash: row['hash'] as Uint8Array, at: String(row['at']) } : null;
  },
  async events({ viewer, kind, span, before, limit }) {
    const where: [string, SqlValue[]][] = [
      ...(before === undefined ? [] : [['e.seq < ?', [before]] as [string, SqlValue[]]]),
      ...(kind === undefined ? [] : [['e.kind = ?', [kind]] as [string, SqlValue[]]]),
      ...(span === undefined ? [] : [['e.at >= ? AND e.at < ?', [...span]] as [string, SqlValue[]]]),
    ];
    const { rows } = await database.execute({
      sql: `SELECT e.seq, e.at, e.kind, e.actor, CASE WHEN EXISTS (SELECT 1 FROM conflicts c
          WHERE c.reference = e.reference AND c.who IN (?, ?) AND c.why <> 'lifted') THEN NULL ELSE e.reference END AS shown
        FROM events e${where.length > 0 ? ` WHERE ${where.map(([sql]) => sql).join(' AND ')}` : ''}
        ORDER BY e.seq DESC LIMIT ?`,
      args: [viewer.id, viewer.directoryId ?? viewer.id, ...where.flatMap(([, args]) => args), limit],
    });
    return rows.map(row => ({
      seq: Number(row['seq']),
      at: String(row['at']),
      kind: String(row['kind']),
      actor: String(row['actor']),
      reference: row['shown'] === null ? null : String(row['shown']),
    }));
  },
});

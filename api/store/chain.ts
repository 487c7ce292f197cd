// The event chain in SQL, for checking it, and contradictions between the register and the chain.
import type { Actor, StoredEvent } from '../domain/chain.ts';
import type { Database, Row } from './database.ts';

const toStored = (row: Row): StoredEvent => ({
  seq: Number(row['seq']),
  reference: String(row['reference']),
  at: String(row['at']),
  kind: String(row['kind']),
  actor: String(row['actor']) as Actor,
  detail: String(row['detail']),
  hash: row['hash'] as Uint8Array,
});

/** Events after `seq`, in order, at most `limit`. */
export const eventsAfter =
  (database: Database) =>
  async (seq: number, limit: number): Promise<readonly StoredEvent[]> => {
    const { rows } = await database.execute({
      sql: 'SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
      args: [seq, limit],
    });
    return rows.map(toStored);
  };

/** The last events, at most `limit`, in order. */
export async function lastEvents(database: Database, limit: number): Promise<readonly StoredEvent[]> {
  const { rows } = await database.execute({
    sql: 'SELECT * FROM events ORDER BY seq DESC LIMIT ?',
    args: [limit],
  });
  return rows.map(toStored).reverse();
}

/** When and why a submission was erased; null when it was not. */
export async function erasureOf(database: Database, reference: string): Promise<StoredEvent | null> {
  const { rows } = await database.execute({
    sql: "SELECT * FROM events WHERE reference = ? AND kind = 'erased' ORDER BY seq DESC LIMIT 1",
    args: [reference],
  });
  return rows[0] ? toStored(rows[0]) : null;
}

/** When the register was restored to an earlier state (`npm run restore`), oldest first. */
export async function restoresIn(database: Database): Promise<readonly StoredEvent[]> {
  const { rows } = await database.execute({
    sql: "SELECT * FROM events WHERE reference = 'REGISTRS' AND kind = 'restored' ORDER BY seq",
  });
  return rows.map(toStored);
}

const STRAYS = ['gone', 'risen', 'redated'] as const;
/**
 * `gone`: a case whose arrival stands in the chain, that nobody erased and that is not there. `risen`: one that was erased
 * and is there. `redated`: its time of receipt is not the chain's.
 */
export type Stray = (typeof STRAYS)[number];

const SQL: Readonly<Record<Stray, string>> = {
  gone: `SELECT e.reference FROM events e WHERE e.kind = 'received' AND e.seq > ? AND e.seq <= ?
    AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.reference = e.reference)
    AND NOT EXISTS (SELECT 1 FROM events x WHERE x.reference = e.reference AND x.kind = 'erased')`,
  risen: `SELECT s.reference FROM events e JOIN submissions s ON s.reference = e.reference
    WHERE e.kind = 'erased' AND e.seq > ? AND e.seq <= ?`,
  redated: `SELECT s.reference FROM events e JOIN submissions s ON s.reference = e.reference
    WHERE e.kind = 'received' AND e.at <> s.received_at AND e.seq > ? AND e.seq <= ?`,
};

/** Strays among the `limit` events after number `after`. */
export const straysAfter =
  (database: Database) =>
  async (
    after: number,
    limit: number,
  ): Promise<readonly { readonly stray: Stray; readonly reference: string }[]> => {
    const args = [after, after + limit];
    const results = await database.batch(STRAYS.map(stray => ({ sql: SQL[stray], args })));
    return STRAYS.flatMap((stray, i) =>
      (results[i]?.rows ?? []).map(row => ({ stray, reference: String(row['reference']) })),
    );
  };

/** Cases that no event tells of: all of them, at most `limit`. */
export async function unreceivedIn(database: Database, limit: number): Promise<readonly string[]> {
  const { rows } = await database.execute({
    sql: `SELECT s.reference FROM submissions s WHERE NOT EXISTS
      (SELECT 1 FROM events e WHERE e.reference = s.reference AND e.kind = 'received') LIMIT ?`,
    args: [limit],
  });
  return rows.map(row => String(row['reference']));
}

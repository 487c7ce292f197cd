// The event chain of a test's database, checked link by link.
import { follows, GENESIS, type Head, type StoredEvent } from '../../api/domain/chain.ts';
import type { TestApp } from '../api/harness.ts';

/** Every event in chain order. */
export async function eventsOf({ database }: Pick<TestApp, 'database'>): Promise<StoredEvent[]> {
  const { rows } = await database.execute({ sql: 'SELECT * FROM events ORDER BY seq' });
  return rows.map(row => ({
    seq: Number(row['seq']),
    reference: String(row['reference']),
    at: String(row['at']),
    kind: String(row['kind']),
    actor: String(row['actor']) as StoredEvent['actor'],
    detail: String(row['detail']),
    hash: row['hash'] as Uint8Array,
  }));
}

/** The number of the first event that does not follow the previous one; null when the chain is whole. */
export async function firstFault(test: Pick<TestApp, 'database' | 'deps'>): Promise<number | null> {
  let head: Head = GENESIS;
  for (const event of await eventsOf(test)) {
    if (await follows(test.deps.keyring, head, event)) return event.seq;
    head = event;
  }
  return null;
}

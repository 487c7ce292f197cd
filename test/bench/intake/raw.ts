// The limit of the database alone: only the intake's rows in multi-row statements, one commit after another.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openEmbedded } from '../../../api/node/embedded.ts';
import type { Database } from '../../../api/store/database.ts';
import { migrate } from '../../../api/store/migrate.ts';
import { insertPacked } from '../../../api/store/packed-rows.ts';

/** The number of rows that the intake puts into one commit at a hundred connections. */
const ROWS = 100;
const SUBMISSION =
  'reference kind received_at due_on deadline rule_points window_id for_office for_code content content_digest idempotency_hash code_hash receipt';
const EVENT = 'seq reference at kind actor detail hash';
const AT = '2026-11-02T08:00:00Z';

const submission = (n: number) => [
  `KAC-26-R${n}`,
  'complaint',
  AT,
  '2026-12-02',
  JSON.stringify(['x'.repeat(300)]),
  '[]',
  'w',
  ...[60, 60, 1600, 32, 32, 32].map(size => randomBytes(size)),
  'x'.repeat(500),
];
const event = (n: number) => [n, `KAC-26-R${n}`, AT, 'received', 'submitter', '{}', randomBytes(32)];

const commit = (from: number) => {
  const numbers = Array.from({ length: ROWS }, (_, i) => from + i);
  return [
    ...insertPacked('submissions', SUBMISSION.split(' '), numbers.map(submission)),
    ...insertPacked('events', EVENT.split(' '), numbers.map(event)),
  ];
};

/** Opens a fresh register; `measure` returns rows per second over that many seconds. */
export async function openRaw(folder: string) {
  const database: Database = await openEmbedded(join(folder, 'raw.db'));
  await migrate(database);
  let next = 1;
  return {
    async measure(seconds: number): Promise<number> {
      const [start, first] = [performance.now(), next];
      while (performance.now() - start < seconds * 1000) {
        await database.batch(commit(next));
        next += ROWS;
      }
      return ((next - first) * 1000) / (performance.now() - start);
    },
    close: () => database.close(),
  };
}

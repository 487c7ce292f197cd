// Counting attempts on a real database file: in memory with delayed writing, and in the database itself.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { unlimited } from '../../api/domain/limiter.ts';
import type { Limits } from '../../api/domain/limits.ts';
import { storeLimiter } from '../../api/edge/limiter.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { openMemoryLimiter } from '../../api/node/limiter.ts';
import type { Database } from '../../api/store/database.ts';
import { type LimitStore, limitStore } from '../../api/store/limits.ts';
import { migrate } from '../../api/store/migrate.ts';
import { temporaryFolders } from '../support/folder.ts';

const LIMITS: Limits = {
  submit: { ask: 2, refuse: 4 },
  survey: { ask: 3, refuse: 6 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 3 },
  upload: { ask: null, refuse: 300 },
};
const folder = temporaryFolders();

async function openDatabase(): Promise<Database> {
  const database = await openEmbedded(join(folder(), 'kac.db'));
  onTestFinished(() => database.close());
  await migrate(database);
  return database;
}

function clock() {
  let now = new Date('2026-11-23T08:30:00Z');
  return {
    now: () => now,
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

const rowsOf = async (database: Database) =>
  (await database.execute({ sql: 'SELECT source, action, slot, n FROM limit_counts ORDER BY slot' })).rows;

const KINDS = {
  memory: (store: LimitStore, now: () => Date) =>
    openMemoryLimiter({ store, limits: LIMITS, now, log: () => {} }),
  database: async (store: LimitStore, now: () => Date) => storeLimiter(store, LIMITS, now),
};

describe.each(Object.entries(KINDS))('counted in %s', (_, open) => {
  const start = async () => {
    const database = await openDatabase();
    const { now, pass } = clock();
    return { limiter: await open(limitStore(database), now), database, pass };
  };

  it('asks from the soft figure on and refuses from the hard one', async () => {
    const { limiter } = await start();
    const outcomes: string[] = [];
    for (const anyway of [false, false, false, true, true, true, false])
      outcomes.push((await limiter.hit('submit', 'one', anyway)).outcome);
    expect(outcomes).toEqual(['allowed', 'allowed', 'prove', 'allowed', 'allowed', 'refused', 'refused']);
  });

  it('can be looked at without counting', async () => {
    const { limiter } = await start();
    for (let i = 0; i < 5; i += 1) expect((await limiter.look('look-up', 'one')).outcome).toBe('allowed');
    for (let i = 0; i < 3; i += 1) await limiter.hit('look-up', 'one');
    const [looked, hit] = [await limiter.look('look-up', 'one'), await limiter.hit('look-up', 'one')];
    expect(looked).toMatchObject({ outcome: 'refused' });
    expect(looked).toEqual(hit);
    // Only the hard figure counts for a look.
    for (let i = 0; i < 3; i += 1) await limiter.hit('submit', 'one');
    expect((await limiter.look('submit', 'one')).outcome).toBe('allowed');
  });

  it('keeps sources and actions apart', async () => {
    const { limiter } = await start();
    for (let i = 0; i < 3; i += 1) await limiter.hit('look-up', 'one');
    expect((await limiter.hit('look-up', 'one')).outcome).toBe('refused');
    expect((await limiter.hit('look-up', 'two')).outcome).toBe('allowed');
    expect((await limiter.hit('sign-in', 'one')).outcome).toBe('allowed');
  });

  it('tells how often it was before, and lets in again after the time it names', async () => {
    const { limiter, pass } = await start();
    expect(await limiter.hit('sign-in', 'one')).toEqual({ outcome: 'allowed', before: 0 });
    pass(1000);
    expect(await limiter.hit('sign-in', 'one')).toEqual({ outcome: 'allowed', before: 1 });
    expect(await limiter.hit('sign-in', 'one')).toEqual({ outcome: 'allowed', before: 2 });
    const refused = await limiter.hit('sign-in', 'one');
    if (refused.outcome !== 'refused') throw new Error(refused.outcome);
    pass(refused.retryAfter - 1);
    expect((await limiter.hit('sign-in', 'one')).outcome).toBe('refused');
    pass(1);
    expect((await limiter.hit('sign-in', 'one')).outcome).toBe('allowed');
  });

  it('is exact when a hundred come at once', async () => {
    const { limiter } = await start();
    const hits = Array.from({ length: 100 }, () => limiter.hit('submit', 'one', true));
    const outcomes = (await Promise.all(hits)).map(({ outcome }) => outcome);
    expect(outcomes.filter(outcome => outcome === 'allowed')).toHaveLength(4);
    expect(outcomes.filter(outcome => outcome === 'refused')).toHaveLength(96);
  });

  it('never refuses whom it does not know', async () => {
    const { limiter } = await start();
    for (let i = 0; i < 20; i += 1) expect((await limiter.hit('submit', null, true)).outcome).toBe('allowed');
    expect((await limiter.hit('submit', null)).outcome).toBe('prove');
  });
});

describe('counts in memory', () => {
  it('wait for no write, and are written when the server stops', async () => {
    const database = await openDatabase();
    const { now } = clock();
    const limiter = await openMemoryLimiter({
      store: limitStore(database),
      limits: LIMITS,
      now,
      log: () => {},
    });
    limiter.hit('submit', 'one');
    limiter.hit('submit', 'one');
    limiter.hit('look-up', 'two');
    expect(await rowsOf(database)).toEqual([]);
    await limiter.close();
    expect(await rowsOf(database)).toMatchObject([
      { source: 'one', action: 'submit', n: 2 },
      { source: 'two', action: 'look-up', n: 1 },
    ]);
  });

  it('are written within about a second without being asked', async () => {
    const database = await openDatabase();
    const { now } = clock();
    const limiter = await openMemoryLimiter({
      store: limitStore(database),
      limits: LIMITS,
      now,
      log: () => {},
    });
    limiter.hit('submit', 'one');
    await expect.poll(() => rowsOf(database), { timeout: 60_000 }).toHaveLength(1);
    await limiter.close();
  });

  it('outlive a restart and add up', async () => {
    const database = await openDatabase();
    const { now, pass } = clock();
    const open = () => openMemoryLimiter({ store: limitStore(database), limits: LIMITS, now, log: () => {} });
    for (const expected of ['allowed', 'allowed', 'allowed', 'refused']) {
      const limiter = await open();
      expect((await limiter.hit('look-up', 'one')).outcome).toBe(expected);
      await limiter.close();
    }
    pass(2 * 3600);
    const limiter = await open();
    expect((await limiter.hit('look-up', 'one')).outcome).toBe('allowed');
    await limiter.close();
    // Entries older than the window are also removed from the file.
    expect(await rowsOf(database)).toHaveLength(1);
  });

  it('are kept for the next write when one fails, and the log says so without a source', async () => {
    const database = await openDatabase();
    const { now } = clock();
    const store = limitStore(database);
    const log: LogEntry[] = [];
    let broken = true;
    const limiter = await openMemoryLimiter({
      store: {
        ...store,
        add: (rows, since) => (broken ? Promise.reject(new Error('disk full')) : store.add(rows, since)),
      },
      limits: LIMITS,
      now,
      log: entry => log.push(entry),
    });
    limiter.hit('submit', 'one');
    await limiter.close();
    expect(log).toEqual([{ level: 'error', event: 'limits-not-written', detail: { name: 'Error' } }]);
    broken = false;
    limiter.hit('submit', 'one');
    await limiter.close();
    expect(await rowsOf(database)).toMatchObject([{ source: 'one', n: 2 }]);
  });

  it('are gone from the file after their time, at the next start at the latest', async () => {
    const database = await openDatabase();
    const { now, pass } = clock();
    const tools = { store: limitStore(database), limits: LIMITS, now, log: () => {} };
    const limiter = await openMemoryLimiter(tools);
    limiter.hit('submit', 'one');
    await limiter.close();
    pass(65 * 60);
    expect(await rowsOf(database)).toHaveLength(1);
    await (await openMemoryLimiter(tools)).close();
    expect(await rowsOf(database)).toEqual([]);
  });

  it('are forgotten by the running server without a visitor', async () => {
    const { now } = clock();
    const forgotten: number[] = [];
    const store: LimitStore = {
      load: async () => [],
      add: async () => {},
      forget: async since => void forgotten.push(since),
      countsOf: async () => [],
      count: async () => ({ counted: true, counts: [] }),
    };
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const limiter = await openMemoryLimiter({ store, limits: LIMITS, now, log: () => {} });
    limiter.hit('submit', 'one');
    await vi.advanceTimersByTimeAsync(64 * 60_000);
    expect(forgotten).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(forgotten).toHaveLength(2);
    await limiter.close();
  });

  it('stay bounded under a flood of sources', async () => {
    const database = await openDatabase();
    const { now } = clock();
    const limiter = await openMemoryLimiter({
      store: limitStore(database),
      limits: LIMITS,
      now,
      log: () => {},
    });
    for (let i = 0; i < 3; i += 1) limiter.hit('look-up', 'first');
    for (let i = 0; i < 50_000; i += 1) limiter.hit('look-up', `flood ${i}`);
    expect(await limiter.hit('look-up', 'first')).toMatchObject({ outcome: 'allowed', before: 0 });
    expect(await limiter.hit('look-up', 'flood 49999')).toMatchObject({ outcome: 'allowed', before: 1 });
    await limiter.close();
    expect((await rowsOf(database)).length).toBe(50_001);
  });
});

it('lifted limits allow everything', async () => {
  expect(await unlimited.hit('submit', 'one')).toEqual({ outcome: 'allowed', before: 0 });
});

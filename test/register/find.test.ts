// Finding people: indexed after arrival where the office's key is available, found by all words, removed by
// an erasure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFind } from '../../api/compose-register.ts';
import { type IndexTools, indexWords } from '../../api/jobs/index-words.ts';
import { indexTools } from '../../api/node/indexing.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';
import { repeat } from '../../api/node/repeat.ts';
import { searchWordStore } from '../../api/store/search-words.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';

const toolsOf = ({ database, secrets }: TestApp): IndexTools => {
  if (!secrets.office) throw new Error('no office key');
  return { ...indexTools(database, secrets.office), batch: 2 };
};
const index = (test: TestApp) => indexWords(toolsOf(test));

async function file({ app }: TestApp, person: object): Promise<string> {
  const answer = await postJson(app, '/api/complaints', { text: 'Rinda', ...person });
  return ((await answer.json()) as { reference: string }).reference;
}

async function found({ deps }: TestApp, query: string, limit = 10): Promise<string[] | null> {
  const summaries = (await deps.find?.(query, limit)) ?? null;
  return summaries?.map(({ reference }) => reference) ?? null;
}

const erase = ({ deps }: TestApp, reference: string) =>
  deps.erase({
    reference,
    at: '2031-01-10T08:00:00Z',
    actor: 'system',
    detail: { reason: 'submitter-request' },
  });

const countOf = async ({ database }: TestApp, from: string) =>
  Number((await database.execute({ sql: `SELECT count(*) AS n FROM ${from}` })).rows[0]?.['n']);

describe('finding', () => {
  it('finds nobody before the index is made, and then by every word, newest first', async () => {
    const test = await startApp();
    const anna = await file(test, { name: 'Anna Parauga', email: 'anna@paraugs.example', phone: '29123456' });
    const another = await file(test, { name: 'Anna Ozola' });
    await file(test, { name: 'Jānis Ozols', phone: '67000000' });
    expect(await found(test, 'Anna')).toEqual([]);
    expect(await searchWordStore(test.database).unread()).toBe(3);
    expect(await index(test)).toEqual({ indexed: 3, shut: 0 });
    expect(await searchWordStore(test.database).unread()).toBe(0);
    expect(await found(test, 'Anna')).toEqual([another, anna]);
    expect(await found(test, 'Anna', 1)).toEqual([another]);
    expect(await found(test, 'anna ozola')).toEqual([another]);
    expect(await found(test, 'anna 29123456')).toEqual([anna]);
    expect(await found(test, 'anna@paraugs.example')).toEqual([anna]);
    expect(await found(test, 'Anna Jānis')).toEqual([]);
    expect(await found(test, '?')).toBeNull();
  });

  it('goes on with what is new, and indexes nothing twice', async () => {
    const test = await startApp();
    await file(test, { name: 'Anna' });
    expect(await index(test)).toEqual({ indexed: 1, shut: 0 });
    expect(await index(test)).toEqual({ indexed: 0, shut: 0 });
    const later = await file(test, { name: 'Ieva' });
    const again = await test.restart();
    expect(await index(again)).toEqual({ indexed: 1, shut: 0 });
    expect(await found(again, 'Ieva')).toEqual([later]);
    expect(await countOf(again, 'search_words')).toBe(2);
  });

  it('finds a submission that came in after the newest one was erased', async () => {
    const test = await startApp();
    const first = await file(test, { name: 'Anna' });
    await index(test);
    await erase(test, first);
    // The database gives this row the number of the erased one.
    const second = await file(test, { name: 'Anna' });
    expect(await index(test)).toEqual({ indexed: 1, shut: 0 });
    expect(await found(test, 'Anna')).toEqual([second]);
  });

  it('finds no one who was erased, indexed before or not', async () => {
    const test = await startApp();
    const [indexed, waiting] = [await file(test, { name: 'Anna' }), await file(test, { name: 'Anna' })];
    await indexWords({ ...toolsOf(test), batch: 1, stopped: stopAfter(1) });
    expect(await found(test, 'Anna')).toEqual([indexed]);
    await erase(test, indexed);
    await erase(test, waiting);
    expect(await index(test)).toEqual({ indexed: 0, shut: 0 });
    expect(await found(test, 'Anna')).toEqual([]);
    expect(await countOf(test, 'search_words')).toBe(0);
  });

  it('stores no word of someone erased while it read', async () => {
    const test = await startApp();
    const anna = await file(test, { name: 'Anna' });
    // Keeps the minute's key, so that what was read still opens.
    const ieva = await file(test, { name: 'Ieva' });
    const tools = toolsOf(test);
    const words = {
      ...tools.words,
      arrived: async (seq: number, limit: number) => {
        const page = await tools.words.arrived(seq, limit);
        await erase(test, anna);
        return page;
      },
    };
    await indexWords({ ...tools, words });
    const { rows } = await test.database.execute({ sql: 'SELECT reference FROM search_words' });
    expect(rows).toEqual([{ reference: ieva }]);
  });

  it('is made anew under another key; the former tokens go', async () => {
    const test = await startApp();
    const anna = await file(test, { name: 'Anna' });
    await index(test);
    const [former] = (await test.database.execute({ sql: 'SELECT token FROM search_words' })).rows;
    const { office } = test.secrets;
    if (!office) throw new Error('no office key');
    const changed = { ...office, search: random(32) };
    expect(await indexWords(indexTools(test.database, changed))).toEqual({ indexed: 1, shut: 0 });
    const { rows } = await test.database.execute({ sql: 'SELECT token FROM search_words' });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['token']).not.toEqual(former?.['token']);
    expect(await found(test, 'Anna')).toEqual([]);
    const find = createFind(test.database, nodePrimitives, changed);
    expect((await find('Anna', 5))?.map(({ reference }) => reference)).toEqual([anna]);
  });

  it('gives two centres different tokens for the same name, and lays no name down', async () => {
    const tokens = [];
    for (const test of [await startApp(), await startApp()]) {
      await file(test, { name: 'Anna Parauga', email: 'anna@paraugs.example', phone: '29123456' });
      await index(test);
      const { rows } = await test.database.execute({ sql: 'SELECT hex(token) AS token FROM search_words' });
      tokens.push(...rows.map(({ token }) => token));
      for (const name of ['kac.db', 'kac.db-wal'])
        for (const trace of ['parauga', 'paraug', 'anna@', '29123456'])
          expect(readFileSync(join(test.folder, name)).includes(trace)).toBe(false);
    }
    expect(tokens).toHaveLength(10);
    expect(new Set(tokens).size).toBe(10);
  });

  it('counts what the office’s key does not open and goes on', async () => {
    const test = await startApp();
    const anna = await file(test, { name: 'Anna' });
    const ieva = await file(test, { name: 'Ieva' });
    await test.database.execute({
      sql: `UPDATE submissions SET for_office = x'00' WHERE reference = ?`,
      args: [anna],
    });
    expect(await index(test)).toEqual({ indexed: 1, shut: 1 });
    expect(await found(test, 'Ieva')).toEqual([ieva]);
  });

  it('by two programs at once, is the same as by one', async () => {
    const test = await startApp();
    for (let i = 0; i < 9; i += 1) await file(test, { name: `Anna Nr${i}x` });
    const results = await Promise.all([index(test), index(test), index(test)]);
    expect(results.reduce((sum, { indexed }) => sum + indexed, 0)).toBe(9);
    expect(await found(test, 'Anna', 20)).toHaveLength(9);
  });

  it('is not there without the office’s key', async () => {
    const test = await startApp();
    const without = await test.restart({ ...test.secrets, office: null });
    expect([without.deps.find, without.deps.office]).toEqual([null, null]);
  });
});

/** Requests a stop after this many calls. */
function stopAfter(times: number): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > times;
  };
}

describe('repeat', () => {
  it('runs again after a failure, never twice at once, and not after it was stopped', async () => {
    let [runs, at, most] = [0, 0, 0];
    const faults: unknown[] = [];
    const repeating = repeat(
      async () => {
        runs += 1;
        at += 1;
        most = Math.max(most, at);
        await new Promise(resolve => setTimeout(resolve, 5));
        at -= 1;
        if (runs === 1) throw new Error('once');
      },
      1,
      fault => faults.push(fault),
    );
    await expect.poll(() => runs).toBeGreaterThan(2);
    await repeating.stop();
    expect([at, most, faults.length]).toEqual([0, 1, 1]);
    const after = runs;
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(runs).toBe(after);
  });
});

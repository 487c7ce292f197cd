// How the chain's page is queried: a kind by its index, a page by event number; and that an intake writes no
// additional index.
import { describe, expect, it } from 'vitest';
import { NOTED } from '../../../api/node/backup/erasures.ts';
import { type ChainQuery, chainStore, eventsPage } from '../../../api/store/register/chain-log.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { staffMember } from '../../support/staff.ts';
import { file, get } from '../desk.ts';

const viewer = { id: 'p-000000000000', directoryId: null };
const EVERYTHING: ChainQuery = { viewer, whistleblower: false, limit: 51 };
const DAY = ['2026-11-22T22:00:00Z', '2026-11-23T22:00:00Z'] as const;

/** How the events themselves are found, and whether anything is sorted. */
async function planOf({ database }: TestApp, query: Partial<ChainQuery>): Promise<string[]> {
  const { sql, args = [] } = eventsPage({ ...EVERYTHING, ...query });
  const { rows } = await database.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
  return rows.map(row => String(row['detail'])).filter(line => /\be\b|TEMP B-TREE/.test(line));
}

/** Adds events that are not verified here. */
const fill = ({ database }: TestApp, n: number) =>
  database.execute({
    sql: `WITH RECURSIVE n (i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO events (seq, reference, at, kind, actor, detail, hash) SELECT i, 'KAC-' || i, '2026-11-23T09:00:00Z',
        CASE WHEN i % 500 = 0 THEN 'act-made' WHEN i % 2 = 0 THEN 'received' ELSE 'viewed' END, 'system', '{}', x'00' FROM n`,
    args: [1000 + n],
  });

it('notes what was erased by the same index', async () => {
  const { database } = await startApp();
  const { rows } = await database.execute({ sql: `EXPLAIN QUERY PLAN ${NOTED}`, args: [0, 500_000] });
  expect(String(rows[0]?.['detail'])).toMatch(
    /^SEARCH events USING INDEX events_by_kind \(kind=\? AND seq>\?/,
  );
});

describe('the chain, a page at a time', () => {
  it.each<[string, Partial<ChainQuery>]>([
    ['a kind', { kind: 'act-made' }],
    ['a kind, further on', { kind: 'act-made', before: 500_000 }],
    ['a kind on a day', { kind: 'act-made', span: DAY }],
    ['a kind nobody has heard of', { kind: 'nothing', whistleblower: true }],
  ])('finds %s by its index, in order', async (_, query) => {
    const test = await startApp();
    for (const [i, line] of (await planOf(test, query)).entries())
      if (i === 0) expect(line).toMatch(/^SEARCH e USING INDEX events_by_kind \(kind=\?/);
      else expect(line).not.toMatch(/TEMP B-TREE|SCAN e\b/);
  });

  it.each<[string, Partial<ChainQuery>, RegExp]>([
    ['the newest', {}, /^SCAN e$/],
    ['the ones before a number', { before: 500_000 }, /^SEARCH e USING INTEGER PRIMARY KEY \(rowid<\?\)$/],
    ['arrivals before a number', { kind: 'received', before: 500_000 }, /INTEGER PRIMARY KEY \(rowid<\?\)$/],
  ])('reads %s from the end, without sorting', async (_, query, plan) => {
    const test = await startApp();
    const lines = await planOf(test, query);
    expect(lines[0]).toMatch(plan);
    expect(lines.join('\n')).not.toContain('TEMP B-TREE');
  });

  it('leads through all events of a kind, each once, newest first', async () => {
    const test = await startApp();
    await fill(test, 20_000);
    const { events } = chainStore(test.database);
    for (const [kind, many] of [
      ['act-made', 40],
      ['received', 9960],
      [undefined, 20_000],
    ] as const) {
      const seen: number[] = [];
      for (let before: number | undefined; ; before = seen.at(-1)) {
        const page = await events({ ...EVERYTHING, limit: 997, kind, before });
        seen.push(...page.map(({ seq }) => seq));
        if (page.length === 0) break;
      }
      expect(new Set(seen).size).toBe(many);
      expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    }
  });

  it('shows a rare kind on the page and where the next ones are', async () => {
    const test = await startApp();
    await fill(test, 30_000);
    const by = await staffMember(test, { roles: ['auditor'] });
    const page = async (query: string) =>
      (await get(test, `/registrs/kede/?veids=act-made${query}`, by)).text();
    const first = await page('');
    const next = /pirms=([\w.-]+)/.exec(first)?.[1];
    expect(first.match(/<code>act-made<\/code>/g)).toHaveLength(50);
    expect((await page(`&pirms=${next}`)).match(/<code>act-made<\/code>/g)).toHaveLength(10);
  });
});

it('what comes in stands in no index of kinds', async () => {
  const test = await startApp();
  for (const text of ['Viens.', 'Divi.', 'Trīs.']) await file(test, { text });
  const { rows } = await test.database.execute({
    sql: "SELECT count(*) AS n FROM events INDEXED BY events_by_kind WHERE kind <> 'received'",
  });
  expect(rows).toEqual([{ n: 0 }]);
});

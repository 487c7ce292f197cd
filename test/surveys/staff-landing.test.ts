// Landing: after the last day, with enough answers or not at all, all in one batch; too few are never shown,
// and are deleted when their term ends.
import { describe, expect, it } from 'vitest';
import { openPool, sealPool } from '../../api/domain/surveys/pool.ts';
import { tokenHashOf } from '../../api/domain/surveys/tokens.ts';
import { landSurveys } from '../../api/jobs/land-surveys.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import { answer, invite, tablesOf } from './staff.ts';

const OPEN = '2026-12-15T20:00:00Z';
const CLOSED = '2026-12-16T08:00:00Z';

const withSurvey = (changed: Partial<SurveyDefinition>): SiteBundle => ({
  ...testSite,
  surveys: testSite.surveys.map(one => (one.id === staffSurvey.id ? { ...one, ...changed } : one)),
});

const rowsIn = async (test: TestApp, table: string) => (await tablesOf(test)).get(table) ?? [];
const answersIn = async ({ database }: TestApp) =>
  (await database.execute({ sql: 'SELECT * FROM survey_answers' })).rows;
const waitingIn = async ({ deps }: TestApp) => {
  const pool = await deps.surveyPools.find(staffSurvey.id);
  return pool && (await openPool(deps, staffSurvey.id, pool.sealed));
};
const events = async ({ database }: TestApp, kind: string) =>
  (
    await database.execute({
      sql: 'SELECT reference, actor, detail FROM events WHERE kind = ?',
      args: [kind],
    })
  ).rows;

/** `count` people have answered, each with a different number and text. */
async function answered(count: number, site?: SiteBundle): Promise<{ test: TestApp; tokens: string[] }> {
  const test = await startApp(site ? { site } : {});
  const tokens = await invite(test, Math.max(5, count + 2));
  for (const [i, token] of tokens.slice(0, count).entries())
    expect((await answer(test, token, { laipniba: `${(i % 5) + 1}`, uzlabot: `teksts ${i}` })).status).toBe(
      201,
    );
  return { test, tokens };
}

describe('answers to a staff survey', () => {
  it('land together when it has closed: coarse, apart from their texts, the texts sealed', async () => {
    const { test } = await answered(6);
    test.at(OPEN);
    expect(await test.deps.staffSurveys.tend()).toEqual([]);
    expect(await answersIn(test)).toEqual([]);
    test.at(CLOSED);
    expect(await test.deps.staffSurveys.tend()).toEqual([{ survey: staffSurvey.id, landed: 6, dropped: 0 }]);
    const rows = await answersIn(test);
    expect(rows.map(row => row['answers']).toSorted()).toEqual(
      ['1', '1', '2', '3', '4', '5'].map(value => JSON.stringify({ laipniba: value })),
    );
    for (const row of rows) expect(row).toMatchObject({ month: '', channel: 'web', flags: '', version: 1 });
    const { rows: texts } = await test.database.execute({ sql: 'SELECT * FROM survey_texts' });
    expect(texts).toHaveLength(6);
    for (const text of texts) expect(text).toMatchObject({ month: '', rating: null, state: 'raw' });
    expect(JSON.stringify([...(await tablesOf(test))])).not.toContain('teksts 0');
    const { rows: counts } = await test.database.execute({
      sql: "SELECT slice, month, value, n FROM survey_counts WHERE question = 'laipniba' ORDER BY value",
    });
    expect(counts.map(row => [row['value'], row['n']])).toEqual([
      ['1', 2],
      ['2', 1],
      ['3', 1],
      ['4', 1],
      ['5', 1],
    ]);
    expect(await waitingIn(test)).toEqual([]);
    expect(await events(test, 'survey-landed')).toEqual([
      {
        reference: 'REGISTRS',
        actor: 'system',
        detail: JSON.stringify({ survey: staffSurvey.id, count: 6 }),
      },
    ]);
    expect(await test.deps.staffSurveys.tend()).toEqual([]);
    expect(await answersIn(test)).toHaveLength(6);
  });

  it('stay sealed when they are too few, whatever the content says by then', async () => {
    const { test } = await answered(4);
    const later = await test.restart(test.secrets, { site: withSurvey({ anonymity: { threshold: 3 } }) });
    later.at(CLOSED);
    expect(await later.deps.staffSurveys.tend()).toEqual([]);
    expect(await answersIn(later)).toEqual([]);
    expect(await rowsIn(later, 'survey_counts')).toEqual([]);
    expect(await waitingIn(later)).toHaveLength(4);
    expect(await events(later, 'survey-landed')).toEqual([]);
  });

  it('land by version: another version’s few do not hide among these', async () => {
    const { test, tokens } = await answered(5);
    const later = await test.restart(test.secrets, { site: withSurvey({ version: 2 }) });
    await invite(later, 4, 7);
    for (const token of tokens.slice(5))
      expect((await answer(later, token, { laipniba: '1' })).status).toBe(201);
    later.at(CLOSED);
    expect(await later.deps.staffSurveys.tend()).toEqual([{ survey: staffSurvey.id, landed: 5, dropped: 0 }]);
    expect((await answersIn(later)).map(row => row['version'])).toEqual([1, 1, 1, 1, 1]);
    expect((await waitingIn(later))?.map(({ version }) => version)).toEqual([2, 2]);
    expect(await later.deps.staffSurveys.tend()).toEqual([]);
  });

  it('land a second time only with enough new ones, so that two looks tell no one’s answer', async () => {
    const { test, tokens } = await answered(5);
    test.at(CLOSED);
    await test.deps.staffSurveys.tend();
    const again = await test.restart(test.secrets, { site: withSurvey({ closes: '2026-12-20' }) });
    again.at('2026-12-17T08:00:00Z');
    for (const token of tokens.slice(5)) await answer(again, token, { laipniba: '1' });
    again.at('2026-12-21T08:00:00Z');
    expect(await again.deps.staffSurveys.tend()).toEqual([]);
    expect(await answersIn(again)).toHaveLength(5);
    expect(await waitingIn(again)).toHaveLength(2);
  });

  it('are split by no question that was not said to split them', async () => {
    const grouped = (group: boolean): Partial<SurveyDefinition> => ({
      sections: [
        ...staffSurvey.sections,
        {
          id: 'kas',
          questions: [
            {
              kind: 'choice',
              id: 'amats',
              label: 'Jūsu amats',
              required: false,
              cantSay: false,
              group,
              options: [
                { id: 'a', label: 'A' },
                { id: 'b', label: 'B' },
              ],
            },
          ],
        },
      ],
    });
    for (const [first, then, slices] of [
      [false, true, ['']],
      [true, true, ['', 'amats=a']],
    ] as const) {
      const test = await startApp({ site: withSurvey(grouped(first)) });
      const tokens = await invite(test, 5);
      for (const token of tokens) await answer(test, token, { laipniba: '1', amats: 'a' });
      const later = await test.restart(test.secrets, { site: withSurvey(grouped(then)) });
      later.at(CLOSED);
      await later.deps.staffSurveys.tend();
      const { rows } = await later.database.execute({
        sql: 'SELECT DISTINCT slice FROM survey_counts ORDER BY slice',
      });
      expect(rows.map(row => row['slice'])).toEqual(slices);
    }
  });

  it('land after the survey has gone from the content too', async () => {
    const { test } = await answered(5);
    const gone: SiteBundle = {
      ...testSite,
      surveys: testSite.surveys.filter(({ id }) => id !== staffSurvey.id),
    };
    const later = await test.restart(test.secrets, { site: gone });
    later.at(OPEN);
    expect(await later.deps.staffSurveys.tend()).toEqual([]);
    later.at(CLOSED);
    expect(await later.deps.staffSurveys.tend()).toMatchObject([{ landed: 5 }]);
    expect(await answersIn(later)).toHaveLength(5);
  });

  it('are neither lost nor doubled by a batch that breaks', async () => {
    const { test } = await answered(5);
    test.at(CLOSED);
    const before = await tablesOf(test);
    await test.database.execute({ sql: 'ALTER TABLE survey_counts RENAME TO elsewhere' });
    await expect(test.deps.staffSurveys.tend()).rejects.toThrow(/survey_counts/);
    await test.database.execute({ sql: 'ALTER TABLE elsewhere RENAME TO survey_counts' });
    expect(await tablesOf(test)).toEqual(before);
    expect(await test.deps.staffSurveys.tend()).toMatchObject([{ landed: 5 }]);
  });

  it('do not overwrite one that came in while they were on their way', async () => {
    const { test, tokens } = await answered(5);
    const { deps } = test;
    test.at(CLOSED);
    const hash = await tokenHashOf(deps.keyring, staffSurvey.id, tokens[5] ?? '');
    const tools = {
      ...deps,
      pools: deps.surveyPools,
      policies: [],
      // Another program's clock is slightly behind: it stores an answer between reading the pool and the
      // batch.
      journal: {
        run: <T>(decide: Parameters<typeof deps.journal.run<T>>[0]) =>
          deps.journal.run<T>(async append => {
            const decided = await decide(append);
            await deps.staffSurveys.spend(hash, { survey: staffSurvey, answers: { laipniba: '2' } });
            return decided;
          }),
      },
    };
    await expect(landSurveys(tools)).rejects.toThrow(/NOT NULL/);
    expect(await answersIn(test)).toEqual([]);
    expect(await waitingIn(test)).toHaveLength(6);
    expect(await deps.staffSurveys.tend()).toMatchObject([{ landed: 6 }]);
    expect(await answersIn(test)).toHaveLength(6);
  });

  it('that were too few are destroyed when the term of surveys is over, with who was invited', async () => {
    const { test } = await answered(4);
    // Five years from the end of the year in which it closed.
    test.at('2031-12-31T12:00:00Z');
    expect(await test.deps.staffSurveys.tend()).toEqual([]);
    expect(await waitingIn(test)).toHaveLength(4);
    test.at('2032-01-01T12:00:00Z');
    expect(await test.deps.staffSurveys.tend()).toEqual([{ survey: staffSurvey.id, landed: 0, dropped: 4 }]);
    expect(await test.deps.surveyPools.all()).toEqual([]);
    expect(await test.deps.surveyTokens.counts()).toEqual([]);
    expect(await events(test, 'survey-dropped')).toEqual([
      {
        reference: 'REGISTRS',
        actor: 'system',
        detail: JSON.stringify({ survey: staffSurvey.id, count: 4 }),
      },
    ]);
  });

  it('land by the thousand in one batch', async () => {
    const many = Array.from({ length: 5 }, (_, i) => ({
      kind: 'text' as const,
      id: `teksts-${i}`,
      label: 'Kas vēl?',
      required: false,
      maxLength: 1000,
    }));
    const site = withSurvey({ sections: [...staffSurvey.sections, { id: 'teksti', questions: many }] });
    const test = await startApp({ site });
    await invite(test, 500);
    const [pool] = await test.deps.surveyPools.all();
    const texts = Object.fromEntries(many.map(({ id }) => [id, 'x'.repeat(500)]));
    const waiting = Array.from({ length: 1000 }, () => ({
      version: 1,
      answers: { laipniba: '1', ...texts },
    }));
    await test.database.execute({
      sql: 'UPDATE survey_pools SET sealed = ? WHERE survey = ?',
      args: [await sealPool(test.deps, staffSurvey.id, waiting), pool?.survey ?? ''],
    });
    test.at(CLOSED);
    expect(await test.deps.staffSurveys.tend()).toMatchObject([{ landed: 1000 }]);
    expect(await answersIn(test)).toHaveLength(1000);
    expect(await rowsIn(test, 'survey_texts')).toHaveLength(5000);
  });
});

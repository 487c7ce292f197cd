// Kiosk answers that waited for the network: after the end of the survey, in the next version, and all at
// once.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { surveyOf } from './landed.ts';

const kiosk = surveyOf({ id: 'zale', audience: 'kiosk', closes: '2026-11-30' });
const PATH = '/api/surveys/zale/responses';
const FROM = { 'x-test-address': '203.0.113.7' };
const HOUR = 3600;
const DAY = 24 * HOUR;

const start = (survey: SurveyDefinition = kiosk, more: object = {}): Promise<TestApp> =>
  startApp({ site: { ...testSite, surveys: [survey] }, ...more });

const send = (test: TestApp, waited: number | null, { version = 1, points = '4' } = {}) =>
  postJson(
    test.app,
    PATH,
    { redakcija: String(version), kopuma: points },
    {
      ...FROM,
      'Idempotency-Key': `kiosks-${randomUUID()}`,
      ...(waited === null ? {} : { 'Kiosk-Answer': `version=${version}; waited=${waited}` }),
    },
  );

const stored = async (test: TestApp) =>
  (
    await test.database.execute({ sql: 'SELECT version, month, flags, channel FROM survey_answers' })
  ).rows.map(row => [row['version'], row['month'], row['flags'], row['channel']]);

describe('past the end', () => {
  it('is taken in when it was given before it, marked, in the survey’s last month', async () => {
    const test = await start();
    test.at('2026-12-02T09:00:00Z');
    expect((await send(test, null)).status).toBe(409);
    expect((await send(test, 3 * DAY)).status).toBe(201);
    expect(await stored(test)).toEqual([[1, '2026-11', 'late', 'kiosk']]);
    const { rows } = await test.database.execute({
      sql: "SELECT flagged, n FROM survey_counts WHERE question = 'kopuma'",
    });
    expect(rows).toEqual([{ flagged: 1, n: 1 }]);
  });

  it.each([
    ['given after the end', '2026-12-02T09:00:00Z', DAY],
    ['given before the survey began', '2026-12-02T09:00:00Z', 7 * DAY + 1],
    ['come more than seven days after the end', '2026-12-08T09:00:00Z', 7 * DAY],
    ['said to wait for no time at all', '2026-12-01T09:00:00Z', 0],
  ])('is refused when %s', async (_, at, waited) => {
    const test = await start();
    test.at(at);
    expect((await send(test, waited)).status).toBe(409);
    expect(await stored(test)).toEqual([]);
  });

  it.each(['public', 'staff'] as const)('of a survey that is for %s nobody’s word counts', async audience => {
    const test = await start({ ...kiosk, audience });
    test.at('2026-12-02T09:00:00Z');
    expect((await send(test, 3 * DAY)).status).not.toBe(201);
    expect(await stored(test)).toEqual([]);
  });

  it('is checked like any other, and stored once', async () => {
    const test = await start();
    test.at('2026-12-01T09:00:00Z');
    expect((await send(test, DAY, { points: '9' })).status).toBe(422);
    const headers = {
      ...FROM,
      'Idempotency-Key': 'kiosks-0123456789-once',
      'Kiosk-Answer': 'version=1; waited=86400',
    };
    const both = await Promise.all([1, 2].map(() => postJson(test.app, PATH, { kopuma: '4' }, headers)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await stored(test)).toHaveLength(1);
  });
});

describe('into the next version', () => {
  const next: SurveyDefinition = {
    ...kiosk,
    version: 2,
    sections: [
      { id: 'viss', questions: [{ ...(kiosk.sections[0]?.questions[0] as SurveyQuestion), id: 'cits' }] },
    ],
  };

  it('is stored under the version it answers, if that is on record', async () => {
    const test = await start();
    expect((await send(test, 5)).status).toBe(201);
    const later = await test.restart(test.secrets, { site: { ...testSite, surveys: [next] } });
    expect((await send(later, null)).status).toBe(409);
    expect((await send(later, 2 * HOUR)).status).toBe(201);
    expect(await stored(later)).toEqual(
      expect.arrayContaining([
        [1, '2026-11', '', 'kiosk'],
        [1, '2026-11', 'late', 'kiosk'],
      ]),
    );
    // An answer to a question that the former version did not ask is refused.
    const odd = await postJson(
      later.app,
      PATH,
      { redakcija: '1', cits: '4' },
      { ...FROM, 'Kiosk-Answer': 'version=1; waited=7200' },
    );
    expect(odd.status).toBe(422);
    expect((await send(later, 8 * DAY)).status).toBe(409);
  });

  it('is refused where nobody knows what that version asked, or it is none yet', async () => {
    const test = await start(next);
    expect((await send(test, 2 * HOUR)).status).toBe(409);
    expect((await send(test, 2 * HOUR, { version: 3 })).status).toBe(409);
    expect(await stored(test)).toEqual([]);
  });
});

describe('a backlog', () => {
  const limits = {
    limits: {
      submit: { ask: 2, refuse: 4 },
      survey: { ask: 3, refuse: 12 },
      'look-up': { ask: null, refuse: 3 },
      'sign-in': { ask: null, refuse: 3 },
      upload: { ask: null, refuse: 300 },
    },
  };
  const flags = async (test: TestApp) => (await stored(test)).map(([, , flag]) => flag).toSorted();

  it('of a long break is no unusual rate; as many as at no hall in an hour are', async () => {
    const test = await start(kiosk, limits);
    for (const hours of [5, 5, 5, 4, 4, 4, 3, 3, 3])
      expect((await send(test, hours * HOUR)).status).toBe(201);
    expect(new Set(await flags(test))).toEqual(new Set(['']));
    // The fourth of one hour.
    expect((await send(test, 5 * HOUR)).status).toBe(201);
    expect((await flags(test)).filter(flag => flag === 'unusual-rate')).toHaveLength(1);
  });

  it('that is a flood meets the hard limit, whatever it says, and waits', async () => {
    const test = await start(kiosk, limits);
    for (let i = 0; i < 12; i += 1) expect((await send(test, (i + 1) * HOUR)).status).toBe(201);
    const refused = await send(test, 30 * HOUR);
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, true]);
  });

  it('that did not wait is counted as ever', async () => {
    const test = await start(kiosk, limits);
    for (let i = 0; i < 4; i += 1) await send(test, 30);
    expect((await flags(test)).filter(flag => flag === 'unusual-rate')).toHaveLength(1);
  });
});

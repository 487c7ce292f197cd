// What is stored of an answered survey: each part in its own table, counted in the same commit, exactly once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../api/domain/crypto/bytes.ts';
import { keyByWindow } from '../../api/domain/crypto/content-key.ts';
import { openWindow } from '../../api/domain/crypto/windows.ts';
import { FORM_KEY_RANDOM, makeFormKey } from '../../api/domain/form-key.ts';
import { countsOf } from '../../api/domain/surveys/counts.ts';
import { textPlace } from '../../api/domain/surveys/landing.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { windowsOf } from '../../api/store/windows.ts';
import { type Answers, askedOf } from '../../src/forms/survey/asked.ts';
import { postForm, postJson, startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { everyKind } from './definitions.ts';

const PATH = `/api/surveys/${everyKind.id}/responses`;
const MARK = 'SLEPENS-TEKSTS-APTAUJĀ';
const full = { kanals: 'klatiene', kopuma: 2, kapec: MARK, 'telpas.zale': 4, minutes: 10, ieteikt: 8 };

async function start(): Promise<TestApp> {
  const test = await startApp();
  Object.assign(test.deps, { site: { ...testSite, surveys: [everyKind] } });
  return test;
}
const rowsOf = async (test: TestApp, table: string) =>
  (await test.database.execute({ sql: `SELECT * FROM ${table}` })).rows;
const key = (n: number) => ({ 'Idempotency-Key': `key-7hQ2vX9mRk-${String(n).padStart(6, '0')}` });

interface Count {
  readonly slice: string;
  readonly question: string;
  readonly value: string;
  readonly flagged: number;
  readonly n: number;
}
const plain = (rows: readonly Count[]): Record<string, number> =>
  Object.fromEntries(
    rows.map(({ slice, question, value, flagged, n }) => [
      `${slice}|${question}|${value}|${Number(flagged)}`,
      n,
    ]),
  );
const countsIn = async (test: TestApp) => plain((await rowsOf(test, 'survey_counts')) as unknown as Count[]);

describe('one answered survey', () => {
  it('lies in tables that nothing ties together, its texts sealed to the office', async () => {
    const test = await start();
    expect((await postJson(test.app, PATH, full, key(1))).status).toBe(201);
    const [answers, texts, receipts] = await Promise.all(
      ['survey_answers', 'survey_texts', 'survey_receipts'].map(table => rowsOf(test, table)),
    );
    const { kapec: _, ...choices } = full;
    expect(JSON.parse(String(answers?.[0]?.['answers']))).toEqual(
      Object.fromEntries(Object.entries(choices).map(([name, value]) => [name, String(value)])),
    );
    expect(answers?.[0]).toMatchObject({
      survey: everyKind.id,
      version: 2,
      month: '2026-11',
      channel: 'web',
      flags: '',
    });
    expect(texts?.[0]).toMatchObject({
      question: 'kapec',
      rating: 2,
      month: '2026-11',
      state: 'raw',
      tags: '[]',
    });
    expect(receipts?.[0]).toMatchObject({ survey: everyKind.id, received_on: '2026-11-23', turn: null });
    const all = JSON.stringify([answers, texts, receipts, await rowsOf(test, 'survey_counts')]);
    expect(all).not.toContain(MARK);
    // No value of one table, except shared ones, occurs in another.
    const shared = new Set([everyKind.id, '2', '2026-11', '', 'null']);
    const values = (rows: readonly object[] | undefined) =>
      new Set(
        (rows ?? []).flatMap(row => Object.values(row).map(String)).filter(value => !shared.has(value)),
      );
    const [a, t, r] = [values(answers), values(texts), values(receipts)];
    expect([...a].filter(value => t.has(value) || r.has(value))).toEqual([]);
    expect([...t].filter(value => r.has(value))).toEqual([]);
  });

  it('is opened by the office alone, at its own place alone', async () => {
    const test = await start();
    await postJson(test.app, PATH, full, key(1));
    const [text] = await rowsOf(test, 'survey_texts');
    const id = text?.['id'] as Uint8Array;
    const [mine] = test.secrets.office?.keys ?? [];
    if (!mine) throw new Error('the test has the office’s key');
    const sealed = await windowsOf(test.database)(String(text?.['window_id']));
    const keys = await Promise.all(sealed.map(window => openWindow(window, mine)));
    const windowKey = keys.find(found => found !== null);
    if (!windowKey) throw new Error('the window opens');
    const row = { reference: hex(id), forOffice: text?.['for_office'] as Uint8Array };
    const contentKey = await keyByWindow(nodePrimitives, row, windowKey);
    const at = (place: Uint8Array) =>
      nodePrimitives.open(contentKey ?? new Uint8Array(32), text?.['sealed'] as Uint8Array, place);
    expect(new TextDecoder().decode((await at(textPlace(id))) ?? undefined)).toBe(MARK);
    expect(await at(textPlace(new Uint8Array(16)))).toBeNull();
  });

  it('keeps what was asked with the first answer of a version', async () => {
    const test = await start();
    await postJson(test.app, PATH, full, key(1));
    await postJson(test.app, PATH, { kopuma: 5 }, key(2));
    const versions = await rowsOf(test, 'survey_versions');
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({ survey: everyKind.id, version: 2, audience: 'public', threshold: 5 });
    expect(JSON.parse(String(versions[0]?.['definition']))).toEqual(everyKind);
  });
});

describe('texts of one answer', () => {
  const both = (n: number) => ({ kopuma: 1, kapec: `Kāpēc ${n}.`, amats: `Amats ${n}.` });

  it('share nothing with each other, nor with what else came in the same minute', async () => {
    const test = await start();
    const sent = [both(1), both(2), both(3)];
    for (const [n, body] of sent.entries())
      expect((await postJson(test.app, PATH, body, key(n))).status).toBe(201);
    await postJson(test.app, '/api/complaints', { text: 'Ilgi gaidīju.', consent: true }, key(9));
    const texts = await rowsOf(test, 'survey_texts');
    expect(texts).toHaveLength(6);
    const columns = ['id', 'window_id', 'for_office', 'sealed'] as const;
    for (const column of columns) expect(new Set(texts.map(row => String(row[column]))).size, column).toBe(6);
    const others = (await rowsOf(test, 'submissions')).map(row => row['window_id']);
    expect(texts.filter(row => others.includes(row['window_id']))).toEqual([]);
    // They are stored, keys included, in the order of random ids.
    const ids = (await rowsOf(test, 'windows')).map(row => String(row['id']));
    expect(ids).toEqual(ids.toSorted());
    const { store, reader } = test.deps.surveyTexts;
    const of = ['kapec', 'amats'].map(question => ({ version: 2, question }));
    const opened = await reader.open(await store.page({ survey: everyKind.id, state: 'raw', of }, 9));
    expect(opened.map(({ text }) => text).toSorted()).toEqual(
      sent.flatMap(({ kapec, amats }) => [kapec, amats]).toSorted(),
    );
  });

  it('sent again leave no key behind that opens nothing', async () => {
    const test = await start();
    const all = Array.from({ length: 10 }, () => postJson(test.app, PATH, both(1), key(1)));
    for (const { status } of await Promise.all(all)) expect(status).toBe(201);
    const used = new Set((await rowsOf(test, 'survey_texts')).map(row => row['window_id']));
    expect(used.size).toBe(2);
    expect(new Set((await rowsOf(test, 'windows')).map(row => row['id']))).toEqual(used);
  });
});

describe('exactly once', () => {
  it('under fifty sends of the same at a time', async () => {
    const test = await start();
    const sent = await Promise.all(Array.from({ length: 50 }, () => postJson(test.app, PATH, full, key(1))));
    const bodies = new Set(await Promise.all(sent.map(response => response.text())));
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201));
    expect(bodies.size).toBe(1);
    expect(await rowsOf(test, 'survey_answers')).toHaveLength(1);
    expect(await rowsOf(test, 'survey_texts')).toHaveLength(1);
    expect((await countsIn(test))['|||0']).toBe(1);
  });

  it('across a restart; other answers under the same key are refused', async () => {
    const test = await start();
    const first = await (await postJson(test.app, PATH, full, key(1))).json();
    const again = await test.restart();
    Object.assign(again.deps, { site: { ...testSite, surveys: [everyKind] } });
    expect(await (await postJson(again.app, PATH, full, key(1))).json()).toEqual(first);
    expect((await postJson(again.app, PATH, { ...full, kopuma: 1 }, key(1))).status).toBe(409);
    expect((await countsIn(again))['|||0']).toBe(1);
  });
});

describe('a former version', () => {
  it('is told to a program, and shown anew to a person with what still fits', async () => {
    const test = await start();
    const told = await postJson(test.app, PATH, { redakcija: '1', kopuma: 5 });
    expect([told.status, await told.json()]).toMatchObject([409, { title: 'Aptauja ir mainīta' }]);
    const shown = await postForm(test.app, PATH, { redakcija: '1', kopuma: '5', kas: 'x' });
    expect(shown.status).toBe(409);
    const page = await shown.text();
    expect(page).toContain('name="redakcija" value="2"');
    expect(page).toContain('id="aptauja-kopuma-5" name="kopuma" value="5" checked');
    expect(await rowsOf(test, 'survey_answers')).toEqual([]);
  });
});

describe('counts', () => {
  it('say who was asked and left it open, by all and by group', async () => {
    const test = await start();
    await postJson(test.app, PATH, { kanals: 'klatiene', 'telpas.zale': 'cant-say' }, key(1));
    await postJson(test.app, PATH, { kanals: 'talrunis', kopuma: 5 }, key(2));
    const counts = await countsIn(test);
    expect(counts).toMatchObject({
      '|||0': 2,
      'kanals=klatiene|||0': 1,
      '|kanals|klatiene|0': 1,
      '|telpas.zale|cant-say|0': 1,
      '|telpas.ieeja|-|0': 1,
      '|kopuma|-|0': 1,
      '|kopuma|5|0': 1,
      'kanals=talrunis|kopuma|5|0': 1,
    });
    expect(Object.keys(counts).filter(name => name.startsWith('kanals=talrunis|telpas'))).toEqual([]);
    expect(Object.keys(counts).filter(name => name.startsWith('|kapec'))).toEqual([]);
  });

  const answers = fc.record(
    {
      kanals: fc.constantFrom('klatiene', 'talrunis', 'cant-say'),
      kopuma: fc.constantFrom('1', '2', '3', '4', '5', 'cant-say'),
      kapec: fc.constant('teksts'),
      'telpas.zale': fc.constantFrom('1', '5', 'cant-say'),
      minutes: fc.integer({ min: 0, max: 240 }).map(String),
      diena: fc.constantFrom('2026-03-01', '2026-11-30'),
      ieteikt: fc.integer({ min: 0, max: 8 }).map(String),
    },
    { requiredKeys: [] },
  );

  it('are what counting the rows one by one gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 12 }), async all => {
        const test = await start();
        for (const [i, one] of all.entries())
          expect(
            (await postForm(test.app, PATH, { ...one, idempotencyKey: `key-7hQ2vX9mRk-${i + 100}` })).status,
          ).toBe(303);
        const expected = new Map<string, number>();
        for (const one of all) {
          const of = askedOf(everyKind, one as Answers);
          for (const { slice, question, value } of countsOf(everyKind, {
            ...of,
            month: '2026-11',
            channel: 'web',
            flagged: false,
          })) {
            const name = `${slice}|${question}|${value}`;
            expected.set(name, (expected.get(name) ?? 0) + 1);
          }
        }
        const stored = new Map<string, number>();
        for (const row of (await rowsOf(test, 'survey_counts')) as unknown as Count[]) {
          const name = `${row.slice}|${row.question}|${row.value}`;
          stored.set(name, (stored.get(name) ?? 0) + row.n);
        }
        expect(stored).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('signs', () => {
  it.each([
    [4, 'speeder'],
    [30, ''],
  ])('six answers %i seconds after the page was served are flagged “%s”', async (seconds, flag) => {
    const test = await start();
    const served = new Date('2026-11-23T08:30:00Z');
    const own = await makeFormKey(test.deps.keyring, test.deps.random(FORM_KEY_RANDOM), served);
    test.at(new Date(served.getTime() + seconds * 1000).toISOString());
    await postJson(test.app, PATH, full, { 'Idempotency-Key': own });
    expect((await rowsOf(test, 'survey_answers')).map(row => row['flags'])).toEqual([flag]);
  });

  it('flag who sent the same twice from one network in a day', async () => {
    const test = await startApp({ limits: null });
    Object.assign(test.deps, { site: { ...testSite, surveys: [everyKind] } });
    const from = { 'x-test-address': '203.0.113.7' };
    for (const n of [1, 2]) await postJson(test.app, PATH, full, { ...key(n), ...from });
    await postJson(test.app, PATH, full, { ...key(3), 'x-test-address': '198.51.100.7' });
    const flags = (await rowsOf(test, 'survey_answers')).map(row => row['flags']);
    expect(flags.toSorted()).toEqual(['', '', 'duplicate']);
    const counts = await countsIn(test);
    expect([counts['|||0'], counts['|||1']]).toEqual([2, 1]);
    // A repeated send is the same answer and not a duplicate.
    await postJson(test.app, PATH, full, { ...key(1), ...from });
    expect(await rowsOf(test, 'survey_answers')).toHaveLength(3);
  });
});

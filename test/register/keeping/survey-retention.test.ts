// Survey answers whose term is over: listed by an act, destroyed with it, removed from the files, and shown
// as destroyed.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyRegister } from '../../../api/node/register/verify.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { testSite } from '../../api/test-site.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { type StaffMember, staffMember } from '../../support/staff.ts';
import { land, landTexts, surveyOf } from '../../surveys/landed.ts';
import { get, post } from '../desk.ts';
import { closed, director } from './kept.ts';

const HERE = '/registrs/glabasana/';
const NUMBER = 'Nr. 9, 2032-01-05';
/** Five years from the end of the year in which it closed. */
const LAST_KEPT = '2031-12-31T21:00:00Z';
const OVER = '2032-01-01T08:00:00Z';

const open = surveyOf({ closes: '2026-12-15', results: { public: true, openData: true } });
const other = surveyOf({ id: 'cita', closes: '2026-12-15' });
const ofStaff = surveyOf({ id: 'darbs', audience: 'staff', closes: '2026-12-15' });
const RECEIPT = 'https://kac.example/api/surveys/';

async function start(surveys: readonly SurveyDefinition[] = [open, other, ofStaff]) {
  const test = await startApp({ site: { ...testSite, surveys } });
  test.at('2026-11-23T08:30:00Z');
  return test;
}

/** Signed in after the term is over. */
async function headAt(test: TestApp, at = OVER): Promise<StaffMember> {
  test.at(at);
  return director(test);
}

const page = async (test: TestApp, path: string, by: StaffMember | null) =>
  (await get(test, path, by)).text();

async function makeAct(test: TestApp, by: StaffMember, number = NUMBER): Promise<string> {
  const made = await post(test, HERE, by, { akts: number });
  expect(made.status).toBe(303);
  return made.headers.get('location') ?? '';
}

const carryOut = (test: TestApp, by: StaffMember, href: string) =>
  post(test, `${href}iznicinat/`, by, { akts: NUMBER, saskanots: 'on' });

const count = async ({ database }: TestApp, from: string) =>
  Number((await database.execute({ sql: `SELECT count(*) AS n FROM ${from}` })).rows[0]?.['n']);

const gave = (points: readonly number[], month = '2026-10') =>
  points.map((point, i) => ({ answers: { kopuma: `${point}`, uzlabot: `Teksts ${i}` }, month }));

describe('what falls due', () => {
  it('is a version whose survey has ended, five years after the end of that year', async () => {
    const test = await start();
    await land(test, open, gave([5, 4]));
    let by = await headAt(test, LAST_KEPT);
    expect((await post(test, HERE, by, { akts: NUMBER })).status).toBe(409);
    by = await headAt(test);
    const html = await page(test, HERE, by);
    expect(html).toContain('Apkalpošanas aptauja (1. redakcija)');
    expect(html).toContain('termiņš beidzies');
    expect(await htmlProblems(html)).toEqual([]);
    const sheet = await page(test, await makeAct(test, by), by);
    expect(sheet).toContain('Iznīcināmās aptauju atbildes');
    expect(await htmlProblems(sheet)).toEqual([]);
  });

  it('is counted from the end the content says now, and of a former version from its last answer', async () => {
    const test = await start([{ ...open, version: 2, closes: '2030-06-30' }]);
    await land(test, open, gave([5]));
    await land(test, { ...open, version: 2 }, gave([4], '2027-02'));
    const by = await headAt(test);
    expect(
      (await test.deps.retention.surveys.kept()).map(({ of, closedOn, dueOn }) => [
        of.version,
        closedOn,
        dueOn,
      ]),
    ).toEqual([
      [1, '2026-10-31', '2032-01-01'],
      [2, '2030-06-30', '2036-01-01'],
    ]);
    await carryOut(test, by, await makeAct(test, by));
    expect(await count(test, 'survey_answers WHERE version = 1')).toBe(0);
    expect(await count(test, 'survey_answers WHERE version = 2')).toBe(1);
    expect(await count(test, 'survey_texts')).toBe(1);
  });

  it('stays while it is held, also when the hold comes after the act', async () => {
    const test = await start();
    await land(test, open, gave([5]));
    const by = await headAt(test);
    const href = await makeAct(test, by);
    const held = await post(test, `${HERE}aptaujas/`, by, { aptauja: open.id, darit: 'apturet' });
    expect(held.status).toBe(303);
    expect(await page(test, `${href}iznicinat/`, by)).toContain('iznīcināšana apturēta');
    await carryOut(test, by, href);
    expect(await count(test, 'survey_answers')).toBe(1);
    expect(await page(test, HERE, by)).toContain('Atļaut iznīcināt');
    await post(test, `${HERE}aptaujas/`, by, { aptauja: open.id, darit: 'atlaut' });
    expect(await test.deps.retention.surveys.hold(open.id, false, by.person)).toBe(false);
    const next = await makeAct(test, by, 'Nr. 10, 2032-01-05');
    expect(await page(test, next, by)).toContain('Apkalpošanas aptauja');
    const { rows } = await test.database.execute({
      sql: "SELECT kind FROM events WHERE kind LIKE 'survey-hold%' ORDER BY seq",
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['survey-hold-set', 'survey-hold-lifted']);
  });

  it('is held by the heads alone', async () => {
    const test = await start();
    await land(test, open, gave([5]));
    const clerk = await staffMember(test, { roles: ['clerk'] });
    const refused = await post(test, `${HERE}aptaujas/`, clerk, { aptauja: open.id, darit: 'apturet' });
    expect(refused.status).toBe(403);
    expect(await count(test, 'survey_holds')).toBe(0);
  });
});

/** The database and its log on disk that contain these bytes. */
async function holding({ folder }: TestApp, bytes: Uint8Array): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => name.startsWith('kac.db'));
  expect(names).toContain('kac.db-wal');
  const files = await Promise.all(
    names.map(async name => [name, await readFile(join(folder, name))] as const),
  );
  return files.filter(([, file]) => file.includes(Buffer.from(bytes))).map(([name]) => name);
}

describe('destroying', () => {
  it('leaves nothing of answers, texts and keys in the files, and the rest as it was', async () => {
    const test = await start();
    const LONG = `Ksenofonte ${'un vēl kaut kas gluži parasts '.repeat(60)}`;
    await landTexts(
      test,
      open,
      [...Array.from({ length: 60 }, (_, i) => 'x'.repeat(i * 20 + 1)), LONG],
      '2026-10',
    );
    await landTexts(test, other, ['Paliek.', 'Arī tas.'], '2027-03');
    const sent = await test.app.request(`${RECEIPT}${open.id}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ kopuma: '3' }),
    });
    expect(sent.status).toBe(201);
    const { rows } = await test.database.execute({
      sql: `SELECT t.id, t.sealed, t.for_office, w.sealed AS key FROM survey_texts t
        JOIN windows w ON w.id = t.window_id WHERE t.survey = ?`,
      args: [open.id],
    });
    const { rows: receipts } = await test.database.execute({
      sql: 'SELECT receipt, idempotency_hash FROM survey_receipts',
    });
    const { rows: answers } = await test.database.execute({
      sql: 'SELECT id FROM survey_answers WHERE survey = ?',
      args: [open.id],
    });
    const pieces = [
      ...rows.flatMap(row => [row['id'], row['for_office'], (row['sealed'] as Uint8Array).slice(-24)]),
      ...answers.map(row => row['id']),
      receipts[0]?.['idempotency_hash'],
      Buffer.from(String(receipts[0]?.['receipt']).slice(-40)),
    ] as Uint8Array[];
    // The check works: they are found now.
    for (const piece of pieces.slice(-70)) expect(await holding(test, piece)).not.toEqual([]);
    const by = await headAt(test);
    const href = await makeAct(test, by);
    const kept = await count(test, 'windows');
    expect((await carryOut(test, by, href)).headers.get('location')).toBe(href);
    for (const piece of pieces) expect(await holding(test, piece)).toEqual([]);
    for (const table of ['survey_answers', 'survey_texts', 'survey_counts'])
      expect(await count(test, `${table} WHERE survey = '${open.id}'`)).toBe(0);
    expect(await count(test, 'survey_receipts')).toBe(0);
    expect(await count(test, 'survey_texts')).toBe(2);
    // The keys of other texts still exist and open them.
    expect(await count(test, 'windows')).toBeLessThanOrEqual(kept);
    const filter = { survey: other.id, state: 'raw', of: [{ version: 1, question: 'uzlabot' }] } as const;
    const { store, reader } = test.deps.surveyTexts;
    expect((await reader.open(await store.page(filter, 9))).map(({ text }) => text).toSorted()).toEqual([
      'Arī tas.',
      'Paliek.',
    ]);
    expect(await page(test, href, by)).toContain('pabeigts: iznīcinātas 0 no 0, aptauju redakcijas 1 no 1');
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
  });

  it('goes with cases in one act, and goes on where it was broken off', async () => {
    const test = await start();
    await land(test, open, gave(Array.from({ length: 1500 }, (_, i) => (i % 5) + 1)));
    const filed = await closed(test);
    const by = await headAt(test);
    const made = await test.deps.retention.make(NUMBER, by.person);
    if ('refused' in made) throw new Error(made.refused);
    expect(made.act).toMatchObject({ cases: 1, surveys: 1 });
    // One case, and part of the answers: results are gone from the first run on.
    const first = await test.deps.retention.carryOut(made.act, by.person, { limit: 2 });
    expect(first).toMatchObject({ erased: 1, moved: true, done: false });
    expect(await count(test, 'survey_counts')).toBe(0);
    expect(await count(test, 'survey_answers')).toBeGreaterThan(0);
    expect(await page(test, `/registrs/aptaujas/${open.id}/`, by)).toContain('tās iznīcinātas');
    const again = await test.restart(test.secrets, { site: { ...testSite, surveys: [open] } });
    again.at(OVER);
    const act = await again.deps.retention.act({ number: NUMBER }, by.person);
    if (!act) throw new Error('no act');
    expect(await again.deps.retention.carryOut(act, by.person, { limit: 100 })).toMatchObject({
      erased: 1,
      done: true,
    });
    for (const table of ['survey_answers', 'survey_texts']) expect(await count(again, table)).toBe(0);
    expect(await count(again, "events WHERE kind = 'survey-destroyed'")).toBe(1);
    expect(filed.reference).not.toBe('');
  });

  it('is broken off by nothing an unfinished act may be dropped for', async () => {
    const test = await start();
    await land(test, open, gave([5]));
    const by = await headAt(test);
    const href = await makeAct(test, by);
    expect((await post(test, HERE, by, { akts: 'Nr. 10, 2032-01-05' })).status).toBe(409);
    expect((await post(test, `${href}atmest/`, by, {})).headers.get('location')).toBe(HERE);
    expect(await count(test, 'destruction_surveys')).toBe(0);
    await makeAct(test, by);
  });
});

describe('what the pages say afterwards', () => {
  const MANY = [5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3];

  it('of published results: that answers are destroyed, with the figures released before', async () => {
    const test = await start();
    await land(test, open, gave(MANY));
    const address = '/aptaujas/apkalposana/rezultati/';
    expect(await page(test, address, null)).not.toContain('iznīcinātas');
    const by = await headAt(test);
    // Computed and cached for the day before the answers are destroyed.
    expect(await page(test, address, null)).toContain('n = 11');
    await carryOut(test, by, await makeAct(test, by));
    for (const path of [address, `/registrs/aptaujas/${open.id}/`]) {
      const html = await page(test, path, by);
      expect(html).toContain('tās iznīcinātas 2032. gada 1. janvārī pēc akta Nr. 9, 2032-01-05');
      expect(html).toContain('n = 11');
      expect(html).not.toContain('Neviens vēl nav atbildējis');
      expect(await htmlProblems(html)).toEqual([]);
    }
    const json = (await (await test.app.request('/dati/aptaujas/apkalposana.json')).json()) as object;
    expect(json).toMatchObject({ responses: 11, destroyed: [{ on: '2032-01-01', act: NUMBER }] });
    expect(await page(test, '/registrs/aptaujas/', by)).toContain('iznīcinātas: 11');
    const texts = await page(test, `/registrs/aptaujas/${open.id}/teksti/`, by);
    expect(texts).toContain('Agrāk saņemtie teksti iznīcināti 2032. gada 1. janvārī');
    expect(texts).not.toMatch(/Neviens vēl nav atbildējis|Meklēt tekstos/);
    expect(await htmlProblems(texts)).toEqual([]);
  });

  it('where the policy keeps no figures, and of what was never published: that there are none any more', async () => {
    const { desk } = testSite;
    if (!desk) throw new Error('no desk');
    const retention = desk.retention.map(policy => ({
      ...policy,
      surveys: { ...policy.surveys, figures: 'destroy' as const },
    }));
    const test = await startApp({
      site: { ...testSite, surveys: [open, other], desk: { ...desk, retention } },
    });
    test.at('2026-11-23T08:30:00Z');
    await land(test, open, gave(MANY));
    await land(test, other, gave(MANY));
    const by = await headAt(test);
    expect(await page(test, '/aptaujas/apkalposana/rezultati/', null)).toContain('n = 11');
    await carryOut(test, by, await makeAct(test, by));
    expect(await count(test, 'survey_steps')).toBe(0);
    for (const path of ['/aptaujas/apkalposana/rezultati/', '/registrs/aptaujas/cita/']) {
      const html = await page(test, path, by);
      expect(html).toContain('Rezultātu vairs nav.');
      expect(html).not.toMatch(/n = |Neviens vēl nav atbildējis|Saņemtās atbildes/);
      expect(await htmlProblems(html)).toEqual([]);
    }
  });

  it('of a survey of staff: not that nobody was invited, nor that too few answered', async () => {
    const test = await start();
    await land(test, ofStaff, gave(MANY, ''));
    const by = await headAt(test);
    expect(await page(test, '/registrs/aptaujas/darbs/', by)).not.toContain('uzaicinājumu vēl nav');
    await carryOut(test, by, await makeAct(test, by));
    const html = await page(test, '/registrs/aptaujas/darbs/', by);
    expect(html).toContain('Rezultātu vairs nav.');
    expect(html).not.toMatch(/uzaicinājumu vēl nav|kad atbilžu ir vismaz/);
    const texts = await page(test, '/registrs/aptaujas/darbs/teksti/', by);
    expect(texts).toContain('Agrāk saņemtie teksti iznīcināti');
    expect(texts).not.toContain('Pagaidām to ir mazāk');
  });

  it('where answers came after: that former ones are not among the figures', async () => {
    const test = await start();
    await land(test, open, gave(MANY));
    const by = await headAt(test);
    await carryOut(test, by, await makeAct(test, by));
    await land(test, open, gave([1, 1], '2032-01'));
    const html = await page(test, `/registrs/aptaujas/${open.id}/`, by);
    expect(html).toContain('skaitļos ir tikai tās, kas saņemtas vēlāk');
    expect(html).toContain('n = 2');
  });
});

// Retention and destruction, over HTTP and in the store: what falls due, what is kept nevertheless, and
// destruction by an act.
import { describe, expect, it } from 'vitest';
import { createRetention } from '../../../api/jobs/retention.ts';
import { verifyRegister } from '../../../api/node/register/verify.ts';
import { retentionStore } from '../../../api/store/register/retention.ts';
import { surveyRetentionStore } from '../../../api/store/register/survey-retention.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { rateAt } from '../../support/long-ago.ts';
import { type StaffMember, staffMember } from '../../support/staff.ts';
import { act, type Filed, file, get, post } from '../desk.ts';
import { closed, director, isThere } from './kept.ts';

const HERE = '/registrs/glabasana/';
const NUMBER = 'Nr. 5, 2026-11-23';

const page = async (test: TestApp, by: StaffMember, path = HERE) => (await get(test, path, by)).text();

/** Makes an act over everything due; returns its address. */
async function makeAct(test: TestApp, by: StaffMember, number = NUMBER): Promise<string> {
  const made = await post(test, HERE, by, { akts: number });
  expect(made.status).toBe(303);
  return made.headers.get('location') ?? '';
}

const carryOut = (test: TestApp, by: StaffMember, href: string, fields = {}) =>
  post(test, `${href}iznicinat/`, by, { akts: NUMBER, saskanots: 'on', ...fields });

const set = (test: TestApp, { reference }: Filed, column: string, value: string | null) =>
  test.database.batch([
    { sql: `UPDATE submissions SET ${column} = ? WHERE reference = ?`, args: [value, reference] },
  ]);

const rows = async ({ database }: TestApp, sql: string) => (await database.execute({ sql })).rows;
const erasures = async (test: TestApp) =>
  (await rows(test, "SELECT reference, detail, actor FROM events WHERE kind = 'erased' ORDER BY seq")).map(
    row => [row['reference'], row['detail']],
  );

describe('what falls due', () => {
  it('is counted from the end of the year of closing, by the first class that fits', async () => {
    const test = await startApp();
    const by = await director(test);
    const ordinary = await closed(test, { at: '2020-12-31T21:59:00Z' });
    const justified = await closed(test);
    await set(test, justified, 'outcome', 'justified');
    // Half past midnight in Riga, so it belongs to the next year.
    await closed(test, { at: '2020-12-31T22:30:00Z' });
    test.at('2025-12-31T21:59:00Z');
    expect((await test.deps.retention.falling(by.person)).map(one => [one.of.reference, one.dueOn])).toEqual([
      [ordinary.reference, '2026-01-01'],
    ]);
    expect((await post(test, HERE, by, { akts: NUMBER })).status).toBe(409);
    test.at('2025-12-31T22:00:00Z');
    await makeAct(test, by);
  });

  it.each([
    ['held_since', 'iznīcināšana apturēta'],
    ['unread_since', 'neizlasīta ziņa'],
    ['review_requested_at', 'gaida pārskatīšanu'],
    ['erasure_requested_at', 'gaida lēmumu par datu dzēšanu'],
  ])('waits while there is something in %s', async (column, words) => {
    const test = await startApp();
    const by = await director(test);
    const filed = await closed(test);
    await set(test, filed, column, '2026-01-01T00:00:00Z');
    expect(await page(test, by)).toContain(words);
    const refused = await post(test, HERE, by, { akts: NUMBER });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Nevienas lietas, ko tagad drīkstētu iznīcināt, nav.');
  });

  it('leaves an open case alone, whatever its age', async () => {
    const test = await startApp();
    const by = await director(test);
    const filed = await closed(test);
    await set(test, filed, 'state', 'reopened');
    expect(await test.deps.retention.falling(by.person)).toEqual([]);
  });

  it('is nowhere for whom the case may be about', async () => {
    const test = await startApp();
    const by = await director(test);
    const deputy = await staffMember(test, { roles: ['deputy'], name: 'Juris Ozols' });
    const filed = await closed(test, { body: { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' } });
    expect(await page(test, by)).not.toContain(filed.reference);
    const href = await makeAct(test, deputy);
    // An act that lists nothing else is none to them.
    expect((await get(test, href, by)).status).toBe(404);
    expect((await carryOut(test, by, href)).status).toBe(404);
    expect(await page(test, by)).toContain('Neviena akta vēl nav.');
    expect(await isThere(test, filed)).toBe(true);
    expect((await get(test, href, deputy)).status).toBe(200);
  });

  it('is for the heads alone', async () => {
    const test = await startApp();
    for (const role of ['clerk', 'auditor', 'administrator'] as const) {
      const by = await staffMember(test, { roles: [role] });
      expect((await get(test, HERE, by)).status).toBe(403);
      expect((await post(test, HERE, by, { akts: NUMBER })).status).toBe(403);
    }
  });
});

describe('destroying by an act', () => {
  it('asks for the number and for the archive, then destroys, keeps the figures and the chain', async () => {
    const test = await startApp();
    const by = await director(test);
    const [one, other] = [await closed(test), await closed(test)];
    const young = await closed(test, { at: '2026-01-05T09:00:00Z' });
    await rateAt(test, one.reference, '2020-04-01T00:00:00Z', { satisfaction: 4, effort: 2 });
    const href = await makeAct(test, by);
    const sheet = await page(test, by, href);
    for (const { reference } of [one, other]) expect(sheet).toContain(reference);
    expect(sheet).not.toContain(young.reference);
    expect(await htmlProblems(sheet)).toEqual([]);
    expect((await carryOut(test, by, href, { akts: 'Nr. 6, 2026-11-23' })).status).toBe(422);
    expect((await carryOut(test, by, href, { saskanots: '' })).status).toBe(422);
    expect(await isThere(test, one)).toBe(true);
    expect((await carryOut(test, by, href)).headers.get('location')).toBe(href);
    for (const filed of [one, other]) expect(await isThere(test, filed)).toBe(false);
    expect(await isThere(test, young)).toBe(true);
    expect(await erasures(test)).toEqual(
      [one, other]
        .map(({ reference }) => [reference, JSON.stringify({ reason: 'destruction-act', act: NUMBER })])
        .toSorted(),
    );
    const stones = await rows(
      test,
      'SELECT reference, state, satisfaction, effort FROM tombstones ORDER BY satisfaction DESC',
    );
    expect(stones).toMatchObject([
      { reference: one.reference, state: 'answered', satisfaction: 4, effort: 2 },
      { reference: other.reference, satisfaction: null },
    ]);
    expect(await page(test, by, href)).toContain('pabeigts: iznīcinātas 2 no 2');
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
  });

  it('leaves no stone of spam and of what left the ordinary register: they were never in the figures', async () => {
    const test = await startApp();
    const [spam, whistle] = [await closed(test), await closed(test)];
    await set(test, spam, 'spam', 'confirmed');
    await set(test, whistle, 'handling', 'whistleblower');
    const by = await director(test);
    await carryOut(test, by, await makeAct(test, by));
    expect(await isThere(test, spam)).toBe(false);
    expect(await isThere(test, whistle)).toBe(false);
    expect(await rows(test, 'SELECT * FROM tombstones')).toEqual([]);
  });

  it('spares what was held, or wrote again, since the act was made, and frees it for another act', async () => {
    const test = await startApp();
    const by = await director(test);
    const [held, wrote, gone] = [await closed(test), await closed(test), await closed(test)];
    const href = await makeAct(test, by);
    expect((await act(test, held, by, 'glabat', { text: 'Tiesa lūdza saglabāt.' })).status).toBe(303);
    await set(test, wrote, 'unread_since', '2026-11-23T08:00:00Z');
    expect(await page(test, by, `${href}iznicinat/`)).toContain('Šīs lietas paliek');
    await carryOut(test, by, href);
    expect([await isThere(test, held), await isThere(test, wrote), await isThere(test, gone)]).toEqual([
      true,
      true,
      false,
    ]);
    const done = await page(test, by, href);
    expect(await htmlProblems(done)).toEqual([]);
    expect(done).toContain('paliek: iznīcināšana bija apturēta');
    expect(done).toContain('paliek: bija neizlasīta ziņa');
    expect(await rows(test, 'SELECT kept_because FROM destruction_cases ORDER BY 1')).toEqual([
      { kept_because: null },
      { kept_because: 'hold' },
      { kept_because: 'unread' },
    ]);
    await set(test, wrote, 'unread_since', null);
    // The current state of the case does not change the act.
    expect(await page(test, by, href)).toContain('paliek: bija neizlasīta ziņa');
    const next = await makeAct(test, by, 'Nr. 6, 2026-11-23');
    const sheet = /<article class="act[\s\S]*<\/article>/.exec(await page(test, by, next))?.[0];
    expect(sheet).toContain(wrote.reference);
    expect(sheet).not.toContain(held.reference);
    expect((await act(test, held, by, 'glabat', { text: 'Tiesvedība beigusies.' })).status).toBe(303);
    const kinds = (await test.deps.submissions.findByReference(held.reference))?.events.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(['hold-set', 'hold-lifted']));
  });

  it('says with the act what it left out and why, to whom may know of the case; dropped, it says nothing more', async () => {
    const test = await startApp();
    const by = await director(test);
    const deputy = await staffMember(test, { roles: ['deputy'], name: 'Juris Ozols' });
    const listed = await closed(test);
    const about = { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' };
    const [held, secret] = [await closed(test), await closed(test, { body: about })];
    await closed(test, { at: '2026-01-05T09:00:00Z' });
    await set(test, held, 'held_since', '2026-01-01T00:00:00Z');
    await set(test, held, 'unread_since', '2026-01-01T00:00:00Z');
    await set(test, secret, 'review_requested_at', '2026-01-01T00:00:00Z');
    const href = await makeAct(test, deputy);
    const [theirs, directors] = [await page(test, deputy, href), await page(test, by, href)];
    expect(await htmlProblems(theirs)).toEqual([]);
    for (const html of [theirs, directors]) {
      expect(html).toContain('Aktā neiekļautās lietas');
      expect(html).toContain('iznīcināšana apturēta, neizlasīta ziņa');
      expect(html).toContain(listed.reference);
    }
    expect(theirs).toContain(secret.reference);
    expect(directors).not.toContain(secret.reference);
    // Nor after the case is erased.
    await test.deps.erase({
      reference: secret.reference,
      at: '2026-11-23T08:40:00Z',
      actor: 'system',
      detail: {},
    });
    expect(await page(test, by, href)).not.toContain(secret.reference);
    expect(await rows(test, 'SELECT why FROM destruction_left_out ORDER BY why')).toEqual([
      { why: '["hold","unread"]' },
      { why: '["review"]' },
    ]);
    expect((await post(test, `${href}atmest/`, deputy, {})).status).toBe(303);
    expect(await rows(test, 'SELECT * FROM destruction_left_out')).toEqual([]);
  });

  it('says nothing of left-out cases where there were none', async () => {
    const test = await startApp();
    const by = await director(test);
    await closed(test);
    expect(await page(test, by, await makeAct(test, by))).not.toContain('neiekļautās');
  });

  it('is decided in the turn that erases: a message that comes after the look saves the case', async () => {
    const test = await startApp();
    const filed = await closed(test);
    const by = await director(test);
    const made = await test.deps.retention.make(NUMBER, by.person);
    if ('refused' in made) throw new Error(made.refused);
    // The message arrives after the obstacles were checked.
    const late = createRetention({
      ...test.deps,
      store: retentionStore(test.database),
      surveyStore: surveyRetentionStore(test.database),
      surveys: [],
      forgotten: async () => undefined,
      policies: test.deps.site.desk?.retention ?? [],
      erase: async erasure => {
        await set(test, filed, 'unread_since', '2026-11-23T08:29:00Z');
        return test.deps.erase(erasure);
      },
    });
    expect(await late.carryOut(made.act, by.person, { limit: 10 })).toEqual({
      erased: 0,
      moved: false,
      surveysLeft: [],
      left: [{ reference: filed.reference, why: 'unread' }],
      done: true,
    });
    expect(await isThere(test, filed)).toBe(true);
  });

  it('goes on where it was broken off, also after a restart', async () => {
    const test = await startApp();
    const by = await director(test);
    for (let i = 0; i < 5; i++) await closed(test);
    const made = await test.deps.retention.make(NUMBER, by.person);
    if ('refused' in made) throw new Error(made.refused);
    const first = await test.deps.retention.carryOut(made.act, by.person, { limit: 2 });
    expect(first).toMatchObject({ erased: 2, done: false });
    expect(await test.deps.retention.drop(made.act, by.person)).toBe(false);
    const again = await test.restart();
    const act = await again.deps.retention.act({ number: NUMBER }, by.person);
    if (!act) throw new Error('no act');
    expect(await again.deps.retention.carryOut(act, by.person, { limit: 100 })).toMatchObject({
      erased: 3,
      done: true,
    });
    expect(await erasures(again)).toHaveLength(5);
    expect(
      await rows(again, "SELECT count(*) AS n FROM events WHERE kind IN ('act-begun', 'act-done')"),
    ).toEqual([{ n: 2 }]);
    expect((await verifyRegister(again.database, again.deps.keyring, null)).whole).toBe(true);
  });

  it('refuses a number twice and one without a digit, and lets an untouched act be dropped', async () => {
    const test = await startApp();
    const by = await director(test);
    await closed(test);
    const href = await makeAct(test, by);
    await closed(test);
    for (const number of [NUMBER, 'bez numura', ''])
      expect((await post(test, HERE, by, { akts: number })).status).toBe(409);
    expect((await post(test, `${href}atmest/`, by, {})).headers.get('location')).toBe(HERE);
    expect((await get(test, href, by)).status).toBe(404);
    await makeAct(test, by);
  });

  it('wants a sign-in that is not older than ten minutes', async () => {
    const test = await startApp();
    const by = await director(test);
    const filed = await closed(test);
    const href = await makeAct(test, by);
    test.at('2026-11-23T08:45:00Z');
    const response = await carryOut(test, by, href);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('/registrs/konts/apstiprinat/');
    expect(await isThere(test, filed)).toBe(true);
  });
});

it('an empty register says so', async () => {
  const test = await startApp();
  const by = await director(test);
  await file(test);
  const html = await page(test, by);
  expect(html).toContain('Nevienai lietai glabāšanas termiņš nav beidzies');
  expect(html).toContain('Neviena akta vēl nav.');
  expect(await htmlProblems(html)).toEqual([]);
});

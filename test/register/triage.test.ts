// The kind of a case, whom it is hidden from, and corrections to it; over HTTP.
import { describe, expect, it } from 'vitest';
import { indexWords } from '../../api/jobs/index-words.ts';
import { indexTools } from '../../api/node/indexing.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import { act, caseHref, eventsOf, type Filed, file, get, post, screen, standingOf } from './desk.ts';

const worklist = async (test: TestApp, by: StaffMember, view = 'open') =>
  (await get(test, `/registrs/?skats=${view}`, by)).text();
const isListed = async (test: TestApp, by: StaffMember, filed: Filed, view = 'open') =>
  (await worklist(test, by, view)).includes(`/registrs/lietas/${filed.reference}/`);
const caseText = async (test: TestApp, by: StaffMember, filed: Filed) =>
  (await get(test, caseHref(filed), by)).text();
const kinds = async (test: TestApp, filed: Filed) => (await eventsOf(test, filed)).map(({ kind }) => kind);
const index = ({ database, secrets }: TestApp) => {
  if (!secrets.office) throw new Error('no office');
  return indexWords(indexTools(database, secrets.office));
};

/** All roles of a centre. */
async function office(test: TestApp) {
  return {
    clerk: await staffMember(test, { name: 'Dace Liepa' }),
    anna: await staffMember(test, { name: 'Anna Parauga', directoryId: 'anna-parauga' }),
    director: await staffMember(test, {
      roles: ['director'],
      name: 'Pēteris Paraugs',
      directoryId: 'peteris-paraugs',
    }),
    deputy: await staffMember(test, { roles: ['deputy'], name: 'Juris Ozols' }),
  };
}

describe('a complaint about the director', () => {
  it('is nowhere for the director, and the deputy has it', async () => {
    const test = await startApp();
    const { director, deputy, clerk } = await office(test);
    const filed = await file(test, {
      text: 'Viņš kliedza.',
      aboutStaff: 'izpilddirektors',
      name: 'Ilze Bērziņa',
    });
    await index(test);
    expect((await get(test, caseHref(filed), director)).status).toBe(404);
    expect(await (await get(test, caseHref(filed), director)).text()).toBe(
      await (await get(test, '/registrs/lietas/KAC-26-XXXX-XXX/', director)).text(),
    );
    for (const path of ['piezime/', 'atbilde/', 'faili/x'])
      expect((await get(test, `${caseHref(filed)}${path}`, director)).status).toBe(404);
    expect((await act(test, filed, director, 'uznemties')).status).toBe(404);
    for (const view of ['open', 'mine', 'unassigned', 'closed'])
      expect(await isListed(test, director, filed, view)).toBe(false);
    const found = await post(test, '/registrs/meklet/', director, { ko: 'Bērziņa' });
    expect(await found.text()).toContain('Nekas nav atrasts.');
    expect(await isListed(test, deputy, filed, 'mine')).toBe(true);
    const page = await caseText(test, clerk, filed);
    expect(page).toContain('Lieta nodota: Juris Ozols (izpilddirektoram ir interešu konflikts)');
    expect(page).toContain('Pēteris Paraugs <span class="muted">(minēts amats)</span>');
    const given = await act(test, filed, deputy, 'nodot', { assignee: director.person.id });
    expect(given.status).toBe(409);
    expect(await kinds(test, filed)).not.toContain('released');
  });
});

describe('whom it is about', () => {
  it('is found as soon as they are in the directory, also when the case was looked through before', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'Jānis Paraugs bija rupjš.' });
    const janis = await staffMember(test, { name: 'J. P.', directoryId: 'janis-paraugs' });
    // As if the entry had been added after the screening.
    await test.database.execute({ sql: 'DELETE FROM conflicts' });
    expect((await get(test, caseHref(filed), janis)).status).toBe(404);
    expect(await isListed(test, janis, filed)).toBe(false);
    expect((await eventsOf(test, filed)).at(-1)).toMatchObject({
      kind: 'conflict-noted',
      detail: { who: janis.person.id, why: 'named' },
    });
  });

  it('is also who sent it', async () => {
    const test = await startApp();
    const { anna, clerk } = await office(test);
    const filed = await file(test, { text: 'Birojā ir auksti.', name: 'Anna Parauga' });
    expect(await isListed(test, anna, filed)).toBe(false);
    expect(await isListed(test, clerk, filed)).toBe(true);
  });

  it('is lifted by a head where it was found wrongly, with a reason, and not found again', async () => {
    const test = await startApp();
    const { anna, director, clerk } = await office(test);
    const filed = await file(test, { text: 'Anna Parauga, mana kaimiņiene, teica to pašu.' });
    expect((await act(test, filed, clerk, 'atlaut', { who: 'anna-parauga', text: 'x' })).status).toBe(409);
    const empty = await act(test, filed, director, 'atlaut', { who: 'anna-parauga', text: '' });
    expect(empty.status).toBe(422);
    const done = await act(test, filed, director, 'atlaut', {
      who: 'anna-parauga',
      text: 'Tā ir cita Anna Parauga.',
    });
    expect(done.status).toBe(303);
    await screen(test);
    expect((await get(test, caseHref(filed), anna)).status).toBe(200);
    expect(await isListed(test, anna, filed)).toBe(true);
    const nobody = await act(test, filed, director, 'atlaut', { who: 'janis-paraugs', text: 'x' });
    expect(nobody.status).toBe(409);
  });
});

describe('saying that one is partial', () => {
  it('takes the case out of one’s sight, and gives it up', async () => {
    const test = await startApp();
    const { clerk, deputy } = await office(test);
    const filed = await file(test, { kind: 'suggestion', text: 'Vairāk soliņu.' });
    await act(test, filed, clerk, 'uznemties');
    const response = await act(test, filed, clerk, 'atstaties', { reason: 'related' });
    expect(response.headers.get('location')).toBe('/registrs/?darits=atstaties');
    const list = await (await get(test, '/registrs/?darits=atstaties', clerk)).text();
    expect(list).toContain('Jūs esat atstatījies no lietas.');
    expect(list).not.toContain(filed.reference);
    expect((await get(test, caseHref(filed), clerk)).status).toBe(404);
    expect(await standingOf(test, filed)).toMatchObject({ assignee: null, conflicts: [clerk.person.id] });
    expect(await caseText(test, deputy, filed)).toContain('Dace Liepa');
  });

  it('of a complaint by the only director gives it to the deputy', async () => {
    const test = await startApp();
    const { director, deputy } = await office(test);
    const filed = await file(test);
    await act(test, filed, director, 'uznemties');
    await act(test, filed, director, 'atstaties', { reason: 'acquainted' });
    expect((await standingOf(test, filed)).assignee).toBe(deputy.person.id);
  });

  it('of a colleague is a head’s to say', async () => {
    const test = await startApp();
    const { director, clerk, deputy } = await office(test);
    const filed = await file(test);
    const fields = { person: clerk.person.id, reason: 'interested' };
    expect((await act(test, filed, clerk, 'atstatit', fields)).status).toBe(409);
    expect((await act(test, filed, director, 'atstatit', { reason: 'related' })).status).toBe(422);
    expect((await act(test, filed, director, 'atstatit', { ...fields, person: 'x' })).status).toBe(409);
    expect((await act(test, filed, director, 'atstatit', fields)).status).toBe(303);
    expect((await get(test, caseHref(filed), clerk)).status).toBe(404);
    const form = await (await get(test, `${caseHref(filed)}atstatit/`, deputy)).text();
    expect(form).not.toContain(clerk.person.id);
  });
});

describe('what may be spam', () => {
  const suspect = (test: TestApp) => file(test, { text: 'Buy now', website: 'x' });

  it('stands apart, and comes back with its own time and day', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const filed = await suspect(test);
    const before = await standingOf(test, filed);
    expect(await isListed(test, clerk, filed)).toBe(false);
    expect(await isListed(test, clerk, filed, 'spam')).toBe(true);
    test.at('2026-11-23T08:50:00Z');
    expect((await act(test, filed, clerk, 'nav-surogatpasts')).status).toBe(303);
    const { receivedAt, dueOn, spam } = await standingOf(test, filed);
    expect({ receivedAt, dueOn }).toEqual({ receivedAt: before.receivedAt, dueOn: before.dueOn });
    expect(spam).toBe('cleared');
    expect(await isListed(test, clerk, filed)).toBe(true);
  });

  it('is closed as such, and can be taken up again', async () => {
    const test = await startApp();
    const { clerk, director } = await office(test);
    const filed = await suspect(test);
    expect((await act(test, filed, clerk, 'surogatpasts')).status).toBe(303);
    expect(await standingOf(test, filed)).toMatchObject({ spam: 'confirmed', state: 'noted' });
    expect((await standingOf(test, filed)).closedAt).not.toBe(null);
    expect(await caseText(test, director, filed)).toContain('/nav-surogatpasts/');
  });

  it('is not asked of what is not suspected', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const filed = await file(test);
    expect(await caseText(test, clerk, filed)).not.toContain('surogatpasts/');
    expect((await get(test, `${caseHref(filed)}surogatpasts/`, clerk)).status).toBe(409);
  });
});

describe('a possible whistleblower’s report', () => {
  it('leaves the ordinary register, and only those see it who are trusted with it', async () => {
    const test = await startApp();
    const { clerk, director, deputy } = await office(test);
    const filed = await file(test, { text: 'Iepirkumā notiek krāpšana.', name: 'Ilze Bērziņa' });
    await index(test);
    const page = await (await get(test, `${caseHref(filed)}trauksme/`, clerk)).text();
    expect(page).toContain('līdz 2026. gada 30. novembris');
    const response = await act(test, filed, clerk, 'trauksme');
    expect(response.headers.get('location')).toBe('/registrs/?darits=trauksme');
    expect((await get(test, caseHref(filed), clerk)).status).toBe(404);
    expect(await isListed(test, clerk, filed)).toBe(false);
    expect(await isListed(test, clerk, filed, 'whistleblower')).toBe(false);
    for (const head of [director, deputy]) {
      expect(await isListed(test, head, filed)).toBe(false);
      expect(await isListed(test, head, filed, 'whistleblower')).toBe(true);
      expect((await get(test, caseHref(filed), head)).status).toBe(200);
    }
    const found = await post(test, '/registrs/meklet/', clerk, { ko: 'Bērziņa' });
    expect(await found.text()).toContain('Nekas nav atrasts.');
    expect((await act(test, filed, director, 'nav-trauksme', { text: '' })).status).toBe(422);
    expect((await act(test, filed, director, 'nav-trauksme', { text: 'Nav darbā uzzināts.' })).status).toBe(
      303,
    );
    expect(await isListed(test, clerk, filed)).toBe(true);
  });
});

describe('cases that belong together', () => {
  it('name each other, and only those that may be seen', async () => {
    const test = await startApp();
    const { clerk, anna } = await office(test);
    const [one, two] = [await file(test), await file(test, { text: 'Tas pats vēlreiz.' })];
    const hidden = await file(test, { text: 'Anna Parauga!' });
    const link = (by: StaffMember, reference: string) =>
      act(test, one, by, 'saistit', { reference, kind: 'duplicate' });
    for (const wrong of ['x', one.reference, 'KAC-26-7Q4W-X26'])
      expect((await link(clerk, wrong)).status).toBe(409);
    expect((await link(anna, hidden.reference)).status).toBe(409);
    expect((await link(clerk, two.reference.toLowerCase())).status).toBe(303);
    expect(await caseText(test, clerk, one)).toContain(`${two.reference}</a> (atkārtots)`);
    expect(await caseText(test, clerk, two)).toContain(`${one.reference}</a> (atkārtots)`);
    expect((await kinds(test, two)).filter(kind => kind === 'linked')).toHaveLength(1);
    expect((await act(test, two, clerk, 'atsaistit', { other: one.reference })).status).toBe(303);
    expect(await caseText(test, clerk, one)).not.toContain('(atkārtots)');
  });
});

describe('service and points', () => {
  it('are changed, for the figures, and the person’s own words stay', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const filed = await file(test, { text: 'Rinda', rulePoints: ['5.1.1'] });
    const response = await act(test, filed, clerk, 'klasificet', [
      ['service', 'suna-registracija'],
      ['rulePoints', '6'],
      ['rulePoints', '5.1.2'],
    ]);
    expect(response.status).toBe(303);
    const found = await test.deps.submissions.findByReference(filed.reference);
    expect(found?.submission).toMatchObject({ service: 'suna-registracija', rulePoints: ['6', '5.1.2'] });
    expect((await act(test, filed, clerk, 'klasificet', { rulePoints: '99' })).status).toBe(422);
  });
});

describe('a person’s wrong data', () => {
  it('are put right, searched by anew, and told', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const filed = await file(test, { text: 'Rinda', name: 'Ilze Berzinja', phone: '20000000' });
    await index(test);
    const same = await act(test, filed, clerk, 'labot-datus', { name: 'Ilze Berzinja', phone: '20000000' });
    expect(same.status).toBe(409);
    const done = await act(test, filed, clerk, 'labot-datus', { name: 'Ilze Ozola', email: 'i@kac.example' });
    expect(done.status).toBe(303);
    await index(test);
    const find = async (ko: string) => (await post(test, '/registrs/meklet/', clerk, { ko })).text();
    expect(await find('Berzinja')).toContain('Nekas nav atrasts.');
    expect(await find('20000000')).toContain('Nekas nav atrasts.');
    expect(await find('Ozola')).toContain(filed.reference);
    const status = await (
      await postJson(test.app, '/api/status', { trackingCode: filed.trackingCode })
    ).json();
    expect(status.history.at(-1)).toMatchObject({ kind: 'rectified', text: 'Izlaboti iesniedzēja dati' });
  });
});

describe('a passage', () => {
  it('is made unreadable for good, with a reason', async () => {
    const test = await startApp();
    const { director, clerk } = await office(test);
    const filed = await file(test, { text: 'Mana parole ir qwerty.\nParole: qwerty', subject: 'qwerty' });
    const fields = { passage: 'qwerty', reason: 'secret', sure: 'on' };
    expect((await act(test, filed, clerk, 'aizklat', fields)).status).toBe(409);
    expect((await act(test, filed, director, 'aizklat', { ...fields, sure: '' })).status).toBe(422);
    const nowhere = await act(test, filed, director, 'aizklat', { ...fields, passage: 'asdf' });
    expect(nowhere.status).toBe(409);
    const page = await nowhere.text();
    expect(page).toContain('Šāda teksta iesniegumā, ziņās un piezīmēs nav.');
    expect(page).toContain('asdf');
    expect(await htmlProblems(page)).toEqual([]);
    expect((await act(test, filed, director, 'aizklat', fields)).status).toBe(303);
    const text = await caseText(test, clerk, filed);
    expect(text).not.toContain('qwerty');
    expect(text.match(/█████/g)).toHaveLength(3);
  });

  it('goes from messages too, both ways, and leaves the rest as it was said', async () => {
    const test = await startApp();
    const { director, clerk } = await office(test);
    const filed = await file(test, { text: 'Rinda bija gara.' });
    await postJson(test.app, '/api/status/messages', {
      trackingCode: filed.trackingCode,
      text: 'Kaimiņam Ozolam ir diabēts.\nTas arī viss.',
    });
    await act(test, filed, director, 'zina', { text: 'Par “Ozolam ir diabēts” nerakstiet.' });
    const fields = { passage: 'Ozolam ir diabēts', reason: 'special-category', sure: 'on' };
    expect((await act(test, filed, director, 'aizklat', fields)).status).toBe(303);
    const status = await (
      await postJson(test.app, '/api/status', { trackingCode: filed.trackingCode })
    ).json();
    expect(status.messages.map(({ text }: { text: string }) => text)).toEqual([
      'Kaimiņam █████.\nTas arī viss.',
      'Par “█████” nerakstiet.',
    ]);
    expect(await caseText(test, clerk, filed)).not.toContain('diabēts');
  });

  it('goes from what staff noted and drafted as well, and the draft stays a draft', async () => {
    const test = await startApp();
    const { director, clerk } = await office(test);
    const filed = await file(test, { text: 'Rinda bija gara.' });
    await act(test, filed, clerk, 'piezime', { text: 'Zvanīja: parole qwerty.' });
    await act(test, filed, clerk, 'melnraksts', { text: 'Parole qwerty nav jāsūta.', reasons: 'Tāpēc.' });
    const fields = { passage: 'qwerty', reason: 'secret', sure: 'on' };
    expect((await act(test, filed, director, 'aizklat', fields)).status).toBe(303);
    const text = await caseText(test, clerk, filed);
    expect(text).not.toContain('qwerty');
    expect(text).toContain('Zvanīja: parole █████.');
    const answer = await (await get(test, `${caseHref(filed)}atbilde/`, director)).text();
    expect(answer).toContain('Parole █████ nav jāsūta.');
    expect(answer).toContain('Tāpēc.</textarea>');
  });
});

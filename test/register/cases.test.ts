// Working on a case over HTTP: everyday actions, and conflicts between two people.
import { describe, expect, it } from 'vitest';
import { indexWords } from '../../api/jobs/index-words.ts';
import { indexTools } from '../../api/node/indexing.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { save, staffMember } from '../support/staff.ts';
import { act, caseHref, eventsOf, file, get, post, standingOf, versionOf } from './desk.ts';

const kinds = async (test: TestApp, filed: { reference: string; trackingCode: string }) =>
  (await eventsOf(test, filed)).map(({ kind }) => kind);

describe('a case', () => {
  it('is shown whole, with the wording of its points and why the day is the day', async () => {
    const test = await startApp();
    const filed = await file(test, {
      text: 'Rinda <b>bija</b> gara.',
      name: 'Ilze Bērziņa',
      rulePoints: ['5.1.1'],
      service: 'suna-registracija',
    });
    const clerk = await staffMember(test);
    const response = await get(test, caseHref(filed), clerk);
    const text = await response.text();
    for (const part of [
      'Rinda &lt;b&gt;bija&lt;/b&gt; gara.',
      'Ilze Bērziņa',
      '5.1.1. punkta teksts.',
      'Suņa reģistrācija',
      'Skaitītas 10 darba dienas',
      '2026. gada 7. decembris',
    ])
      expect(text).toContain(part);
    expect(await htmlProblems(text)).toEqual([]);
  });

  it.each(['KAC-26-XXXX-XXX', 'x', 'KAC-26-7Q4W-X26', '%00'])('%s is none', async reference => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const response = await get(test, `/registrs/lietas/${reference}/`, clerk);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Tādas lietas nav');
  });

  it('tells of each look once, and colleagues of each other', async () => {
    const test = await startApp();
    const filed = await file(test);
    const [anna, dace] = [
      await staffMember(test, { name: 'Anna Parauga' }),
      await staffMember(test, { name: 'Dace Parauga' }),
    ];
    await get(test, caseHref(filed), anna);
    await get(test, caseHref(filed), anna);
    expect(await kinds(test, filed)).toEqual(['received', 'viewed']);
    const text = await (await get(test, caseHref(filed), dace)).text();
    expect(text).toContain('lietu atvēra arī Anna Parauga');
    test.at('2026-11-23T08:46:00Z');
    await get(test, caseHref(filed), anna);
    expect(await kinds(test, filed)).toEqual(['received', 'viewed', 'viewed', 'viewed']);
    expect(await (await get(test, caseHref(filed), anna)).text()).not.toContain('lietu atvēra arī Anna');
  });

  it('is printed whole, which its history tells, and to nobody it is about', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'Anna Parauga kliedza.', name: 'Ilze Bērziņa' });
    const clerk = await staffMember(test, { name: 'Dace Liepa' });
    await act(test, filed, clerk, 'piezime', { text: 'Iekšēja piezīme' });
    for (let i = 0; i < 15; i++) await act(test, filed, clerk, 'piezime', { text: `Piezīme ${i}` });
    const page = await (await get(test, `${caseHref(filed)}druka/`, clerk)).text();
    for (const part of [
      'kliedza',
      'Ilze Bērziņa',
      'Iekšēja piezīme',
      'Skaitītas 10 darba dienas',
      'Dace Liepa',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('<details');
    expect(page.match(/Pierakstīta piezīme/g)).toHaveLength(16);
    expect(await htmlProblems(page)).toEqual([]);
    expect((await kinds(test, filed)).at(-1)).toBe('printed');
    const anna = await staffMember(test, { directoryId: 'anna-parauga' });
    expect((await get(test, `${caseHref(filed)}druka/`, anna)).status).toBe(404);
  });

  it('says nothing of looks and notes to its submitter', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test, { name: 'Skaidrīte Parauga' });
    await get(test, caseHref(filed), clerk);
    await act(test, filed, clerk, 'piezime', { text: 'Slepens vārds' });
    await act(test, filed, clerk, 'uznemties');
    const status = await postJson(test.app, '/api/status', { trackingCode: filed.trackingCode });
    const text = await status.text();
    expect(text).not.toMatch(/Slepens|Skaidrīte|staff|viewed|noted|assigned/);
    expect(JSON.parse(text).history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'received',
      'in-review',
    ]);
  });
});

describe('taking and giving', () => {
  it('opens the examination and names whose it is', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test, { name: 'Dace Parauga' });
    const response = await act(test, filed, clerk, 'uznemties');
    expect(response.headers.get('location')).toBe(`${caseHref(filed)}?darits=uznemties`);
    expect(await standingOf(test, filed)).toMatchObject({
      assignee: clerk.person.id,
      state: 'in-review',
      version: 1,
    });
    const page = await (await get(test, response.headers.get('location') ?? '', clerk)).text();
    expect(page).toContain('Lieta ir Jūsu.');
    expect(page).not.toContain('/uznemties/');
    expect(await (await get(test, '/registrs/?skats=mine', clerk)).text()).toContain(filed.reference);
  });

  it('offers those who may have it, and takes no other', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'Anna Parauga bija rupja.' });
    const director = await staffMember(test, { roles: ['director'], name: 'Direktors' });
    const anna = await staffMember(test, { name: 'Anna Parauga', directoryId: 'anna-parauga' });
    const auditor = await staffMember(test, { roles: ['auditor'], name: 'Auditore' });
    const left = await staffMember(test, { name: 'Aizgājusi' });
    await save(test, { ...left.person, active: false });
    const form = await (await get(test, `${caseHref(filed)}nodot/`, director)).text();
    expect(form).toContain(`<option value="${director.person.id}"`);
    for (const other of [anna, auditor, left]) expect(form).not.toContain(other.person.id);
    for (const other of [anna, auditor, left]) {
      const response = await act(test, filed, director, 'nodot', { assignee: other.person.id });
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('Šim darbiniekam lietu nodot nevar');
    }
    expect((await act(test, filed, director, 'nodot', { assignee: 'p-nobody' })).status).toBe(409);
    expect((await standingOf(test, filed)).assignee).toBe(null);
    expect((await act(test, filed, director, 'nodot', { assignee: director.person.id })).status).toBe(303);
    expect((await act(test, filed, director, 'nodot', { assignee: '' })).status).toBe(303);
    expect((await standingOf(test, filed)).assignee).toBe(null);
  });
});

describe('words', () => {
  it('of a note are sealed, and shown to colleagues', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    await act(test, filed, clerk, 'piezime', { text: 'Zvanīju\nkasei' });
    const { rows } = await test.database.execute({ sql: 'SELECT body FROM notes' });
    expect(Buffer.from(rows[0]?.['body'] as Uint8Array).toString('latin1')).not.toContain('kasei');
    const text = await (
      await get(test, caseHref(filed), await staffMember(test, { roles: ['deputy'] }))
    ).text();
    expect(text).toContain('Zvanīju\nkasei');
  });

  it.each([
    ['piezime', '', 'Ierakstiet piezīmi.'],
    ['piezime', 'x'.repeat(10_001), 'Teksts ir par garu'],
    ['lugt-informaciju', ' ', 'Ierakstiet, kāda informācija vajadzīga.'],
  ])('at %s that do not pass come back as typed', async (slug, text, message) => {
    const test = await startApp();
    const filed = await file(test);
    const response = await act(test, filed, await staffMember(test), slug, { text });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(message);
    if (text.trim()) expect(page).toContain(text);
    expect(await htmlProblems(page)).toEqual([]);
    expect((await standingOf(test, filed)).version).toBe(0);
  });

  it('to the submitter arrive, and the case waits for them', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    await act(test, filed, clerk, 'lugt-informaciju', { text: 'Kurā dienā?' });
    expect(await standingOf(test, filed)).toMatchObject({
      state: 'needs-information',
      assignee: clerk.person.id,
    });
    const status = await (
      await postJson(test.app, '/api/status', { trackingCode: filed.trackingCode })
    ).json();
    expect(status.messages.at(-1)).toMatchObject({ author: 'office', text: 'Kurā dienā?' });
  });
});

describe('two people on one case', () => {
  it('the later one is told, shown what is new, and loses nothing', async () => {
    const test = await startApp();
    const filed = await file(test);
    const [first, second] = [await staffMember(test), await staffMember(test, { name: 'Otrā Parauga' })];
    const version = await versionOf(test, filed);
    await act(test, filed, first, 'piezime', { text: 'Pirmā piezīme' });
    const response = await post(test, `${caseHref(filed)}piezime/`, second, {
      version,
      text: 'Otrā piezīme',
    });
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('Kamēr rakstījāt, lietā kaut kas mainījās.');
    expect(page).toContain('Otrā piezīme');
    expect(page).toContain('name="version" value="1"');
    expect(await htmlProblems(page)).toEqual([]);
    expect((await standingOf(test, filed)).version).toBe(1);
  });

  it('what is not theirs to do is said, whoever has it', async () => {
    const test = await startApp();
    const filed = await file(test);
    const [first, second] = [await staffMember(test), await staffMember(test)];
    await act(test, filed, first, 'uznemties');
    const response = await act(test, filed, second, 'lugt-informaciju', { text: 'Kurā dienā?' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Ar lietu strādā kolēģis.');
    const shown = await get(test, `${caseHref(filed)}lugt-informaciju/`, second);
    expect(shown.status).toBe(403);
  });

  it('sent twice is done once', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    const fields = { version: '0', text: 'Vienreiz', idempotencyKey: 'Vq3xT9mZ2pLk7WbR4sYn8HcD' };
    const both = await Promise.all([1, 2].map(() => post(test, `${caseHref(filed)}piezime/`, clerk, fields)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await test.database.execute({ sql: 'SELECT count(*) AS n FROM notes' })).rows[0]?.['n']).toBe(1);
  });

  it('without a version nothing is done', async () => {
    const test = await startApp();
    const filed = await file(test);
    const response = await post(test, `${caseHref(filed)}piezime/`, await staffMember(test), { text: 'x' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Atveriet lietu no jauna');
  });
});

describe('searching', () => {
  const search = (test: TestApp, by: Awaited<ReturnType<typeof staffMember>>, ko: string) =>
    post(test, '/registrs/meklet/', by, { ko });
  const index = ({ database, secrets }: TestApp) => {
    if (!secrets.office) throw new Error('no office');
    return indexWords(indexTools(database, secrets.office));
  };

  it('by number leads to the case, by name to a list', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'x', name: 'Ilze Bērziņa', phone: '20 000 000' });
    await index(test);
    const clerk = await staffMember(test);
    const byNumber = await search(test, clerk, ` ${filed.reference.toLowerCase().replaceAll('-', ' ')} `);
    expect(byNumber.headers.get('location')).toBe(caseHref(filed));
    for (const query of ['berzina', '20000000', 'Ilze Bērziņa']) {
      const page = await (await search(test, clerk, query)).text();
      expect(page).toContain(filed.reference);
      expect(await htmlProblems(page)).toEqual([]);
    }
    expect(await (await search(test, clerk, 'Ozols')).text()).toContain('Nekas nav atrasts.');
    expect(await (await search(test, clerk, '@')).text()).toContain('Pēc šādiem vārdiem meklēt nevar.');
  });

  it('finds nothing that is about whoever searches, neither by number', async () => {
    const test = await startApp();
    const filed = await file(test, { text: 'Anna Parauga bija rupja.', name: 'Ilze Bērziņa' });
    await index(test);
    const anna = await staffMember(test, { directoryId: 'anna-parauga' });
    for (const query of [filed.reference, 'Bērziņa'])
      expect(await (await search(test, anna, query)).text()).not.toContain(`lietas/${filed.reference}`);
  });

  it('is recorded without what was searched for', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    await search(test, clerk, 'Slepenais');
    const { rows } = await test.database.execute({
      sql: "SELECT detail FROM events WHERE kind = 'searched'",
    });
    expect(rows).toEqual([{ detail: '{"found":0}' }]);
    expect(JSON.stringify(test.log)).not.toContain('Slepenais');
  });
});

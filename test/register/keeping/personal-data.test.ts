// A person's data: searched without storing the name anywhere, handed out, a request recorded, erased only as
// the law allows.
import { describe, expect, it } from 'vitest';
import { indexWords } from '../../../api/jobs/index-words.ts';
import { indexTools } from '../../../api/node/indexing.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { type StaffMember, staffMember } from '../../support/staff.ts';
import { act, eventsOf, file, get, post, standingOf } from '../desk.ts';
import { closed, director, isThere } from './kept.ts';

const HERE = '/registrs/personas-dati/';
const ANNA = { text: 'Rinda bija gara.', name: 'Anna Parauga', email: 'anna7@x.example', replyBy: 'email' };

const index = ({ database, secrets }: TestApp) => {
  if (!secrets.office) throw new Error('no office');
  return indexWords(indexTools(database, secrets.office));
};
const lookUp = async (test: TestApp, by: StaffMember, ko = 'Anna Parauga') =>
  (await post(test, HERE, by, { ko })).text();
const chainOf = async ({ database }: TestApp, kind: string) =>
  (await database.execute({ sql: 'SELECT detail, actor FROM events WHERE kind = ?', args: [kind] })).rows;

describe('finding', () => {
  it('shows what is kept, why and until when; the chain tells only that somebody looked', async () => {
    const test = await startApp();
    const by = await director(test);
    const filed = await closed(test, { at: '2025-03-05T09:00:00Z', body: ANNA });
    await file(test, { text: 'Cita', name: 'Ieva Ozola' });
    await index(test);
    const html = await lookUp(test, by);
    expect(html).toContain(filed.reference);
    expect(html).toContain('Atrastas lietas: 1');
    expect(html).toContain('Pārējie iesniegumi; Arhīvu likuma 4. pants');
    expect(await htmlProblems(html)).toEqual([]);
    expect(await chainOf(test, 'person-looked-up')).toEqual([
      { detail: '{"cases":1}', actor: `staff:${by.person.id}` },
    ]);
    expect(await lookUp(test, by, 'Nekas Nebijis')).toContain('nekas netiek glabāts');
    expect(await lookUp(test, by, '?')).toContain('meklēt nevar');
  });

  it('leaves out what may be about who looks, and is closed to the auditor', async () => {
    const test = await startApp();
    const by = await director(test);
    const filed = await file(test, { ...ANNA, aboutStaff: 'izpilddirektors' });
    await index(test);
    expect(await lookUp(test, by)).not.toContain(filed.reference);
    expect((await post(test, `${HERE}${filed.reference}/lugums/`, by, { diena: '2026-11-20' })).status).toBe(
      404,
    );
    const file_ = await post(test, `${HERE}eksports/`, by, { ko: 'Anna Parauga', ka: 'json' });
    expect(await file_.text()).not.toContain(filed.reference);
    const auditor = await staffMember(test, { roles: ['auditor'] });
    expect((await post(test, HERE, auditor, { ko: 'Anna' })).status).toBe(403);
  });
});

it('hands everything out as one file, and each case tells that it did', async () => {
  const test = await startApp();
  const by = await staffMember(test);
  const both = [await file(test, ANNA), await file(test, { ...ANNA, text: 'Otra vēstule.' })];
  await index(test);
  const json = await post(test, `${HERE}eksports/`, by, { ko: 'anna7@x.example', ka: 'json' });
  expect(json.headers.get('content-disposition')).toContain('personas-dati-2026-11-23.json');
  const copies = (await json.json()) as { content: { text: string } }[];
  expect(copies.map(({ content }) => content.text).toSorted()).toEqual(['Otra vēstule.', 'Rinda bija gara.']);
  const page = await (await post(test, `${HERE}eksports/`, by, { ko: 'anna7@x.example', ka: 'html' })).text();
  for (const text of ['Otra vēstule.', 'Rinda bija gara.']) expect(page).toContain(text);
  for (const filed of both)
    expect((await eventsOf(test, filed)).filter(({ kind }) => kind === 'exported')).toHaveLength(2);
});

describe('a request to erase that came on paper', () => {
  it('begins its month on the day it came', async () => {
    const test = await startApp();
    const by = await staffMember(test);
    const filed = await file(test, ANNA);
    await index(test);
    const send = (diena: string) =>
      post(test, `${HERE}${filed.reference}/lugums/`, by, { diena, ko: 'Anna Parauga' });
    for (const bad of ['2026-11-24', '2026-02-30', '', 'x']) expect((await send(bad)).status).toBe(422);
    expect((await standingOf(test, filed)).erasureRequestedAt).toBe(null);
    const html = await (await send('2026-11-02')).text();
    expect(html).toContain('Lūgums ierakstīts');
    expect(html).toContain('Atbildes termiņš: <strong>2026. gada 2. decembris</strong>');
    expect((await send('2026-11-03')).status).toBe(409);
  });
});

describe('erasing at a person’s wish', () => {
  /** A closed case whose erasure request was answered. */
  async function answered(test: TestApp, by: StaffMember, ground: string) {
    const filed = await closed(test, { at: '2026-11-20T09:00:00Z', body: ANNA });
    await post(test, `${HERE}${filed.reference}/lugums/`, by, { diena: '2026-11-20' });
    const sent = await act(test, filed, by, 'datu-dzesana', { ground, text: 'Izskatījām Jūsu lūgumu.' });
    expect(sent.status).toBe(303);
    await index(test);
    return filed;
  }
  const erase = (test: TestApp, by: StaffMember, reference: string, numurs = reference) =>
    post(test, `${HERE}${reference}/dzest/`, by, { numurs });

  it('needs a granted request, the number typed, and a head', async () => {
    const test = await startApp();
    const by = await director(test);
    const filed = await answered(test, by, 'granted');
    const clerk = await staffMember(test);
    expect((await erase(test, clerk, filed.reference)).status).toBe(404);
    expect((await erase(test, by, filed.reference, 'KAC-26-XXXX-XXX')).status).toBe(422);
    expect(await isThere(test, filed)).toBe(true);
    expect(await lookUp(test, by)).toContain(`${filed.reference}/dzest/`);
    expect(await (await erase(test, by, filed.reference)).text()).toContain('Dati dzēsti.');
    expect(await isThere(test, filed)).toBe(false);
    expect(await chainOf(test, 'erased')).toEqual([
      { detail: '{"reason":"submitter-request"}', actor: `staff:${by.person.id}` },
    ]);
    const { rows } = await test.database.execute({ sql: 'SELECT reference FROM tombstones' });
    expect(rows).toEqual([{ reference: filed.reference }]);
  });

  it.each([
    ['was refused', async (test: TestApp, by: StaffMember) => answered(test, by, 'legal-duty')],
    ['was never made', async (test: TestApp) => closed(test, { body: ANNA })],
    [
      'was granted, but something stands in the way',
      async (test: TestApp, by: StaffMember) => {
        const filed = await answered(test, by, 'granted');
        await act(test, filed, by, 'glabat', { text: 'Tiesvedība.' });
        return filed;
      },
    ],
  ])('is refused where the request %s', async (_, make) => {
    const test = await startApp();
    const by = await director(test);
    const filed = await make(test, by);
    await index(test);
    expect((await get(test, `${HERE}${filed.reference}/dzest/`, by)).status).toBe(404);
    expect((await erase(test, by, filed.reference)).status).toBe(404);
    expect(await isThere(test, filed)).toBe(true);
    expect(await lookUp(test, by)).toContain('Dzēst nevar.');
  });
});

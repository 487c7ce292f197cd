// Publishing the outcome of a case: no names, with a preview, once, and taken back.
import { describe, expect, it } from 'vitest';
import { telltales } from '../../api/domain/register/publications.ts';
import { ANSWER, type Desk, desk, textOf, type Who } from '../register/answering/desk.ts';
import { get, post } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { signIn } from '../support/staff.ts';

const CONTENT = {
  name: 'Anna Kalniņa-Ozola',
  email: 'anna@paraugs.example',
  phone: '+371 29123456',
  address: 'Gaujas iela 12, Jaunpiebalga',
};
const DIRECTORY = [{ name: 'Jānis Paraugs' }];

describe('what would name somebody', () => {
  it.each([
    ['Anna teica, ka rinda ir gara.', [['submitter', 'Anna']]],
    [
      'Annai bija jāgaida, un KALNIŅAI arī.',
      [
        ['submitter', 'Annai'],
        ['submitter', 'KALNIŅAI'],
      ],
    ],
    ['kalnina rakstīja', [['submitter', 'kalnina']]],
    [
      'Jānim un Paraugam',
      [
        ['staff', 'Jānim'],
        ['staff', 'Paraugam'],
      ],
    ],
    ['Rindā pie mājas Gaujas ielā.', [['address', 'Gaujas']]],
    ['Zvaniet 29 123 456!', [['phone', '29 123 456']]],
    ['Zvaniet +371-67000000.', [['phone', '+371-67000000']]],
    ['Rakstiet cits@paraugs.example.', [['email', 'cits@paraugs.example.']]],
    ['Rindā nebija kur sēdēt 2026. gada 3. martā.', []],
    ['Paraugs ir redzams pie ieejas.', [['staff', 'Paraugs']]],
    ['Veidlapas paraugs ir redzams pie ieejas.', []],
    ['Pie ielas durvīm gaidīja 12 cilvēki.', []],
  ])('%s', (text, found) => {
    expect(telltales(text, CONTENT, DIRECTORY).map(({ what, found }) => [what, found])).toEqual(found);
  });

  it('is looked for in the whole directory also where the sender gave no name', () => {
    expect(telltales('Jānis', {}, DIRECTORY)).toEqual([{ what: 'staff', found: 'Jānis' }]);
  });
});

const GOOD = { said: 'Rindā nebija kur sēdēt.', changed: 'Nolikām krēslus.' };
const shownPublicly = async ({ test }: Desk) => (await test.deps.publications.shown({ limit: 9 })).length;

async function answered(): Promise<Desk> {
  const at = await desk({ text: 'Rinda bija gara.', ...CONTENT });
  const given = await at.act('director', 'answer', { ...ANSWER, send: 'on' });
  expect(given.status).toBe(303);
  return at;
}

describe('publishing', () => {
  it('shows first how everybody will see it, and stores nothing yet', async () => {
    const at = await answered();
    const looked = await at.act('director', 'publish', GOOD);
    const html = await looked.text();
    expect(looked.status).toBe(200);
    expect(textOf(html)).toContain('Tā to redzēs visi');
    expect(html).toContain('value="Nolikām krēslus."');
    expect(await htmlProblems(html)).toEqual([]);
    expect(await shownPublicly(at)).toBe(0);
  });

  it('is done by the second step, and stands in the history without a word of it', async () => {
    const at = await answered();
    expect((await at.act('director', 'publish', { ...GOOD, send: 'on' })).status).toBe(303);
    expect(await at.test.deps.publications.ofCase(at.reference)).toMatchObject({
      ...GOOD,
      kind: 'complaint',
    });
    const { rows } = await at.test.database.execute({
      sql: "SELECT detail FROM events WHERE kind = 'published'",
    });
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.['detail'])).not.toMatch(/krēsl/);
    expect(textOf(await at.page('director'))).toContain('Publicēts, kas mainīts');
    // The submitter is not notified of the publication.
    expect(JSON.stringify(await at.status())).not.toContain('published');
  });

  it.each([
    [{ ...GOOD, said: 'Annai nebija kur sēdēt.' }, '“Annai” (iesniedzēja vārds)'],
    [{ ...GOOD, changed: 'Zvaniet 29123456.' }, '“29123456” (tālruņa numurs)'],
    [{ ...GOOD, changed: 'Pēteris Paraugs nolika krēslus.' }, '“Pēteris” (darbinieka vārds)'],
    [{ ...GOOD, said: '' }, 'Uzrakstiet, ko cilvēki teica'],
  ])('refuses what names somebody, with the place, also past the preview: %j', async (fields, said) => {
    const at = await answered();
    for (const send of [{}, { send: 'on' }]) {
      const refused = await at.act('director', 'publish', { ...fields, ...send });
      const html = await refused.text();
      expect(refused.status).toBe(422);
      expect(textOf(html)).toContain(said);
      expect(html).toContain(fields.changed);
    }
    expect(await shownPublicly(at)).toBe(0);
  });

  it('is for a closed case, for those who lead, and once', async () => {
    const open = await desk();
    expect((await open.act('director', 'publish', { ...GOOD, send: 'on' })).status).toBe(409);
    const at = await answered();
    expect((await at.act('clerk', 'publish', { ...GOOD, send: 'on' })).status).toBe(409);
    await at.act('deputy', 'publish', { ...GOOD, send: 'on' });
    const again = await at.act('director', 'publish', { ...GOOD, send: 'on' });
    expect(again.status).toBe(409);
    expect(textOf(await again.text())).toContain('vispirms noņemiet iepriekšējo');
    expect(await shownPublicly(at)).toBe(1);
  });
});

describe('what is published', () => {
  const as = async (at: Desk, who: Who) => signIn(at.test, at.staff[who]);

  it('is listed for those who lead, and taken back', async () => {
    const at = await answered();
    await at.act('director', 'publish', { ...GOOD, send: 'on' });
    const { id = '' } = (await at.test.deps.publications.ofCase(at.reference)) ?? {};
    const html = await (await get(at.test, '/registrs/publicets/', await as(at, 'director'))).text();
    expect(html).toContain(at.reference);
    expect(await htmlProblems(html)).toEqual([]);
    const path = `/registrs/publicets/${id}/nonemt/`;
    expect((await post(at.test, path, await as(at, 'clerk'), {})).status).toBe(403);
    expect((await post(at.test, path, await as(at, 'director'), {})).status).toBe(200);
    expect(await shownPublicly(at)).toBe(0);
    expect((await post(at.test, path, await as(at, 'director'), {})).status).toBe(409);
    const { rows } = await at.test.database.execute({
      sql: "SELECT reference FROM events WHERE kind = 'unpublished'",
    });
    expect(rows).toMatchObject([{ reference: at.reference }]);
  });

  it('can’t be taken back by whom the case is about', async () => {
    const at = await answered();
    await at.act('director', 'publish', { ...GOOD, send: 'on' });
    const { id = '' } = (await at.test.deps.publications.ofCase(at.reference)) ?? {};
    await at.test.database.execute({
      sql: "INSERT INTO conflicts (reference, who, why) VALUES (?, ?, 'declared')",
      args: [at.reference, at.staff.director.id],
    });
    const director = await as(at, 'director');
    const refused = await post(at.test, `/registrs/publicets/${id}/nonemt/`, director, {});
    const unknown = await post(at.test, '/registrs/publicets/nav/nonemt/', director, {});
    expect(refused.status).toBe(409);
    expect(await refused.text()).toBe(await unknown.text());
    expect(await shownPublicly(at)).toBe(1);
  });
});

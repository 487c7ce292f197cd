// A text sealed with the key of a case opens only in its own place: exchanged with another text of the same
// case, even in the same table, neither is shown to anyone, and no page has a server error.
import { expect, it } from 'vitest';
import { signIn } from '../support/staff.ts';
import { ANSWER, desk, textOf } from './answering/desk.ts';
import { caseHref } from './desk.ts';

/** Each with the text that is sealed there. */
const PLACES = [
  ['submissions', 'content', 'Pirmā vieta'],
  ['messages', 'body', 'Otrā vieta'],
  ['messages', 'body', 'Trešā vieta'],
  ['notes', 'body', 'Ceturtā vieta'],
  ['notes', 'body', 'Piektā vieta'],
  ['ratings', 'comment', 'Sestā vieta'],
] as const;
type Place = (typeof PLACES)[number];

it('a text opens in no other place', async () => {
  const at = await desk({ text: 'Pirmā vieta' });
  const { test, reference } = at;
  for (const text of ['Otrā vieta', 'Trešā vieta'])
    expect((await at.json('/messages', { text })).status).toBe(200);
  for (const text of ['Ceturtā vieta', 'Piektā vieta'])
    expect((await at.act('clerk', 'note', { text })).status).toBe(303);
  expect((await at.act('director', 'answer', { ...ANSWER, send: 'on' })).status).toBe(303);
  expect((await at.json('/rating', { satisfaction: '2', comment: 'Sestā vieta' })).status).toBe(200);

  const { cookie } = await signIn(test, at.staff.director);
  const staffPage = async () =>
    textOf(
      await (
        await test.app.request(caseHref({ ...at }), { headers: { cookie, accept: 'text/html' } })
      ).text(),
    );
  const seen = async (): Promise<string> => {
    const pages = [await staffPage(), textOf(await (await at.look()).text())];
    return pages.join('\n');
  };
  const rowOf = async ([table, , text]: Place): Promise<number> => {
    const nth = PLACES.filter(place => place[0] === table).findIndex(place => place[2] === text);
    const { rows } = await test.database.execute({
      sql: `SELECT rowid AS id FROM ${table} WHERE reference = ? ORDER BY rowid`,
      args: [reference],
    });
    return Number(rows[nth]?.['id']);
  };
  const exchange = async (a: Place, b: Place): Promise<void> => {
    const [one, two] = [await rowOf(a), await rowOf(b)];
    const sealed = async ([table, column]: Place, id: number) =>
      (
        await test.database.execute({
          sql: `SELECT ${column} AS v FROM ${table} WHERE rowid = ?`,
          args: [id],
        })
      ).rows[0]?.['v'] ?? null;
    const [of, to] = [await sealed(a, one), await sealed(b, two)];
    await test.database.batch([
      { sql: `UPDATE ${a[0]} SET ${a[1]} = ? WHERE rowid = ?`, args: [to, one] },
      { sql: `UPDATE ${b[0]} SET ${b[1]} = ? WHERE rowid = ?`, args: [of, two] },
    ]);
  };
  const whole = await seen();
  for (const [, , text] of PLACES) expect(whole).toContain(text);
  for (const [i, a] of PLACES.entries())
    for (const b of PLACES.slice(i + 1)) {
      await exchange(a, b);
      const shown = await seen();
      for (const [, , text] of [a, b])
        expect(shown.includes(text), `${text} after ${a[0]} ↔ ${b[0]}`).toBe(false);
      for (const [, , text] of PLACES.filter(place => place !== a && place !== b)) {
        // Without the content the case's other texts are still shown.
        expect(shown.includes(text), `${text} beside ${a[0]} ↔ ${b[0]}`).toBe(true);
      }
      await exchange(a, b);
    }
  expect(await seen()).toContain('Piektā vieta');
  expect(test.log.filter(({ level }) => level === 'error')).toEqual([]);
});

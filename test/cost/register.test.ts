// Nobody holds the server with one request to the register, whoever they are: neither a stranger nor a colleague.
import { expect, it } from 'vitest';
import { startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { type FoundForm, findForms } from '../faults/forms-found.ts';
import { caseHref, file } from '../register/desk.ts';
import { addPerson, signIn } from '../support/staff.ts';
import { ADDRESSES } from './addresses.ts';
import { type Attack, bodyAttacks, readingAttacks, textAttacks } from './attacks.ts';
import { excesses } from './run.ts';

const SURVEY = 'klientu-aptauja';
const ROLES = ['clerk', 'director', 'deputy', 'auditor', 'administrator'] as const;
const TEXT = 'Vārds Uzvārds rindā gaidīja stundu. ';

/** Whatever varies in a pattern fits one part of an address. */
const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(path);

/** Where no page was found for a pattern: something in place of what varies. */
const sampleOf = (pattern: string): string =>
  pattern
    .replace(/:(survey|id)/g, SURVEY)
    .replace(/:\w+/g, '1')
    .replace('*', 'nav');

/** A register with something on every page, and one person who has every role. */
async function filled(): Promise<{ test: TestApp; cookie: () => Promise<string>; from: string[] }> {
  const test = await startApp({ limits: null });
  const cases = [];
  for (let i = 0; i < 3; i += 1)
    cases.push(
      await file(test, { text: TEXT.repeat(200), name: 'Anna Bērziņa', email: 'anna@paraugs.example' }),
    );
  const person = await addPerson(test, { roles: ROLES, name: 'Visu Varošā' });
  await addPerson(test, { roles: ['administrator', 'director'], name: 'Otra' });
  const cookie = async () => (await signIn(test, person)).cookie;
  const from = [
    '/registrs/',
    '/registrs/konts/',
    `/registrs/aptaujas/${SURVEY}/teksti/`,
    ...cases.map(caseHref),
  ];
  return { test, cookie, from };
}

const READS_TRIED = /of (pairs|list|many names|words)$/;

const postingTo = ({ path, fields, limits }: FoundForm): Attack[] => {
  const target = { path };
  // One encoding: the register reads every body with the same reader as the public addresses.
  const bodies = bodyAttacks(target, fields).filter(({ name }) => name.includes('urlencoded'));
  return [...bodies, ...textAttacks(target, fields, limits)];
};

it('costs no more than its size', async () => {
  expect(testSite.surveys.map(({ id }) => id)).toContain(SURVEY);
  const { test, cookie, from } = await filled();
  const { pages, forms } = await findForms(test.app, await cookie(), {
    from,
    under: '/registrs/',
    most: 120,
  });
  for (const read of ['/registrs/lietas/:reference/', '/registrs/cilveki/:id/', '/registrs/aptaujas/:id/'])
    expect(
      pages.some(page => fits(read, page)),
      read,
    ).toBe(true);
  const found: string[] = [];
  const attack = async (pattern: string, attacks: readonly Attack[]) =>
    found.push(...(await excesses({ app: test.app, cookie }, pattern, attacks)));
  for (const [pattern, kind] of Object.entries(ADDRESSES)) {
    if (!pattern.startsWith('/registrs/')) continue;
    const path = pages.find(page => fits(pattern, page)) ?? sampleOf(pattern);
    await attack(
      pattern,
      readingAttacks({ path }).filter(({ name }) => READS_TRIED.test(name)),
    );
    if (kind === 'pages') await attack(pattern, bodyAttacks({ path }, {}).slice(0, 2));
  }
  // The same form of several cases is one.
  const patternOf = (path: string): string => path.replace(/KAC-[^/]+/, ':reference');
  const once = new Map(forms.map(form => [`${patternOf(form.path)} ${Object.keys(form.fields)}`, form]));
  expect(once.size).toBeGreaterThan(20);
  for (const [name, form] of once) await attack(name, postingTo(form));
  expect(found).toEqual([]);
}, 900_000);

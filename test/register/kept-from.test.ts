// A conflict of interest stays with the person: whatever becomes of their directory entry, name, roles or account.
import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../api/domain/register/people.ts';
import { inheritAll } from '../../api/jobs/inherit-conflicts.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { type StaffMember, signIn, staffMember } from '../support/staff.ts';
import { act, caseHref, eventsOf, type Filed, file, get, post, screen, standingOf } from './desk.ts';

const ANNA = { name: 'Anna Parauga', directoryId: 'anna-parauga' } as const;
const ABOUT_ANNA = { text: 'Anna Parauga mani neuzklausīja.' };
const hrefOf = ({ id }: Person): string => `/registrs/cilveki/${id}/`;

/** An administrator, the person a case is about, and the case. */
async function about(person: Parameters<typeof staffMember>[1] = ANNA, body: object = ABOUT_ANNA) {
  const test = await startApp();
  const administrator = await staffMember(test, { roles: ['administrator'], name: 'Rita Zvirbule' });
  const anna = await staffMember(test, person);
  return { test, administrator, anna, filed: await file(test, body) };
}

/** Changes a person as an administrator does. */
const change = (
  test: TestApp,
  by: StaffMember,
  person: Person,
  {
    name = person.name,
    roles = person.roles,
    directoryId = '',
  }: { name?: string; roles?: readonly Role[]; directoryId?: string },
) =>
  post(test, hrefOf(person), by, [
    ['name', name],
    ...roles.map((role): [string, string] => ['roles', role]),
    ['directoryId', directoryId],
  ]);

async function sees(test: TestApp, who: Person, filed: Filed): Promise<boolean> {
  const by = await signIn(test, who);
  const [page, list] = [await get(test, caseHref(filed), by), await get(test, '/registrs/', by)];
  const listed = (await list.text()).includes(filed.reference);
  expect(page.status === 200).toBe(listed);
  return listed;
}

async function added(test: TestApp, by: StaffMember, fields: Record<string, string>): Promise<Person> {
  const before = new Set((await test.deps.people.list()).map(({ id }) => id));
  expect((await post(test, '/registrs/cilveki/', by, { roles: 'clerk', ...fields })).status).toBe(200);
  const person = (await test.deps.people.list()).find(({ id }) => !before.has(id));
  if (!person) throw new Error('nobody was added');
  return person;
}

describe('the case stays closed to whom it is about', () => {
  it('when their entry is taken away, their name and roles change, and they are switched off and on', async () => {
    const { test, administrator, anna, filed } = await about();
    expect(await sees(test, anna.person, filed)).toBe(false);
    expect((await change(test, administrator, anna.person, {})).status).toBe(303);
    expect((await test.deps.people.find(anna.person.id))?.directoryId).toBeNull();
    expect(await sees(test, anna.person, filed)).toBe(false);
    await change(test, administrator, anna.person, {
      name: 'A. Jaunā',
      roles: ['director'],
      directoryId: 'janis-paraugs',
    });
    await change(test, administrator, anna.person, { name: 'A. Jaunā', roles: ['deputy'] });
    for (const what of ['izslegt', 'ieslegt'])
      await post(test, `${hrefOf(anna.person)}${what}/`, administrator, {});
    expect(await sees(test, anna.person, filed)).toBe(false);
  });

  it('in a new account for the same entry, and in one of the same name', async () => {
    const { test, administrator, anna, filed } = await about();
    await post(test, `${hrefOf(anna.person)}izslegt/`, administrator, {});
    const again = await added(test, administrator, { name: 'A. P.', directoryId: 'anna-parauga' });
    expect(await sees(test, again, filed)).toBe(false);
    expect(await sees(test, await added(test, administrator, { name: 'Parauga Anna' }), filed)).toBe(false);
    expect(await sees(test, await added(test, administrator, { name: 'Ilze Kalniņa' }), filed)).toBe(true);
  });

  it('when somebody is linked to the entry, and when they are unlinked again; each is in the chain', async () => {
    const { test, administrator, filed } = await about();
    const clerk = await staffMember(test, { name: 'Ilze Kalniņa' });
    expect(await sees(test, clerk.person, filed)).toBe(true);
    await change(test, administrator, clerk.person, { directoryId: 'anna-parauga' });
    expect(await sees(test, clerk.person, filed)).toBe(false);
    await change(test, administrator, clerk.person, {});
    expect(await sees(test, clerk.person, filed)).toBe(false);
    const noted = (await eventsOf(test, filed)).filter(({ kind }) => kind === 'conflict-noted');
    expect(noted.at(-1)).toMatchObject({ actor: 'system', detail: { who: clerk.person.id, why: 'named' } });
  });

  it('when the entry goes from the directory, and the post is another’s', async () => {
    const { test, anna, filed } = await about(
      { name: 'Pēteris Paraugs', directoryId: 'peteris-paraugs', roles: ['director'] },
      { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' },
    );
    const desk = testSite.desk;
    if (!desk) throw new Error('no desk');
    const directory = desk.directory.flatMap(one =>
      one.id === 'peteris-paraugs' ? [] : { ...one, post: 'Vadītājs', onlyOne: one.id === 'anna-parauga' },
    );
    const rebuilt = await test.restart(undefined, { site: { ...testSite, desk: { ...desk, directory } } });
    await inheritAll(rebuilt.deps);
    expect(await sees(rebuilt, anna.person, filed)).toBe(false);
  });

  it('where earlier versions noted it by the entry alone: from the next start on', async () => {
    const { test, administrator, anna, filed } = await about();
    await test.database.execute({ sql: "DELETE FROM conflicts WHERE who LIKE 'p-%'" });
    await inheritAll(test.deps);
    expect((await standingOf(test, filed)).conflicts).toEqual(['anna-parauga', anna.person.id]);
    await inheritAll(test.deps);
    expect((await eventsOf(test, filed)).filter(({ kind }) => kind === 'conflict-noted')).toHaveLength(2);
    await change(test, administrator, anna.person, {});
    expect(await sees(test, anna.person, filed)).toBe(false);
  });

  it('where only the register knows their name', async () => {
    const { test, anna, filed } = await about({ name: 'Zane Upīte' }, { text: 'Zanei Upītei nav laika.' });
    expect((await standingOf(test, filed)).conflicts).toEqual([anna.person.id]);
    expect(await sees(test, anna.person, filed)).toBe(false);
  });
});

it('a head lifts it for every account of the person, and no start brings it back', async () => {
  const { test, administrator, anna, filed } = await about();
  const again = await added(test, administrator, { name: 'A. P.', directoryId: 'anna-parauga' });
  const director = await staffMember(test, { roles: ['director'], name: 'Juris Ozols' });
  const page = await (await get(test, `${caseHref(filed)}atlaut/`, director)).text();
  expect(page.match(/<option[^>]*>Anna Parauga/g)).toHaveLength(1);
  const lifted = await act(test, filed, director, 'atlaut', { who: 'anna-parauga', text: 'Cita Anna.' });
  expect(lifted.status).toBe(303);
  await inheritAll(test.deps);
  await change(test, administrator, anna.person, {});
  for (const person of [anna.person, again]) expect(await sees(test, person, filed)).toBe(true);
});

describe('nobody decides on what they see themselves', () => {
  it('an administrator neither takes their own entry away nor gives themselves another, or another name', async () => {
    const { test, anna, filed } = await about({ ...ANNA, roles: ['director', 'administrator'] });
    for (const [name, directoryId] of [
      ['Anna Parauga', ''],
      ['Anna Parauga', 'janis-paraugs'],
      ['Kāda Cita', 'anna-parauga'],
    ] as const) {
      const response = await change(test, anna, anna.person, { name, directoryId });
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('Savu vārdu, lomas un ierakstu darbinieku sarakstā mainīt');
    }
    expect(await test.deps.people.find(anna.person.id)).toEqual(anna.person);
    expect(await sees(test, anna.person, filed)).toBe(false);
  });

  it('their own page offers their e-mail alone, and takes it', async () => {
    const { test, anna } = await about({ ...ANNA, roles: ['administrator'] });
    const html = await (await get(test, hrefOf(anna.person), anna)).text();
    for (const name of ['name="roles"', 'name="directoryId"', 'name="name"', 'izslegt/'])
      expect(html).not.toContain(name);
    expect((await post(test, hrefOf(anna.person), anna, { email: 'anna@kac.example' })).status).toBe(303);
    expect(await test.deps.people.find(anna.person.id)).toEqual({
      ...anna.person,
      email: 'anna@kac.example',
    });
  });

  it('whoever has no full name yet may give it', async () => {
    const { test, anna } = await about({ name: 'Administrators', roles: ['administrator'] });
    expect((await post(test, hrefOf(anna.person), anna, { name: 'Anna Liepa' })).status).toBe(303);
    expect((await post(test, hrefOf(anna.person), anna, { name: 'Cita Liepa' })).status).toBe(409);
  });
});

it('a case that nobody looked through yet is in no event and no figure', async () => {
  const test = await startApp();
  const deputy = await staffMember(test, { roles: ['deputy'], name: 'Juris Ozols' });
  const shown = async () => {
    const pages = ['/registrs/kede/', '/registrs/parskats/'].map(async path =>
      (await get(test, path, deputy)).text(),
    );
    return (await Promise.all(pages)).join('\n');
  };
  const before = await shown();
  await postJson(test.app, '/api/complaints', { text: 'Juris Ozols kavē.' });
  expect(await shown()).toBe(before);
  await screen(test);
  test.at('2026-11-23T08:31:00Z');
  expect(await shown()).toBe(before);
});

it('the address of the next page holds a number of a case and none of a row', async () => {
  const { test, anna } = await about();
  const seen = [];
  for (let i = 0; i < 26; i++) seen.push((await file(test, { text: `Rinda ${i}.` })).reference);
  const html = await (await get(test, '/registrs/', anna)).text();
  expect(/href="\/registrs\/\?pec=([^"]+)"/.exec(html)?.[1]).toBe(`2026-12-07_${seen[24]}`);
  const rest = await (await get(test, `/registrs/?pec=2026-12-07_${seen[24]}`, anna)).text();
  expect(seen.filter(reference => rest.includes(reference))).toEqual([seen[25]]);
});

// Who admits whom: what administrators may change, what no role may, and which actions require a fresh
// sign-in.
import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../api/domain/register/people.ts';
import { startHousekeeping } from '../../api/node/housekeeping.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { authenticator } from '../support/authenticator.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, signIn, staffMember } from '../support/staff.ts';
import { get, post } from './desk.ts';
import { enrolled, optionsIn, registerEvents, sessionsIn, signInBy, signInByCode } from './enrolled.ts';

const ADMINISTRATOR = { roles: ['administrator'] as const };
const hrefOf = ({ id }: Person): string => `/registrs/cilveki/${id}/`;

const save = (test: TestApp, by: StaffMember, person: Person, roles: readonly Role[]) =>
  post(test, hrefOf(person), by, [
    ['name', person.name],
    ...roles.map((role): [string, string] => ['roles', role]),
  ]);

const activeIn = async ({ deps }: TestApp): Promise<readonly string[]> =>
  (await deps.people.list()).filter(({ active }) => active).map(({ id }) => id);

describe('administrators', () => {
  it('give and take roles, and the chain names the codes and not the person', async () => {
    const test = await startApp();
    const [administrator, clerk] = [await staffMember(test, ADMINISTRATOR), await staffMember(test)];
    expect((await save(test, administrator, clerk.person, ['deputy', 'auditor'])).status).toBe(303);
    expect((await test.deps.people.find(clerk.person.id))?.roles).toEqual(['deputy', 'auditor']);
    const [detail = ''] = await registerEvents(test, 'person-changed');
    expect(JSON.parse(detail)).toEqual({
      person: clerk.person.id,
      changed: 'roles',
      roles: 'deputy,auditor',
      // With which generation of their records: no earlier one holds any more.
      of: clerk.person.id,
      generation: 3,
    });
  });

  it('change neither their own roles nor switch themselves off', async () => {
    const test = await startApp();
    const [one] = [await staffMember(test, ADMINISTRATOR), await staffMember(test, ADMINISTRATOR)];
    for (const roles of [['administrator', 'director'], ['clerk']] as Role[][]) {
      const response = await save(test, one, one.person, roles);
      expect(response.status).toBe(409);
      expect(await response.text()).toContain(
        'mainīt un sevi izslēgt nevar. Lūdziet to citam administratoram.',
      );
    }
    expect((await post(test, `${hrefOf(one.person)}izslegt/`, one, {})).status).toBe(409);
    expect((await test.deps.people.find(one.person.id))?.roles).toEqual(['administrator']);
  });

  it('who switch each other off at the same time leave one', async () => {
    const test = await startApp();
    const [one, two] = [await staffMember(test, ADMINISTRATOR), await staffMember(test, ADMINISTRATOR)];
    await Promise.all([
      post(test, `${hrefOf(two.person)}izslegt/`, one, {}),
      post(test, `${hrefOf(one.person)}izslegt/`, two, {}),
    ]);
    expect(await activeIn(test)).toHaveLength(1);
  });

  it('are the only ones: others get neither the page nor the change', async () => {
    const test = await startApp();
    const administrator = await staffMember(test, ADMINISTRATOR);
    for (const role of ['clerk', 'director', 'deputy', 'auditor'] as const) {
      const other = await staffMember(test, { roles: [role] });
      expect((await get(test, '/registrs/cilveki/', other)).status).toBe(403);
      for (const path of ['', 'izslegt/', 'uzaicinat/?atslegas=nonemt'])
        expect((await post(test, `${hrefOf(administrator.person)}${path}`, other, {})).status).toBe(403);
    }
    expect(await activeIn(test)).toHaveLength(5);
  });
});

describe('a new invitation', () => {
  it('ends every session, and leaves keys and codes', async () => {
    const test = await startApp();
    const [administrator, anna] = [await staffMember(test, ADMINISTRATOR), await enrolled(test)];
    expect((await post(test, `${hrefOf(anna.person)}uzaicinat/`, administrator, {})).status).toBe(200);
    expect((await get(test, '/registrs/konts/', anna)).status).toBe(303);
    expect((await signInBy(test, anna.key)).status).toBe(303);
  });

  it('after a theft takes away keys and codes: whoever has them stays outside', async () => {
    const test = await startApp();
    const [administrator, anna] = [await staffMember(test, ADMINISTRATOR), await enrolled(test)];
    await post(test, `${hrefOf(anna.person)}uzaicinat/?atslegas=nonemt`, administrator, {});
    expect((await signInBy(test, anna.key)).status).toBe(422);
    expect((await signInByCode(test, anna.codes[0] ?? '')).status).toBe(422);
    expect(await sessionsIn(test)).toBe(1);
  });
});

describe('making sure', () => {
  const LATER = '2026-11-23T08:41:00Z';
  const CONFIRM = '/registrs/konts/apstiprinat/';
  const asked = async (test: TestApp, by: StaffMember) =>
    optionsIn(await (await get(test, CONFIRM, by)).text());

  it('is asked for ten minutes after signing in, and nothing is changed before', async () => {
    const test = await startApp();
    const anna = await enrolled(test);
    test.at(LATER);
    const { credentialId } = anna.key;
    for (const path of ['atslegas/', 'atslegas/nosaukums/', 'atslegas/nonemt/', 'kodi/']) {
      const fields = { id: credentialId };
      const response = await post(test, `/registrs/konts/${path}`, anna, fields);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toMatch(/^\/registrs\/konts\/apstiprinat\//);
    }
    expect(await test.deps.credentials.passkeysOf(anna.person.id)).toHaveLength(1);
    expect((await signInByCode(test, anna.codes[0] ?? '')).status).toBe(303);
  });

  it('is asked of administrators before they see the people', async () => {
    const test = await startApp();
    const administrator = await enrolled(test, ADMINISTRATOR);
    test.at(LATER);
    expect((await get(test, '/registrs/cilveki/', administrator)).status).toBe(303);
    const response = administrator.key.get(await asked(test, administrator));
    const back = await post(test, CONFIRM, administrator, { response, uz: '/registrs/cilveki/' });
    expect(back.headers.get('location')).toBe('/registrs/cilveki/');
    expect((await get(test, '/registrs/cilveki/', administrator)).status).toBe(200);
  });

  it('loses nothing that was typed meanwhile', async () => {
    const test = await startApp();
    const administrator = await enrolled(test, ADMINISTRATOR);
    test.at(LATER);
    for (const path of ['cilveki/', 'konts/atslegas/nosaukums/']) {
      const fields = { id: administrator.key.credentialId, name: 'Jauna <b>Darbiniece</b>' };
      const response = await post(test, `/registrs/${path}`, administrator, fields);
      expect(response.status).toBe(403);
      const page = await response.text();
      expect(page).toContain('Jauna &lt;b&gt;Darbiniece&lt;/b&gt;');
      expect(page).not.toContain(fields.id);
      expect(page).toContain('href="/registrs/konts/apstiprinat/?uz=');
      expect(await htmlProblems(page)).toEqual([]);
    }
    expect(await test.deps.people.list()).toHaveLength(1);
    const [key] = await test.deps.credentials.passkeysOf(administrator.person.id);
    expect(key?.name).not.toContain('Jauna');
  });

  it('takes one’s own key only, once, and what was asked of oneself', async () => {
    const test = await startApp();
    const [anna, berta] = [await enrolled(test), await enrolled(test)];
    test.at(LATER);
    const send = (by: StaffMember, response: string) => post(test, CONFIRM, by, { response });
    expect((await send(anna, berta.key.get(await asked(test, anna)))).status).toBe(422);
    expect((await send(anna, authenticator().get(await asked(test, anna)))).status).toBe(422);
    expect((await send(anna, anna.key.get(await asked(test, berta)))).status).toBe(422);
    const answer = anna.key.get(await asked(test, anna));
    expect((await send(anna, answer)).status).toBe(303);
    expect((await send(anna, answer)).status).toBe(422);
  });
});

describe('one’s own sessions', () => {
  it('are listed while they live, and another’s can’t be ended', async () => {
    const test = await startApp();
    const [anna, berta] = [await staffMember(test), await staffMember(test)];
    test.at('2026-11-23T08:50:00Z');
    const later = await signIn(test, anna.person);
    const listed = async () =>
      [...(await (await get(test, '/registrs/konts/', later)).text()).matchAll(/Chrome, Linux/g)].length;
    expect(await listed()).toBe(2);
    const [theirs] = await test.deps.sessions.of(berta.person.id);
    await post(test, '/registrs/konts/sesijas/beigt/', anna, { id: theirs?.id ?? '' });
    expect((await get(test, '/registrs/', berta)).status).toBe(200);
    test.at('2026-11-23T09:21:00Z');
    expect((await get(test, '/registrs/konts/', later)).status).toBe(303);
    const newest = await signIn(test, anna.person);
    const page = await (await get(test, '/registrs/konts/', newest)).text();
    expect([...page.matchAll(/Chrome, Linux/g)]).toHaveLength(1);
  });

  it('are forgotten by the server once they ended', async () => {
    const test = await startApp();
    const anna = await staffMember(test);
    test.at('2026-11-23T09:01:00Z');
    await signIn(test, anna.person);
    await startHousekeeping(test.deps)();
    expect(await sessionsIn(test)).toBe(1);
  });
});

// What the pages of account and people say was done is what was done: nothing is "removed", "ended" or "saved" that was
// not there.
import { describe, expect, it } from 'vitest';
import { startApp } from '../api/harness.ts';
import { addPerson, signIn, staffMember } from '../support/staff.ts';
import { get, post } from './desk.ts';
import { enrolled, registerEvents, sessionsIn, signInBy } from './enrolled.ts';

const ACCOUNT = '/registrs/konts/';

describe('one’s own account', () => {
  it.each([
    ['atslegas/nonemt/', 'passkey-removed'],
    ['atslegas/nosaukums/', 'passkey-renamed'],
  ])('%s with a colleague’s key, or none, says so and changes nothing', async (path, kind) => {
    const test = await startApp();
    const [anna, janis] = [await enrolled(test), await enrolled(test)];
    for (const id of [janis.key.credentialId, 'x', '']) {
      const refused = await post(test, `${ACCOUNT}${path}`, anna, { id, name: 'Mana' });
      expect(refused.status).toBe(409);
      const text = await refused.text();
      expect(text).toContain('Tādas piekļuves atslēgas Jums nav, tāpēc nekas nav mainīts');
      expect(text).not.toContain('Piekļuves atslēga noņemta');
    }
    expect(await registerEvents(test, kind)).toEqual([]);
    const [key] = await test.deps.credentials.passkeysOf(janis.person.id);
    expect(key?.name).not.toBe('Mana');
    expect((await signInBy(test, janis.key)).status).toBe(303);
  });

  it('says of one’s own key what was done', async () => {
    const test = await startApp();
    const anna = await enrolled(test);
    const { credentialId: id } = anna.key;
    const named = await post(test, `${ACCOUNT}atslegas/nosaukums/`, anna, { id, name: 'Darba dators' });
    expect(named.headers.get('location')).toBe(`${ACCOUNT}?darits=nosaukums`);
    expect((await test.deps.credentials.passkeysOf(anna.person.id))[0]?.name).toBe('Darba dators');
    const removed = await post(test, `${ACCOUNT}atslegas/nonemt/`, anna, { id });
    expect(removed.headers.get('location')).toBe(`${ACCOUNT}?darits=nonemta`);
    expect(await test.deps.credentials.passkeysOf(anna.person.id)).toEqual([]);
    expect(await registerEvents(test, 'passkey-removed')).toHaveLength(1);
  });

  it('ends no session that is not there, nor a colleague’s', async () => {
    const test = await startApp();
    const [anna, janis] = [await staffMember(test), await staffMember(test)];
    const [theirs] = await test.deps.sessions.of(janis.person.id);
    for (const id of [theirs?.id ?? '', 'x']) {
      const refused = await post(test, `${ACCOUNT}sesijas/beigt/`, anna, { id });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('Tādas sesijas Jums vairs nav');
    }
    const others = await post(test, `${ACCOUNT}sesijas/beigt-citas/`, anna, {});
    expect(others.status).toBe(409);
    expect(await others.text()).toContain('Citu sesiju Jums nav');
    expect(await registerEvents(test, 'session-ended')).toEqual([]);
    expect(await sessionsIn(test)).toBe(2);
    await signIn(test, anna.person);
    const ended = await post(test, `${ACCOUNT}sesijas/beigt-citas/`, anna, {});
    expect(ended.headers.get('location')).toBe(`${ACCOUNT}?darits=sesijas`);
    expect(await sessionsIn(test)).toBe(2);
  });
});

describe('a person of the register', () => {
  it('that is switched off already, or changed to what it is, is not said to be saved', async () => {
    const test = await startApp();
    const admin = await staffMember(test, { roles: ['administrator'], name: 'Galva' });
    const clerk = await addPerson(test, { name: 'Ilze Ozola' });
    const href = `/registrs/cilveki/${clerk.id}/`;
    const send = async (path: string, fields: Record<string, string> = {}) =>
      (await post(test, `${href}${path}`, admin, fields)).headers.get('location');
    expect(await send('ieslegt/')).toBe(`${href}?darits=nekas`);
    expect(await send('', { name: 'Ilze Ozola', roles: 'clerk' })).toBe(`${href}?darits=nekas`);
    expect(await (await get(test, `${href}?darits=nekas`, admin)).text()).toContain('Nekas nav mainīts');
    expect(await send('izslegt/')).toBe(`${href}?darits=1`);
    expect(await send('izslegt/')).toBe(`${href}?darits=nekas`);
    expect(await registerEvents(test, 'person-changed')).toEqual([]);
    expect(await registerEvents(test, 'person-deactivated')).toHaveLength(1);
  });

  it('whose form of adding is sent again later keeps what was changed since', async () => {
    const test = await startApp();
    const admin = await staffMember(test, { roles: ['administrator'], name: 'Galva' });
    const fields = { name: 'Jauns Cilvēks', roles: 'director', idempotencyKey: 'key-0001-abcdefgh' };
    expect((await post(test, '/registrs/cilveki/', admin, fields)).status).toBe(200);
    const added = (await test.deps.people.list()).find(({ name }) => name === 'Jauns Cilvēks');
    await post(test, `/registrs/cilveki/${added?.id}/`, admin, { name: 'Jauns Cilvēks', roles: 'clerk' });
    expect((await post(test, '/registrs/cilveki/', admin, fields)).status).toBe(200);
    expect((await test.deps.people.find(added?.id ?? ''))?.roles).toEqual(['clerk']);
  });
});

// Signing in by an invitation, a passkey or a recovery code. Forged, repeated and late attempts are refused.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeTrackingCode } from '../../api/domain/codes.ts';
import { cookieOf, startApp, type TestApp } from '../api/harness.ts';
import { authenticator, type Cheat } from '../support/authenticator.ts';
import { htmlProblems } from '../support/html-check.ts';
import { addPerson, save } from '../support/staff.ts';
import { get, post } from './desk.ts';
import {
  enrolled,
  invite,
  openInvitation,
  optionsIn,
  registerEvents,
  sendKey,
  sessionsIn,
  signInBy,
  signInByCode,
  signInOptions,
  signInWith,
} from './enrolled.ts';

/** Refused with a message, and no session was added. */
async function expectRefused(test: TestApp, response: Response, before: number): Promise<void> {
  expect(response.status).toBe(422);
  expect(response.headers.get('set-cookie')).toBeNull();
  const text = await response.text();
  expect(text).toContain('Neizdevās pieteikties');
  expect(await htmlProblems(text)).toEqual([]);
  expect(await sessionsIn(test)).toBe(before);
}

describe('an invitation', () => {
  it('brings a person in with a passkey and ten codes, and the chain says so', async () => {
    const test = await startApp();
    const { person, cookie, codes } = await enrolled(test, { roles: ['clerk'] });
    expect(new Set(codes).size).toBe(10);
    expect((await get(test, '/registrs/', null, { cookie })).status).toBe(200);
    expect(await registerEvents(test, 'passkey-added')).toHaveLength(1);
    expect(await registerEvents(test, 'signed-in')).toHaveLength(1);
    const { rows } = await test.database.execute({ sql: 'SELECT hash FROM recovery_codes' });
    expect(JSON.stringify(rows)).not.toContain(codes[0]);
    expect(await test.deps.credentials.passkeysOf(person.id)).toHaveLength(1);
  });

  it('serves once', async () => {
    const test = await startApp();
    const token = await invite(test, await addPerson(test));
    const options = optionsIn(await (await openInvitation(test, token)).text());
    expect((await sendKey(test, token, authenticator().create(options))).status).toBe(200);
    for (const again of [
      await openInvitation(test, token),
      await sendKey(test, token, authenticator().create(options)),
    ]) {
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('Uzaicinājums jau ir izmantots.');
    }
    expect(await sessionsIn(test)).toBe(1);
  });

  it('lets in one of two who hold it at the same time', async () => {
    const test = await startApp();
    const token = await invite(test, await addPerson(test));
    const answers: string[] = [];
    for (const key of [authenticator(), authenticator()])
      answers.push(key.create(optionsIn(await (await openInvitation(test, token)).text())));
    const responses = await Promise.all(answers.map(answer => sendKey(test, token, answer)));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(await sessionsIn(test)).toBe(1);
  });

  it('ends after three days, with a newer one, and with its person', async () => {
    const test = await startApp();
    const person = await addPerson(test);
    const [first, second] = [await invite(test, person), await invite(test, person)];
    expect(await (await openInvitation(test, first)).text()).toContain('Šāda uzaicinājuma nav.');
    test.at('2026-11-26T08:31:00Z');
    expect(await (await openInvitation(test, second)).text()).toContain('laiks ir beidzies');
    const third = await invite(test, person);
    expect((await openInvitation(test, third)).status).toBe(200);
    await save(test, { ...person, active: false });
    expect((await openInvitation(test, third)).status).toBe(422);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another name', { rpId: 'evil.example' }],
    ['nobody proven', { verified: false }],
    ['an invented challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['a sign-in', { type: 'webauthn.get' }],
  ] satisfies [string, Cheat][])(
    'makes no passkey out of an answer with %s, and may be tried again',
    async (_, cheat) => {
      const test = await startApp();
      const person = await addPerson(test);
      const token = await invite(test, person);
      const options = optionsIn(await (await openInvitation(test, token)).text());
      const response = await sendKey(test, token, authenticator().create(options, cheat));
      expect(response.status).toBe(422);
      const page = await response.text();
      expect(page).toContain('Atslēga nav izveidota');
      expect(await sessionsIn(test)).toBe(0);
      expect((await sendKey(test, token, authenticator().create(optionsIn(page)))).status).toBe(200);
    },
  );
});

describe('a passkey', () => {
  it('opens the register and leads on to where one was going, within it', async () => {
    const test = await startApp();
    const { key, person } = await enrolled(test);
    const to = async (uz: string) => {
      const response = await signInWith(test, key.get(await signInOptions(test)), { uz });
      expect(response.status).toBe(303);
      const cookie = cookieOf(response);
      expect((await get(test, '/registrs/konts/', null, { cookie })).status).toBe(200);
      return response.headers.get('location');
    };
    expect(await to('/registrs/lietas/KAC-26-7Q4W-X26/')).toBe('/registrs/lietas/KAC-26-7Q4W-X26/');
    for (const elsewhere of [
      'https://evil.example/',
      '//evil.example',
      '/registrs//evil.example',
      '/gaita/',
      '/registrs/\\evil',
    ])
      expect(await to(elsewhere)).toBe('/registrs/');
    const [passkey] = await test.deps.credentials.passkeysOf(person.id);
    expect(passkey?.counter).toBe(7);
    expect(passkey?.lastUsedAt).toBe('2026-11-23T08:30:00Z');
  });

  it('keeps its cookie from scripts and other sites, and no token in the store', async () => {
    const test = await startApp();
    const { key } = await enrolled(test);
    const response = await signInBy(test, key);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^kac-registrs=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookieOf(response).split('=')[1] ?? '';
    const { rows } = await test.database.execute({ sql: 'SELECT token_hash FROM sessions' });
    const stored = rows.map(row => Buffer.from(row['token_hash'] as Uint8Array).toString('base64url'));
    expect(stored).not.toContain(token);
  });

  it.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['with nobody proven', { verified: false }],
    ['whose counter went back', { counter: 1 }],
    ['whose counter stood still', { counter: 2 }],
    ['to an invented challenge', { challenge: 'A'.repeat(51) }],
    ['that makes a passkey', { type: 'webauthn.create' }],
  ] satisfies [string, Cheat][])(
    '%s is refused, and noted in the chain where it was ours',
    async (_, cheat) => {
      const test = await startApp();
      const { key, person } = await enrolled(test);
      expect((await signInBy(test, key)).status).toBe(303);
      await expectRefused(test, await signInBy(test, key, cheat), 2);
      const noted = await registerEvents(test, 'sign-in-failed');
      // A response to a challenge that we never issued is not attributed to a person.
      if ('challenge' in cheat) expect(noted).toEqual([]);
      else expect(noted).toEqual([JSON.stringify({ person: person.id, how: 'passkey' })]);
      expect((await signInBy(test, key)).status).toBe(303);
    },
  );

  it('answers once, also one that does not count', async () => {
    const test = await startApp();
    const { key } = await enrolled(test, {}, authenticator({ counting: false }));
    const answer = key.get(await signInOptions(test));
    expect((await signInWith(test, answer)).status).toBe(303);
    await expectRefused(test, await signInWith(test, answer), 2);
    const raced = key.get(await signInOptions(test));
    const responses = await Promise.all([signInWith(test, raced), signInWith(test, raced)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it('answers in time', async () => {
    const test = await startApp();
    const { key } = await enrolled(test);
    const options = await signInOptions(test);
    test.at('2026-11-23T08:44:59Z');
    expect((await signInWith(test, key.get(options))).status).toBe(303);
    const late = await signInOptions(test);
    test.at('2026-11-23T09:00:00Z');
    await expectRefused(test, await signInWith(test, key.get(late)), 2);
  });

  it('answers what it was asked for: what was signed to make sure opens nothing', async () => {
    const test = await startApp();
    const { key, cookie } = await enrolled(test);
    const page = await (await get(test, '/registrs/konts/apstiprinat/', null, { cookie })).text();
    await expectRefused(test, await signInWith(test, key.get(optionsIn(page))), 1);
  });

  it('nobody knows, or in another’s name, is refused', async () => {
    const test = await startApp();
    const [anna, stranger] = [await enrolled(test), authenticator()];
    await expectRefused(test, await signInBy(test, stranger), 1);
    expect(await registerEvents(test, 'sign-in-failed')).toEqual([]);
    const { credentialId } = anna.key;
    await expectRefused(test, await signInBy(test, stranger, { credentialId, counter: 99 }), 1);
    expect(await registerEvents(test, 'sign-in-failed')).toHaveLength(1);
  });

  it('of somebody switched off, or taken away, opens nothing', async () => {
    const test = await startApp();
    const { key, person } = await enrolled(test);
    await save(test, { ...person, active: false });
    await expectRefused(test, await signInBy(test, key), 1);
    await save(test, person);
    await test.database.batch([{ sql: 'DELETE FROM passkeys' }]);
    await expectRefused(test, await signInBy(test, key), 1);
  });

  it.each(['', 'null', '{}', '[]', '{"id":1}', '{"response":{"clientDataJSON":"!"}}', 'x'.repeat(10_000)])(
    'is not what came: %.40s',
    async response => {
      const test = await startApp();
      await expectRefused(test, await signInWith(test, response), 0);
    },
  );
});

describe('a recovery code', () => {
  it('opens the register once, in any spelling', async () => {
    const test = await startApp();
    const { codes, person } = await enrolled(test);
    const [code = ''] = codes;
    const response = await signInByCode(test, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(response.status).toBe(303);
    expect(await test.deps.credentials.codesLeft(person.id)).toBe(9);
    await expectRefused(test, await signInByCode(test, code), 2);
    expect(await registerEvents(test, 'sign-in-failed')).toHaveLength(1);
  });

  it('opens it to one of two at the same time', async () => {
    const test = await startApp();
    const { codes } = await enrolled(test);
    const [code = ''] = codes;
    const responses = await Promise.all([signInByCode(test, code), signInByCode(test, code)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it('opens nothing once there are new ones, its person is switched off, or it is none', async () => {
    const test = await startApp();
    const { codes, person } = await enrolled(test);
    await save(test, { ...person, active: false });
    await expectRefused(test, await signInByCode(test, codes[0] ?? ''), 1);
    await save(test, person);
    await test.database.batch([{ sql: 'DELETE FROM recovery_codes' }]);
    await expectRefused(test, await signInByCode(test, codes[1] ?? ''), 1);
    await expectRefused(test, await signInByCode(test, ''), 1);
    await expectRefused(test, await signInByCode(test, "' OR 1=1 --"), 1);
  });
});

describe('trying often', () => {
  const each = { ask: null, refuse: 100 };
  const limits = {
    submit: each,
    survey: each,
    'look-up': each,
    upload: each,
    'sign-in': { ask: null, refuse: 2 },
  };

  it('is stopped for that network, with a time to come back, and for no other', async () => {
    const test = await startApp({ limits });
    const from = (address: string) => signInByCode(test, 'AAAA', { 'x-test-address': address });
    for (const status of [422, 422, 429]) {
      const response = await from('198.51.100.7');
      expect(response.status).toBe(status);
      if (status === 429) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(await response.text()).toContain('pārāk daudz mēģinājumu');
      }
    }
    expect((await from('203.0.113.9')).status).toBe(422);
    test.at('2026-11-23T09:40:00Z');
    expect((await from('198.51.100.7')).status).toBe(422);
  });

  it('shuts out nobody who has a key or an invitation: a whole office comes from one address', async () => {
    const test = await startApp({ limits });
    const from = { 'x-test-address': '198.51.100.7' };
    const { key } = await enrolled(test);
    for (const status of [422, 422, 429]) expect((await signInByCode(test, 'A', from)).status).toBe(status);
    expect((await signInBy(test, key, {}, from)).status).toBe(303);
    const token = await invite(test, await addPerson(test));
    expect((await post(test, '/registrs/ieiet/uzaicinajums/', null, { token }, from)).status).toBe(200);
  });

  describe('by a claim, from wherever', () => {
    let network = 0;
    const anywhere = () => ({ 'x-test-address': `203.0.113.${++network}` });
    const signal = async (response: Response) => ({
      status: response.status,
      retry: response.headers.get('retry-after') === null ? null : 'later',
      says: /<h2>Neizdevās pieteikties<\/h2><p>([^<]*)/.exec(await response.text())?.[1],
    });

    it('is stopped for that person, whichever of their keys is named; a key that holds comes in', async () => {
      const test = await startApp({ limits });
      const { key, person } = await enrolled(test);
      const bad = () => signInBy(test, key, { origin: 'https://evil.example' }, anywhere());
      for (const status of [422, 422, 429, 429]) expect((await bad()).status).toBe(status);
      expect(await registerEvents(test, 'sign-in-failed')).toHaveLength(2);
      const other = await enrolled(test, { name: 'Juris Ozols' });
      expect(other.person.id).not.toBe(person.id);
      const theirs = await signInBy(test, other.key, { origin: 'https://evil.example' }, anywhere());
      expect(theirs.status).toBe(422);
      expect((await signInBy(test, key, {}, anywhere())).status).toBe(303);
      test.at('2026-11-23T09:40:00Z');
      expect((await bad()).status).toBe(422);
    });

    it('says when to try again, by the clock', async () => {
      const test = await startApp({ limits });
      const { key } = await enrolled(test);
      const bad = () => signInBy(test, key, { origin: 'https://evil.example' }, anywhere());
      await bad();
      await bad();
      const page = await (await bad()).text();
      // Half past ten in Riga, an hour and the rest of the five minutes.
      expect(page).toContain('Mēģiniet vēlreiz pēc plkst.\u00a011.35.');
    });

    it('answers the same for a key of nobody’s, so that nobody learns who there is', async () => {
      const test = await startApp({ limits });
      const { key } = await enrolled(test);
      const stranger = authenticator();
      for (let i = 0; i < 3; i += 1) {
        const known = await signal(await signInBy(test, key, { origin: 'https://evil.example' }, anywhere()));
        const unknown = await signal(await signInBy(test, stranger, {}, anywhere()));
        expect(unknown).toEqual(known);
        expect(known.status).toBe(i < 2 ? 422 : 429);
      }
    });

    it('counts one code, used or never given out, alike', async () => {
      const test = await startApp({ limits });
      const { codes } = await enrolled(test);
      const [used = ''] = codes;
      const nobodys = makeTrackingCode(randomBytes(10));
      expect((await signInByCode(test, used, anywhere())).status).toBe(303);
      for (let i = 0; i < 3; i += 1) {
        const known = await signal(await signInByCode(test, used, anywhere()));
        expect(await signal(await signInByCode(test, nobodys, anywhere()))).toEqual(known);
        expect(known.status).toBe(i < 2 ? 422 : 429);
      }
      expect((await signInByCode(test, codes[1] ?? '', anywhere())).status).toBe(303);
    });

    it('shares no count among what can’t be a code', async () => {
      const test = await startApp({ limits });
      for (let i = 0; i < 4; i += 1)
        for (const typed of ['', 'AAAA'])
          expect((await signInByCode(test, typed, anywhere())).status).toBe(422);
    });

    it('is remembered by the store, as a hash that names nobody', async () => {
      const test = await startApp({ limits });
      const { key, person } = await enrolled(test);
      await signInBy(test, key, { origin: 'https://evil.example' }, anywhere());
      await signInBy(test, key, { origin: 'https://evil.example' }, anywhere());
      const again = await test.restart();
      const { rows } = await again.database.execute({ sql: 'SELECT source, n FROM limit_counts' });
      expect(rows.map(row => row['n']).sort()).toEqual([1, 1, 2]);
      expect(JSON.stringify(rows)).not.toContain(person.id);
      again.at('2026-11-23T08:31:00Z');
      const bad = await signInBy(again, key, { origin: 'https://evil.example' }, anywhere());
      expect(bad.status).toBe(429);
    });
  });

  it('with a key or an invitation that is none is stopped, and fills no chain', async () => {
    const test = await startApp({ limits });
    const { key } = await enrolled(test);
    const from = { 'x-test-address': '198.51.100.7' };
    const bad = () => signInBy(test, key, { origin: 'https://evil.example' }, from);
    for (const status of [422, 422, 429]) expect((await bad()).status).toBe(status);
    expect(await registerEvents(test, 'sign-in-failed')).toHaveLength(2);
    const guess = await post(test, '/registrs/ieiet/uzaicinajums/', null, { token: 'A' }, from);
    expect(guess.status).toBe(429);
  });
});

// Who is admitted, and what happens to the data of a request that is not.
import { describe, expect, it } from 'vitest';
import { startApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { addPerson, save, signIn, staffMember } from '../support/staff.ts';
import { act, caseHref, eventsOf, file, get, ORIGIN, post, standingOf } from './desk.ts';

describe('without a session', () => {
  it('a page leads to the sign-in and knows the way back', async () => {
    const test = await startApp();
    const filed = await file(test);
    const response = await get(test, `${caseHref(filed)}piezime/`, null);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `/registrs/ieiet/?uz=${encodeURIComponent(`${caseHref(filed)}piezime/`)}`,
    );
  });

  it.each([
    ['none', undefined],
    ['an invented one', `kac-registrs=${'A'.repeat(43)}`],
    ['a short one', 'kac-registrs=abc'],
    ['an empty one', 'kac-registrs='],
  ])('%s opens nothing', async (_, cookie) => {
    const test = await startApp();
    const response = await get(test, '/registrs/', null, cookie ? { cookie } : {});
    expect(response.status).toBe(303);
  });

  it('no page is kept by a cache or named to another site', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    for (const path of ['/registrs/', '/registrs/konts/']) {
      const { headers } = await get(test, path, clerk);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('a session', () => {
  it('ends after half an hour without work', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    test.at('2026-11-23T08:59:00Z');
    expect((await get(test, '/registrs/', clerk)).status).toBe(200);
    test.at('2026-11-23T09:28:00Z');
    expect((await get(test, '/registrs/', clerk)).status).toBe(200);
    test.at('2026-11-23T09:59:00Z');
    expect((await get(test, '/registrs/', clerk)).status).toBe(303);
  });

  it('ends after twelve hours, whatever was done', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    for (let minutes = 20; minutes < 720; minutes += 20) {
      test.at(new Date(Date.parse('2026-11-23T08:30:00Z') + minutes * 60_000).toISOString());
      expect((await get(test, '/registrs/', clerk)).status).toBe(200);
    }
    test.at('2026-11-23T20:30:00Z');
    expect((await get(test, '/registrs/', clerk)).status).toBe(303);
  });

  it('ends when it is ended elsewhere, and says so to whoever was writing, with every word', async () => {
    const test = await startApp();
    const filed = await file(test);
    const person = await addPerson(test, { roles: ['clerk'] });
    const [here, there] = [await signIn(test, person), await signIn(test, person)];
    await post(test, '/registrs/konts/sesijas/beigt-citas/', here, {});
    const response = await act(test, filed, there, 'piezime', { text: 'Garš teksts\notrā rindā' });
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(text).toContain('Garš teksts\notrā rindā');
    expect(await htmlProblems(text)).toEqual([]);
    expect((await standingOf(test, filed)).version).toBe(0);
  });

  it('is worth nothing from the moment its person is switched off', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    await save(test, { ...clerk.person, active: false });
    const response = await get(test, '/registrs/', clerk);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/registrs/ieiet/');
    // Not even pages that need no role.
    expect((await get(test, '/registrs/konts/', clerk)).status).toBe(303);
  });

  it('has the roles its person has at that moment', async () => {
    const test = await startApp();
    const filed = await file(test);
    const director = await staffMember(test, { roles: ['director'] });
    expect((await get(test, caseHref(filed), director)).status).toBe(200);
    await save(test, { ...director.person, roles: ['auditor'] });
    expect((await act(test, filed, director, 'piezime', { text: 'x' })).status).toBe(403);
    expect((await get(test, caseHref(filed), director)).status).toBe(403);
    expect(await eventsOf(test, filed)).toHaveLength(2);
  });

  it('ends by signing out, and the chain says so', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const response = await post(test, '/registrs/iziet/', clerk, {});
    expect(response.status).toBe(303);
    expect((await get(test, '/registrs/', clerk)).status).toBe(303);
    const { rows } = await test.database.execute({
      sql: "SELECT actor FROM events WHERE kind = 'signed-out'",
    });
    expect(rows).toEqual([{ actor: `staff:${clerk.person.id}` }]);
  });
});

describe('a form', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandbox', { origin: 'null' }],
    ['the same host by another way', { origin: 'https://localhost' }],
    ['another site by its header', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ])('from %s is not taken', async (_, headers) => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const response = await test.app.request(`${caseHref(filed)}uznemties/`, {
      method: 'POST',
      body: new URLSearchParams({ version: '0' }),
      headers: { accept: 'text/html', cookie: clerk.cookie, ...sent },
    });
    expect(response.status).toBe(403);
    expect((await standingOf(test, filed)).assignee).toBe(null);
  });

  it('without any word of where it comes from is not taken', async () => {
    const test = await startApp();
    const clerk = await staffMember(test);
    const response = await test.app.request('/registrs/iziet/', {
      method: 'POST',
      headers: { cookie: clerk.cookie },
    });
    expect(response.status).toBe(403);
  });

  it('from our own page is', async () => {
    const test = await startApp();
    const filed = await file(test);
    const clerk = await staffMember(test);
    expect((await act(test, filed, clerk, 'uznemties')).status).toBe(303);
    expect(ORIGIN).toBe('http://localhost');
    expect((await standingOf(test, filed)).assignee).toBe(clerk.person.id);
  });
});

describe('roles', () => {
  it.each([
    ['auditor', 403],
    ['administrator', 403],
    ['clerk', 200],
    ['deputy', 200],
  ] as const)('a case is answered to the %s with %i', async (role, status) => {
    const test = await startApp();
    const filed = await file(test);
    const member = await staffMember(test, { roles: [role] });
    expect((await get(test, caseHref(filed), member)).status).toBe(status);
  });

  it('whoever works no cases begins elsewhere', async () => {
    const test = await startApp();
    const administrator = await staffMember(test, { roles: ['administrator'] });
    const response = await get(test, '/registrs/', administrator);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/registrs/cilveki/');
  });
});

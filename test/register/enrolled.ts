// People of the register who joined the real way: by an invitation, with a passkey.
import { expect } from 'vitest';
import type { Person } from '../../api/domain/register/people.ts';
import { makeInvitation } from '../../api/http/register/enrol.ts';
import { cookieOf, type TestApp } from '../api/harness.ts';
import { type Authenticator, authenticator, type Cheat } from '../support/authenticator.ts';
import { addPerson, type NewMember, revise, type StaffMember } from '../support/staff.ts';
import { get, post } from './desk.ts';

/** The passkey options in a page. */
export function optionsIn(page: string): string {
  const [, escaped = ''] = /data-options="([^"]*)"/.exec(page) ?? [];
  const options = escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  expect(options).toContain('challenge');
  return options;
}

const SIGN_IN = '/registrs/ieiet/';

export const signInOptions = async (test: TestApp): Promise<string> =>
  optionsIn(await (await get(test, SIGN_IN, null)).text());

type Headers = Record<string, string>;

/** Sends a device's response to the sign-in. */
export const signInWith = (
  test: TestApp,
  response: string,
  fields: Record<string, string> = {},
  headers: Headers = {},
) => post(test, `${SIGN_IN}atslega/`, null, { response, ...fields }, headers);

export const signInBy = async (test: TestApp, key: Authenticator, cheat: Cheat = {}, headers: Headers = {}) =>
  signInWith(test, key.get(await signInOptions(test), cheat), {}, headers);

export const signInByCode = (test: TestApp, code: string, headers: Headers = {}) =>
  post(test, `${SIGN_IN}kods/`, null, { code }, headers);

/** The secret of a new invitation for a person. */
export async function invite(test: TestApp, { id }: Person): Promise<string> {
  const { token, change } = await makeInvitation(test.deps, id);
  await revise(test, id, change);
  return token;
}

export const openInvitation = (test: TestApp, token: string) =>
  post(test, `${SIGN_IN}uzaicinajums/`, null, { token });

export const sendKey = (test: TestApp, token: string, response: string) =>
  post(test, `${SIGN_IN}uzaicinajums/atslega/`, null, { token, response });

export interface Enrolled extends StaffMember {
  readonly key: Authenticator;
  readonly codes: readonly string[];
}

/** A person with a passkey, ten codes and a session. */
export async function enrolled(
  test: TestApp,
  about: NewMember = {},
  key = authenticator(),
): Promise<Enrolled> {
  const person = await addPerson(test, about);
  const token = await invite(test, person);
  const options = optionsIn(await (await openInvitation(test, token)).text());
  const response = await sendKey(test, token, key.create(options));
  expect(response.status).toBe(200);
  const cookie = cookieOf(response);
  const codes = [...(await response.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  return { person, key, codes, cookie, token: cookie.split('=')[1] ?? '' };
}

/** Number of sessions. */
export async function sessionsIn({ database }: TestApp): Promise<number> {
  const { rows } = await database.execute({ sql: 'SELECT count(*) AS n FROM sessions' });
  return Number(rows[0]?.['n']);
}

/** The register's own events of one kind, with their details as stored. */
export async function registerEvents({ database }: TestApp, kind: string): Promise<readonly string[]> {
  const { rows } = await database.execute({
    sql: "SELECT detail FROM events WHERE reference = 'REGISTRS' AND kind = ? ORDER BY seq",
    args: [kind],
  });
  return rows.map(({ detail }) => String(detail));
}

// Rows written by hand into the database of a running register let nobody in (decision 0041).
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registerEvent } from '../../api/domain/register/events.ts';
import { encode } from '../../api/domain/register/marks.ts';
import { makeInvitation } from '../../api/http/register/enrol.ts';
import { markPeople } from '../../api/jobs/mark-people.ts';
import { verifyRegister } from '../../api/node/register/verify.ts';
import type { Row, SqlValue } from '../../api/store/database.ts';
import { PERSON_SQL } from '../../api/store/register/marked-shapes.ts';
import { endSessions } from '../../api/store/register/sessions.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { addPerson, revise, save, signIn, staffMember } from '../support/staff.ts';
import { get, post } from './desk.ts';
import { type Enrolled, enrolled, openInvitation, signInBy, signInByCode } from './enrolled.ts';

const ACCOUNT = '/registrs/konts/';

const letsIn = async (test: TestApp, cookie: string): Promise<boolean> =>
  (await get(test, ACCOUNT, null, { cookie })).status === 200;

const sql = ({ database }: TestApp, text: string, ...args: SqlValue[]) =>
  database.execute({ sql: text, args });

const all = async (test: TestApp, table: string): Promise<readonly Row[]> =>
  (await sql(test, `SELECT * FROM ${table}`)).rows;

/** Puts rows back as they were, whatever stands in their place. */
async function putBack(test: TestApp, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    await sql(
      test,
      `INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => '?')}) ON CONFLICT DO UPDATE SET
        ${columns.map(column => `${column} = excluded.${column}`)}`,
      ...(Object.values(row) as SqlValue[]),
    );
  }
}

const unmarkedIn = async (test: TestApp) => (await test.deps.accounts.unmarked()).map(({ table }) => table);

describe('a session', () => {
  it.each<[string, string]>([
    ['with another person’s roles', `UPDATE people SET roles = '["administrator","director"]'`],
    ['of somebody given a directory entry', "UPDATE people SET directory_id = 'x'"],
    ['of somebody renamed', "UPDATE people SET name = 'Cits'"],
    ['of somebody with another address', "UPDATE people SET email = 'x@kac.example'"],
    ['of somebody without a mark', 'UPDATE people SET mark = NULL'],
    ['of somebody with a mark of zeros', 'UPDATE people SET mark = zeroblob(32)'],
    ['of somebody of another generation', 'UPDATE people SET generation = generation + 1'],
    ['made longer', "UPDATE sessions SET created_at = '2026-11-23T12:00:00Z'"],
    ['made fresh', "UPDATE sessions SET confirmed_at = '2026-11-23T12:00:00Z'"],
    ['with another id', "UPDATE sessions SET id = 'other'"],
    ['without a mark', 'UPDATE sessions SET mark = NULL'],
    ['of another generation', 'UPDATE sessions SET generation = generation + 1'],
  ])('%s is not there', async (_, tampering) => {
    const test = await startApp();
    const { cookie } = await staffMember(test);
    expect(await letsIn(test, cookie)).toBe(true);
    await sql(test, tampering);
    expect(await letsIn(test, cookie)).toBe(false);
    expect(test.log.filter(({ event }) => event === 'unmarked-record')).toHaveLength(1);
  });

  it('given to another person, or copied for another token, is not there', async () => {
    const test = await startApp();
    const [clerk, director] = [await staffMember(test), await staffMember(test, { roles: ['director'] })];
    await sql(test, 'UPDATE sessions SET person = ? WHERE person = ?', director.person.id, clerk.person.id);
    expect(await letsIn(test, clerk.cookie)).toBe(false);
    const own = await test.deps.keyring.mac('session', 'A'.repeat(43));
    const rows = (await all(test, 'sessions')).filter(({ generation }) => generation !== 0);
    await putBack(test, 'sessions', [{ ...rows[1], token_hash: own, id: 'copied' }]);
    expect(await letsIn(test, `kac-registrs=${'A'.repeat(43)}`)).toBe(false);
  });

  it('and its person written by hand are not there', async () => {
    const test = await startApp();
    const [at, token] = ['2026-11-23T08:30:00Z', 'B'.repeat(43)];
    await sql(
      test,
      `INSERT INTO people (id, name, roles, active, created_at, generation, mark)
        VALUES ('p-x', 'Kāds', '["administrator"]', 1, ?, 1, randomblob(32))`,
      at,
    );
    await sql(
      test,
      `INSERT INTO sessions VALUES (?, 's', 'p-x', ?, ?, ?, 'x', 1, randomblob(32))`,
      await test.deps.keyring.mac('session', token),
      at,
      at,
      at,
    );
    expect(await letsIn(test, `kac-registrs=${token}`)).toBe(false);
    expect(await unmarkedIn(test)).toEqual(['people', 'sessions']);
  });

  it('that was ended does not come back with its row', async () => {
    const test = await startApp();
    const { cookie, person } = await staffMember(test);
    const before = await all(test, 'sessions');
    expect((await post(test, '/registrs/iziet/', null, {}, { cookie })).status).toBe(303);
    await putBack(test, 'sessions', before);
    expect(await letsIn(test, cookie)).toBe(false);
    // The next change takes the stray row away.
    await signIn(test, person);
    expect(await all(test, 'sessions')).toHaveLength(1);
  });
});

describe('a person', () => {
  const rolesOf = async (test: TestApp, id: string) => (await test.deps.people.find(id))?.roles ?? null;

  it('does not get a former role back with the former row', async () => {
    const test = await startApp();
    const person = await addPerson(test, { roles: ['director'] });
    const before = await all(test, 'people');
    await save(test, { ...person, roles: ['clerk'] });
    await putBack(test, 'people', before);
    expect(await rolesOf(test, person.id)).toBeNull();
  });

  it('does not get it back while the server runs, even if the event is taken out', async () => {
    const test = await startApp();
    const person = await addPerson(test, { roles: ['director'] });
    const before = await all(test, 'people');
    await save(test, { ...person, roles: ['clerk'] });
    expect(await rolesOf(test, person.id)).toEqual(['clerk']);
    await putBack(test, 'people', before);
    await sql(test, 'DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)');
    expect(await rolesOf(test, person.id)).toBeNull();
  });

  it('that was switched off is not switched on by hand', async () => {
    const test = await startApp();
    const person = await addPerson(test);
    await save(test, { ...person, active: false });
    await sql(test, 'UPDATE people SET active = 1');
    expect(await test.deps.people.find(person.id)).toBeNull();
    expect(await test.deps.people.list()).toEqual([]);
  });

  it('can be written anew under the same id; nothing that opened before opens', async () => {
    const test = await startApp();
    const { person, key, cookie, codes } = await enrolled(test);
    await sql(test, `UPDATE people SET roles = '["director"]'`);
    expect(await test.deps.accounts.lost()).toEqual([{ id: person.id, name: person.name }]);
    await save(test, { ...person, roles: ['clerk'] });
    expect(await rolesOf(test, person.id)).toEqual(['clerk']);
    expect(await test.deps.accounts.unmarked()).toEqual([]);
    expect(await letsIn(test, cookie)).toBe(false);
    expect((await signInBy(test, key)).status).toBe(422);
    expect((await signInByCode(test, codes[0] ?? '')).status).toBe(422);
  });

  it('is not refused by a look that began before a change and ends after it', async () => {
    const test = await startApp();
    const { person, cookie } = await staffMember(test);
    const looks = Array.from({ length: 20 }, () => letsIn(test, cookie));
    await Promise.all([...looks, save(test, { ...person, name: 'Cits' })]);
    expect(await Promise.all(looks)).toEqual(looks.map(() => true));
    expect(test.log.filter(({ event }) => event === 'unmarked-record')).toEqual([]);
  });

  it('whose record is not the system’s is told of on the page of people, with what to do', async () => {
    const test = await startApp();
    const admin = await staffMember(test, { roles: ['administrator'], name: 'Galva' });
    const page = async () => (await get(test, '/registrs/cilveki/', admin)).text();
    expect(await page()).not.toContain('bez sistēmas zīmes');
    const clerk = await enrolled(test, { name: 'Ilze' });
    await sql(test, 'UPDATE passkeys SET public_key = zeroblob(70)');
    const told = await page();
    expect(told).toContain('Datubāzē ir ieraksti bez sistēmas zīmes');
    expect(told).toContain(`piekļuves atslēga: Ilze (${clerk.person.id})`);
    // What the page advises mends it.
    await post(test, `/registrs/cilveki/${clerk.person.id}/uzaicinat/?atslegas=nonemt`, admin, {});
    expect(await page()).not.toContain('bez sistēmas zīmes');
  });
});

describe('a passkey', () => {
  const opens = async (test: TestApp, one: Enrolled) => (await signInBy(test, one.key)).status === 303;

  it.each<[string, string]>([
    ['with another public key', 'UPDATE passkeys SET public_key = zeroblob(70)'],
    ['without a mark', 'UPDATE passkeys SET mark = NULL'],
  ])('%s opens nothing', async (_, tampering) => {
    const test = await startApp();
    const one = await enrolled(test);
    expect(await opens(test, one)).toBe(true);
    await sql(test, tampering);
    expect(await opens(test, one)).toBe(false);
  });

  it('handed to another person opens nothing', async () => {
    const test = await startApp();
    const one = await enrolled(test);
    const other = await addPerson(test, { roles: ['director'] });
    await sql(test, 'UPDATE passkeys SET person = ?', other.id);
    expect(await opens(test, one)).toBe(false);
  });

  it('that was removed opens nothing when its row is put back, and the rest of the person’s go on', async () => {
    const test = await startApp();
    const [one, admin] = [await enrolled(test), await staffMember(test, { roles: ['administrator'] })];
    const before = await all(test, 'passkeys');
    await post(test, `/registrs/cilveki/${one.person.id}/uzaicinat/?atslegas=nonemt`, admin, {});
    expect(await all(test, 'passkeys')).toEqual([]);
    await putBack(test, 'passkeys', before);
    expect(await opens(test, one)).toBe(false);
  });
});

describe('a recovery code', () => {
  const opens = async (test: TestApp, code = '') => (await signInByCode(test, code)).status === 303;

  it('that was used opens nothing when it is made unused, or its row is put back', async () => {
    const test = await startApp();
    const { codes } = await enrolled(test);
    const before = await all(test, 'recovery_codes');
    expect(await opens(test, codes[0])).toBe(true);
    await sql(test, 'UPDATE recovery_codes SET used_at = NULL');
    expect(await opens(test, codes[0])).toBe(false);
    await putBack(test, 'recovery_codes', before);
    expect(await opens(test, codes[0])).toBe(false);
  });

  it('written by hand, or given to another person, opens nothing', async () => {
    const test = await startApp();
    const { codes, person } = await enrolled(test);
    const other = await addPerson(test, { roles: ['director'] });
    await sql(
      test,
      'INSERT INTO recovery_codes (hash, person, generation) VALUES (?, ?, 2)',
      await test.deps.keyring.mac('recovery', 'AAAA-AAAA-AAAA-AAAA'),
      person.id,
    );
    expect(await opens(test, 'AAAA-AAAA-AAAA-AAAA')).toBe(false);
    await sql(test, 'UPDATE recovery_codes SET person = ?', other.id);
    expect(await opens(test, codes[1])).toBe(false);
  });
});

describe('an invitation', () => {
  const opens = async (test: TestApp, token: string) => (await openInvitation(test, token)).status === 200;

  async function invited(test: TestApp) {
    const person = await addPerson(test);
    const { token, change } = await makeInvitation(test.deps, person.id);
    await revise(test, person.id, change);
    return { person, token };
  }

  it.each<[string, string]>([
    ['made to last', "UPDATE invitations SET expires_at = '2030-01-01T00:00:00Z'"],
    ['without a mark', 'UPDATE invitations SET mark = NULL'],
    ['marked used, and not', 'UPDATE invitations SET used_at = NULL, generation = 0'],
  ])('%s opens nothing', async (_, tampering) => {
    const test = await startApp();
    const { token } = await invited(test);
    expect(await opens(test, token)).toBe(true);
    await sql(test, tampering);
    expect(await opens(test, token)).toBe(false);
  });

  it('that another took the place of opens nothing when its row is put back', async () => {
    const test = await startApp();
    const { person, token } = await invited(test);
    const before = await all(test, 'invitations');
    const { change } = await makeInvitation(test.deps, person.id);
    await revise(test, person.id, change);
    await putBack(test, 'invitations', before);
    expect(await opens(test, token)).toBe(false);
  });

  it('written by hand opens nothing', async () => {
    const test = await startApp();
    const { person } = await invited(test);
    await sql(
      test,
      "INSERT INTO invitations (hash, person, expires_at, generation) VALUES (?, ?, '2030-01-01T00:00:00Z', 2)",
      await test.deps.keyring.mac('invitation', 'mine'),
      person.id,
    );
    expect(await opens(test, 'mine')).toBe(false);
  });
});

describe('a register from before the marks', () => {
  /** As the version before left it: rows without marks, events that tell of no generation. */
  async function unmarked(test: TestApp) {
    const one = await enrolled(test);
    for (const table of ['people', 'passkeys', 'recovery_codes', 'invitations'])
      await sql(test, `UPDATE ${table} SET mark = NULL, generation = 0`);
    await sql(test, 'DELETE FROM sessions');
    return one;
  }

  it('gets them once, and everybody signs in as before', async () => {
    const test = await startApp();
    const one = await unmarked(test);
    await sql(test, 'DELETE FROM events');
    const old = await test.restart();
    expect((await signInBy(old, one.key)).status).toBe(422);
    expect((await verifyRegister(old.database, old.deps.keyring, null)).whole).toBe(true);
    expect(await markPeople(old.deps, { closing: false })).toBe(1);
    expect((await verifyRegister(old.database, old.deps.keyring, null)).whole).toBe(true);
    expect((await signInBy(old, one.key)).status).toBe(303);
    expect((await signInByCode(old, one.codes[0] ?? '')).status).toBe(303);
    expect(await markPeople(old.deps, { closing: false })).toBe(0);
    expect(await unmarkedIn(old)).toEqual([]);
  });

  it('does not get them again when somebody takes the marks away', async () => {
    const test = await startApp();
    const one = await unmarked(test);
    const again = await test.restart();
    expect(await markPeople(again.deps, { closing: false })).toBe(0);
    expect((await signInBy(again, one.key)).status).toBe(422);
  });

  it('without people takes nobody in later who was written by hand', async () => {
    const test = await startApp();
    expect(await markPeople(test.deps, { closing: true })).toBe(0);
    await sql(
      test,
      `INSERT INTO people (id, name, roles, created_at) VALUES ('p-x', 'Kāds', '["administrator"]', 'x')`,
    );
    expect(await markPeople(test.deps, { closing: true })).toBe(0);
    expect(await test.deps.people.list()).toEqual([]);
  });
});

describe('marks', () => {
  it('are over values that can’t be shifted from one column to the next', () => {
    const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['abc', null], [1], ['1'], [null], ['']];
    expect(new Set(lists.map(list => Buffer.from(encode(list)).toString('hex'))).size).toBe(lists.length);
  });

  it('go with every change of a person’s records: no other file writes or reads these tables', () => {
    const own = /^api\/(store\/register\/(marked-[a-z]+|sessions|credentials)\.ts|store\/migrations\/)/;
    const table = /\b(FROM|INTO|UPDATE|JOIN)\s+(people|passkeys|sessions|recovery_codes|invitations)\b/;
    const others = globSync('api/**/*.ts').filter(path => !own.test(path));
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(path => table.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('cost one look into an index a request, however long the chain', async () => {
    const test = await startApp();
    const { rows } = await sql(test, `EXPLAIN QUERY PLAN ${PERSON_SQL} WHERE p.id = ?`, 'p-1');
    const plan = rows.map(({ detail }) => String(detail)).join('; ');
    expect(plan).toContain('USING INDEX events_of_person (<expr>=?)');
    expect(plan).not.toContain('SCAN');
  });

  it('are told to the chain: an event without them shuts the person out, it does not let anybody in', async () => {
    const test = await startApp();
    const { person, cookie } = await staffMember(test);
    await test.deps.journal.run(async append => {
      const { statements } = await test.deps.accounts.revise(person.id, endSessions(null));
      await append(registerEvent('session-ended', person, '2026-11-23T08:30:00Z'));
      return { statements, result: undefined };
    });
    expect(await letsIn(test, cookie)).toBe(false);
    expect(await test.deps.people.find(person.id)).toBeNull();
  });
});

// Reminders: in office hours of a working day, one letter per person and day, about their own cases that they
// may open.
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../api/domain/mails.ts';
import { openMail } from '../../../api/domain/outbox.ts';
import { soonOn } from '../../../api/http/register/worklist.ts';
import { mailPort } from '../../../api/jobs/queue-mail.ts';
import { remind } from '../../../api/jobs/remind.ts';
import { tellWitness } from '../../../api/jobs/witness.ts';
import { outboxStore } from '../../../api/store/outbox.ts';
import { rigaDate } from '../../../src/calendar/dates.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { save, staffMember } from '../../support/staff.ts';
import { act, type Filed, file } from '../desk.ts';

const FROM = { name: null, address: 'kac@paraugs.example' };

/** The app's register, with mail on. */
function toolsOf(test: TestApp) {
  const { deps } = test;
  const mail = mailPort({ ...deps, outbox: outboxStore(test.database), from: FROM, wake: () => undefined });
  const today = () => rigaDate(deps.now());
  return {
    ...deps,
    mail,
    people: deps.people.list,
    origin: 'https://kac.example',
    days: () => ({ today: today(), soon: soonOn(deps) }),
    today,
  };
}
const run = (test: TestApp) => remind(toolsOf(test));

async function queued({ database, deps }: TestApp): Promise<Extract<Mail, { body: string }>[]> {
  const { rows } = await database.execute({
    sql: "SELECT id, payload FROM outbox WHERE kind IN ('reminder', 'chain-head') ORDER BY created_at",
  });
  const mails = await Promise.all(
    rows.map(row => openMail(deps, { id: String(row['id']), payload: row['payload'] as Uint8Array })),
  );
  return mails as Extract<Mail, { body: string }>[];
}

const bodyTo = async (test: TestApp, to: string): Promise<string> =>
  (await queued(test)).find(mail => mail.to === to)?.body ?? '';

const due = ({ database }: TestApp, { reference }: Filed, on: string) =>
  database.batch([{ sql: 'UPDATE submissions SET due_on = ? WHERE reference = ?', args: [on, reference] }]);

async function office(test: TestApp) {
  const of = (name: string, roles: ['clerk' | 'director' | 'deputy'], directoryId: string | null = null) =>
    staffMember(test, { name, roles, directoryId, email: `${roles[0]}@kac.example` });
  return {
    clerk: await of('Dace Liepa', ['clerk']),
    director: await of('Pēteris Paraugs', ['director'], 'peteris-paraugs'),
    deputy: await of('Juris Ozols', ['deputy']),
  };
}

describe('a digest', () => {
  it('tells whose it is, and the director of what is overdue; nothing of who wrote or what', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const late = await file(test, {
      text: 'Rinda bija gara.',
      name: 'Anna Parauga',
      email: 'anna@x.example',
    });
    await act(test, late, clerk, 'uznemties');
    await due(test, late, '2026-11-19');
    expect(await run(test)).toBe(2);
    const body = await bodyTo(test, 'clerk@kac.example');
    expect(body).toContain('Nokavētas: 1');
    expect(body).toContain(`${late.reference}, sūdzība, termiņš`);
    expect(body).toContain('(dienas pēc termiņa: 4)');
    expect(body).toContain(`https://kac.example/registrs/lietas/${late.reference}/`);
    expect(await bodyTo(test, 'director@kac.example')).toContain('Nokavētas centrā (ziņojam vadībai): 1');
    // The director is notified; the deputy need not be.
    expect(await bodyTo(test, 'deputy@kac.example')).toBe('');
    for (const mail of await queued(test))
      for (const word of ['Anna', 'anna@', 'Rinda', late.trackingCode])
        expect(JSON.stringify(mail)).not.toContain(word);
  });

  it('tells everybody who may work it of what is nobody’s, or somebody’s who has left', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const left = await staffMember(test, { name: 'Aizgājusi' });
    const [free, orphan] = [await file(test), await file(test, { text: 'Otra.' })];
    await act(test, orphan, left, 'uznemties');
    await save(test, { ...left.person, active: false });
    for (const one of [free, orphan]) await due(test, one, '2026-11-24');
    expect(await run(test)).toBe(3);
    for (const to of ['clerk', 'director', 'deputy'])
      for (const one of [free, orphan])
        expect(await bodyTo(test, `${to}@kac.example`)).toContain(one.reference);
    expect(clerk.person.active).toBe(true);
  });

  it('goes to the deputy where the case is closed to the director', async () => {
    const test = await startApp();
    const { clerk } = await office(test);
    const filed = await file(test, { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' });
    await test.database.batch([
      {
        sql: "UPDATE submissions SET due_on = '2026-11-19', assignee = ? WHERE reference = ?",
        args: [clerk.person.id, filed.reference],
      },
    ]);
    await run(test);
    expect(await bodyTo(test, 'director@kac.example')).not.toContain(filed.reference);
    expect(await bodyTo(test, 'deputy@kac.example')).toContain(filed.reference);
  });

  it('tells nothing to whom it is closed: excluded, switched off, of another role, without an address', async () => {
    const test = await startApp();
    const clerk = await staffMember(test, { email: 'clerk@kac.example' });
    const filed = await file(test);
    await act(test, filed, clerk, 'uznemties');
    await due(test, filed, '2026-11-19');
    await staffMember(test, { roles: ['auditor'], email: 'auditor@kac.example' });
    await staffMember(test, { roles: ['director'], email: null });
    await test.database.batch([
      {
        sql: "INSERT INTO conflicts (reference, who, why) VALUES (?, ?, 'declared')",
        args: [filed.reference, clerk.person.id],
      },
    ]);
    expect(await run(test)).toBe(0);
    await test.database.batch([
      { sql: 'DELETE FROM conflicts' },
      { sql: 'UPDATE people SET active = 0 WHERE id = ?', args: [clerk.person.id] },
    ]);
    expect(await run(test)).toBe(0);
    expect(await queued(test)).toEqual([]);
  });
});

describe('when', () => {
  it.each([
    ['before eight', '2026-11-23T05:59:00Z', 0],
    ['at eight', '2026-11-23T06:00:00Z', 1],
    ['in the evening', '2026-11-23T14:00:00Z', 0],
    ['on a Saturday', '2026-11-28T09:00:00Z', 0],
    ['on a holiday', '2026-11-18T09:00:00Z', 0],
    ['in a year the calendar does not know', '2199-01-08T09:00:00Z', 0],
  ])('%s', async (_, at, letters) => {
    const test = await startApp();
    const clerk = await staffMember(test, { email: 'clerk@kac.example' });
    const filed = await file(test);
    await act(test, filed, clerk, 'uznemties');
    await due(test, filed, '2026-11-10');
    test.at(at);
    expect(await run(test)).toBe(letters);
  });

  it('once a day, also by two programs at once and after a restart, and again tomorrow', async () => {
    const test = await startApp();
    const clerk = await staffMember(test, { email: 'clerk@kac.example' });
    const filed = await file(test);
    await act(test, filed, clerk, 'uznemties');
    await due(test, filed, '2026-11-19');
    await Promise.all([run(test), run(test)]);
    const again = await test.restart();
    await run(again);
    expect(await queued(again)).toHaveLength(1);
    again.at('2026-11-24T08:00:00Z');
    await run(again);
    expect(await queued(again)).toHaveLength(2);
  });

  it('not again on a day on which the operator dropped it, but tomorrow', async () => {
    const test = await startApp();
    const clerk = await staffMember(test, { email: 'clerk@kac.example' });
    const filed = await file(test);
    await act(test, filed, clerk, 'uznemties');
    await due(test, filed, '2026-11-19');
    await run(test);
    const outbox = outboxStore(test.database);
    const [waiting] = await outbox.list();
    expect(await outbox.drop(waiting?.id ?? '')).toBe(true);
    const again = await test.restart();
    await run(again);
    expect(await outboxStore(again.database).list()).toEqual([]);
    const { rows } = await again.database.execute({ sql: 'SELECT state, payload FROM outbox' });
    expect(rows).toEqual([{ state: 'sent', payload: null }]);
    again.at('2026-11-24T08:00:00Z');
    await run(again);
    expect(await outboxStore(again.database).list()).toHaveLength(1);
  });

  it('is silent when there is nothing', async () => {
    const test = await startApp();
    await office(test);
    expect(await run(test)).toBe(0);
    expect(await queued(test)).toEqual([]);
  });
});

it('the witness gets the head once a day', async () => {
  const test = await startApp();
  const tell = () =>
    tellWitness({ ...toolsOf(test), to: 'liecinieks@x.example', head: test.deps.chain.head });
  expect(await tell()).toBe(false);
  await file(test);
  expect(await tell()).toBe(true);
  await file(test);
  await tell();
  const mails = await queued(test);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toMatch(/Notikumu ķēde: g[\w-]{11}-[\w-]{43}/);
});

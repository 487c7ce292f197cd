// The register's figures and exports: who may use them, what they contain, and which events they write to the
// chain.
import { describe, expect, it } from 'vitest';
import type { Role } from '../../api/domain/register/people.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type NewMember, staffMember } from '../support/staff.ts';
import { fill, type Row, times } from './filled.ts';

const good: Row = {
  receivedAt: '2026-03-02T08:00:00Z',
  closedAt: '2026-03-10T08:00:00Z',
  dueOn: '2026-03-16',
};
const rows: Row[] = [
  ...times(3, good),
  { ...good, closedAt: '2026-03-20T08:00:00Z', rated: { satisfaction: 2, effort: 4 } },
  { ...good, closedAt: null, state: 'in-review' },
  { ...good, spam: 'confirmed' },
];

async function signedIn(test: TestApp, about: NewMember = { roles: ['director'] }) {
  const { cookie, person } = await staffMember(test, about);
  const headers = { cookie, accept: 'text/html', origin: 'http://localhost' };
  return {
    person,
    get: (path: string) => test.app.request(path, { headers }),
    post: (path: string, fields: Record<string, string>) =>
      test.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

const WHOLE = { from: '2026-01-01', to: '2026-12-31', format: 'csv' };

describe('who may', () => {
  it.each<[string, Role, number]>([
    ['/registrs/parskats/', 'clerk', 200],
    ['/registrs/parskats/', 'director', 200],
    ['/registrs/parskats/', 'deputy', 200],
    ['/registrs/parskats/', 'auditor', 200],
    ['/registrs/parskats/', 'administrator', 403],
    ['/registrs/eksports/', 'clerk', 403],
    ['/registrs/eksports/', 'director', 200],
    ['/registrs/eksports/', 'deputy', 200],
    ['/registrs/eksports/', 'auditor', 403],
    ['/registrs/eksports/', 'administrator', 403],
  ])('%s by %s: %i', async (path, role, status) => {
    const test = await startApp();
    const { get, post } = await signedIn(test, { roles: [role] });
    expect((await get(path)).status).toBe(status);
    if (status === 403 && path.includes('eksports')) expect((await post(path, WHOLE)).status).toBe(403);
  });

  it('nobody who is not signed in', async () => {
    const { app } = await startApp();
    expect((await app.request('/registrs/parskats/')).status).not.toBe(200);
    expect((await app.request('/registrs/eksports/', { method: 'POST' })).status).toBeGreaterThanOrEqual(300);
  });
});

describe('the figures for staff', () => {
  it('show small numbers too, what is overdue, and what is left out', async () => {
    const test = await startApp();
    await fill(test.database, rows);
    const { get } = await signedIn(test);
    const html = await (await get('/registrs/parskats/?gads=2026')).text();
    expect(html).toContain('60 % no 5');
    expect(html).toContain('laikus 3, vēlāk 1, nokavēti un atvērti 1');
    expect(html).toContain('vidēji 2,0 no 5 (vērtējumu skaits: 1)');
    expect(html).toMatch(/Surogātpasts[^<]*<\/dt><dd><strong>1</);
    expect(html).not.toMatch(/ style=|<style/);
    expect(await htmlProblems(html)).toEqual([]);
  });

  it('are of one month where one is asked for', async () => {
    const test = await startApp();
    await fill(test.database, [
      ...rows,
      ...times(2, { ...good, receivedAt: '2026-04-02T08:00:00Z', closedAt: '2026-04-08T08:00:00Z' }),
    ]);
    const { get } = await signedIn(test);
    const html = await (await get('/registrs/parskats/?gads=2026&menesis=04')).text();
    expect(html).toContain('2026. gada aprīlis');
    expect(html).toMatch(/Saņemti iesniegumi<\/dt><dd><strong>2</);
    expect(html).not.toContain('Pa mēnešiem');
  });

  it('name whose the open cases are to those who lead, and to nobody else', async () => {
    const test = await startApp();
    const head = await signedIn(test);
    const clerk = await signedIn(test, { roles: ['clerk'], name: 'Ieva Vārdiņa' });
    await fill(test.database, [{ ...good, closedAt: null, state: 'in-review', assignee: clerk.person.id }]);
    expect(await (await head.get('/registrs/parskats/')).text()).toMatch(
      /Ieva Vārdiņa<\/th><td>1<\/td><td>1</,
    );
    const seen = await (await clerk.get('/registrs/parskats/')).text();
    expect(seen).not.toContain('Kam ir atvērtās lietas');
    expect(seen).not.toContain('trauksmes ziņojumi');
  });

  it('count an extension apart, and judge the case by the longer term', async () => {
    const test = await startApp();
    const [reference = ''] = await fill(test.database, [
      { ...good, closedAt: '2026-03-30T08:00:00Z', dueOn: '2026-04-02' },
    ]);
    await test.deps.journal.run(async append => {
      await append({
        reference,
        at: '2026-03-12T08:00:00Z',
        kind: 'due-extended',
        actor: 'system',
        detail: {},
      });
      return { statements: [], result: undefined };
    });
    const { get } = await signedIn(test);
    const html = await (await get('/registrs/parskats/')).text();
    expect(html).toContain('100 % no 1');
    expect(html).toContain('no tiem pagarinātajā termiņā 1');
  });
});

describe('an export', () => {
  it('holds the open columns of the cases in the period, and is recorded', async () => {
    const test = await startApp();
    await fill(test.database, [
      ...times(3, { ...good, points: ['5.1', '6'] }),
      { ...good, receivedAt: '2025-12-31T21:00:00Z' },
    ]);
    const { post, person } = await signedIn(test);
    const answer = await post('/registrs/eksports/', WHOLE);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="registrs-2026-01-01-2026-12-31.csv"',
    );
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      'reference,kind,state,receivedAt,dueOn,closedAt,channel,service,rulePoints,outcome,spam,satisfaction,effort',
    );
    expect(lines[1]).toContain(',5.1 6,');
    const events = await test.database.execute({
      sql: "SELECT reference, actor, detail FROM events WHERE kind = 'exported'",
    });
    expect(events.rows).toMatchObject([{ reference: 'REGISTRS', actor: `staff:${person.id}` }]);
    expect(JSON.parse(String(events.rows[0]?.['detail']))).toEqual({ ...WHOLE, content: false, count: 3 });
  });

  it('leaves out what is about whoever exports, what left the register, and what nobody has looked through', async () => {
    const test = await startApp();
    const references = await fill(test.database, [
      ...times(2, good),
      { ...good, handling: 'whistleblower' },
      good,
    ]);
    const { post, person } = await signedIn(test);
    await test.database.execute({
      sql: "INSERT INTO conflicts (reference, who, why) VALUES (?, ?, 'declared')",
      args: [references[0] ?? '', person.id],
    });
    await test.database.execute({
      sql: 'UPDATE submissions SET screened_at = NULL WHERE reference = ?',
      args: [references[3] ?? ''],
    });
    const lines = (await (await post('/registrs/eksports/', WHOLE)).text()).trimEnd().split('\r\n');
    expect(lines.slice(1).map(line => line.split(',')[0])).toEqual([references[1]]);
  });

  it('goes on behind each page to the last case', async () => {
    const test = await startApp();
    await fill(test.database, times(1203, good));
    const { post } = await signedIn(test);
    const all = JSON.parse(
      await (await post('/registrs/eksports/', { ...WHOLE, format: 'json' })).text(),
    ) as { reference: string }[];
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(1203);
    expect(all[0]).not.toHaveProperty('content');
  });

  it('holds what was written only where that is asked for, and nothing a spreadsheet would run', async () => {
    const test = await startApp();
    const written = { text: '=HYPERLINK("http://x.example")', name: 'Anna; Parauga', phone: '+37129123456' };
    await postJson(test.app, '/api/complaints', written);
    await test.database.execute({ sql: "UPDATE submissions SET screened_at = '2026-11-23T08:31:00Z'" });
    const { post } = await signedIn(test);
    expect(await (await post('/registrs/eksports/', WHOLE)).text()).not.toContain('Anna');
    const bytes = new Uint8Array(
      await (
        await post('/registrs/eksports/', { ...WHOLE, format: 'excel', withContent: 'on' })
      ).arrayBuffer(),
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = new TextDecoder().decode(bytes);
    expect(csv).toContain(';"Anna; Parauga";');
    expect(csv).toContain(';+371 29123456;');
    expect(csv).toContain(`;"'=HYPERLINK(""http://x.example"")"`);
    const json = JSON.parse(
      await (await post('/registrs/eksports/', { ...WHOLE, format: 'json', withContent: 'on' })).text(),
    );
    expect(json[0].content).toMatchObject(written);
  });

  it.each([
    [{ ...WHOLE, from: '' }, 'Ierakstiet datumu, no kura'],
    [{ ...WHOLE, to: '2025-01-01' }, 'Beigu datums ir pirms sākuma datuma'],
    [{ ...WHOLE, format: 'exe' }, 'Kļūda'],
    [{ ...WHOLE, to: '2026-02-31' }, 'Kļūda'],
  ])('refuses %j with the form as it was typed', async (fields, said) => {
    const test = await startApp();
    const { post } = await signedIn(test);
    const answer = await post('/registrs/eksports/', fields);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(said);
    expect(await htmlProblems(html)).toEqual([]);
    expect(
      (await test.database.execute({ sql: "SELECT 1 FROM events WHERE kind = 'exported'" })).rows,
    ).toEqual([]);
  });

  it('is nothing that another site can ask for', async () => {
    const test = await startApp();
    const { cookie } = await staffMember(test, { roles: ['director'] });
    const answer = await test.app.request('/registrs/eksports/', {
      method: 'POST',
      headers: { cookie, origin: 'https://elsewhere.example' },
      body: new URLSearchParams(WHOLE),
    });
    expect(answer.status).toBe(403);
  });

  it('sends nothing where it can’t be recorded', async () => {
    const test = await startApp();
    await fill(test.database, [good]);
    const { post } = await signedIn(test);
    await test.database.execute({
      sql: "CREATE TRIGGER shut BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END",
    });
    const answer = await post('/registrs/eksports/', WHOLE);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('T-0');
  });
});

// Damaged rows as staff meet them: every page opens, the other case is unaffected, and there is no server
// error.
import { expect, it } from 'vitest';
import type { SqlValue } from '../../api/store/database.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { pdfOf, upload } from '../files/client.ts';
import { ANSWER, type Desk, desk } from '../register/answering/desk.ts';
import { caseHref, file, get, post } from '../register/desk.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';

/** Columns where one bit is flipped. */
const FLIPPED = [
  ['submissions', 'content'],
  ['submissions', 'for_code'],
  ['submissions', 'for_office'],
  ['submissions', 'code_hash'],
  ['messages', 'body'],
  ['notes', 'body'],
  ['ratings', 'comment'],
  ['windows', 'sealed'],
  ['attachments', 'meta'],
  ['attachments', 'key'],
  ['attachment_chunks', 'data'],
  ['events', 'hash'],
] as const;
/** Columns where a text is changed. */
const CHANGED = [
  ['submissions', 'deadline', 'not JSON'],
  ['submissions', 'deadline', 'null'],
  ['submissions', 'rule_points', '['],
  ['submissions', 'rule_points', '7'],
  ['submissions', 'suspicions', '{"a"'],
  ['submissions', 'receipt', ''],
  ['submissions', 'due_on', 'rīt'],
  ['submissions', 'service', 'nav'],
  ['submissions', 'received_at', 'x'],
  ['submissions', 'closed_at', 'x'],
  ['submissions', 'assignee', 'p-nav'],
  ['messages', 'at', 'x'],
  ['notes', 'at', 'x'],
  ['notes', 'person', 'p-nav'],
  ['ratings', 'given_at', 'x'],
  ['events', 'detail', '{'],
  ['events', 'detail', 'null'],
  ['events', 'at', 'x'],
  ['events', 'actor', 'x'],
  ['events', 'kind', 'x'],
  ['people', 'roles', '['],
] as const;

/** The lowest row of a table: the first one of the first case. */
const first = (table: string): string =>
  table === 'people'
    ? "id = (SELECT id FROM people WHERE name = 'Ilze Kalniņa')"
    : `${KEY[table] ?? 'rowid'} = (SELECT min(${KEY[table] ?? 'rowid'}) FROM ${table})`;
const KEY: Readonly<Record<string, string>> = { attachment_chunks: 'file_id', windows: 'id', events: 'seq' };

async function storedIn({ database }: TestApp, table: string, column: string): Promise<SqlValue> {
  const { rows } = await database.execute({
    sql: `SELECT ${column} AS v FROM ${table} WHERE ${first(table)}`,
  });
  expect(rows.length, `${table}.${column}`).toBeGreaterThan(0);
  return rows[0]?.['v'] ?? null;
}

const put = ({ database }: TestApp, table: string, column: string, value: SqlValue) =>
  database.execute({ sql: `UPDATE ${table} SET ${column} = ? WHERE ${first(table)}`, args: [value] });

function turnedOver(value: SqlValue): Uint8Array {
  const bytes = new Uint8Array(value as Uint8Array);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

/** A case with everything a case can have, open or answered, and an untouched one. */
async function twoCases(answered: boolean) {
  const app = await startApp();
  const token = await upload((path, init) => app.app.request(path, init), 'a.pdf', pdfOf(3000));
  const hurt = await desk({ text: 'Pirmā', name: 'Ilze Ozola', attachments: [token] }, app);
  await hurt.json('/messages', { text: 'Mana ziņa' });
  await hurt.act('clerk', 'note', { text: 'Piezīme' });
  if (answered) {
    expect((await hurt.act('director', 'answer', { ...ANSWER, send: 'on' })).status).toBe(303);
    await hurt.json('/rating', { satisfaction: '2', comment: 'Varēja ātrāk.' });
  }
  const whole = await file(hurt.test, { text: 'Otrā', name: 'Juris Liepa' });
  const head = await staffMember(hurt.test, {
    roles: ['director', 'auditor', 'administrator'],
    name: 'Galva',
  });
  return { hurt, whole, head };
}

/** Output that is always unintended. */
const NOT_WORDS = /Invalid Date|RangeError|undefined|\[object|NaN/;

/** Opens every page that shows the damaged case; returns what is wrong with them. */
async function lookEverywhere({ test, reference, trackingCode }: Desk, by: StaffMember): Promise<string[]> {
  const at = caseHref({ reference, trackingCode });
  const wrong: string[] = [];
  const judge = async (path: string, response: Response): Promise<void> => {
    const text = await response.text().catch(() => 'broken off: undefined');
    if (response.status >= 500) wrong.push(`${path} ${response.status}`);
    else if (NOT_WORDS.test(text)) wrong.push(`${path} says ${NOT_WORDS.exec(text)}`);
  };
  const pages = [
    '/registrs/',
    at,
    `${at}druka/`,
    `${at}vestule/`,
    ...['klasificet', 'trauksme', 'parsutit', 'pagarinat', 'atsaukt', 'atbilde'].map(
      action => `${at}${action}/`,
    ),
    '/registrs/eksports/',
  ];
  const more = [
    '/registrs/parskats/',
    '/registrs/kede/',
    '/registrs/glabasana/',
    '/registrs/cilveki/',
    '/parskats/',
  ];
  for (const path of [...pages, ...more, '/registrs/aptaujas/', '/registrs/publicets/'])
    await judge(path, await get(test, path, by));
  const all = { from: '2026-01-01', to: '2026-12-31', withContent: 'on' };
  const forms = [
    ['/registrs/meklet/', { ko: 'Ozola' }],
    ['/registrs/personas-dati/', { ko: reference }],
    ['/registrs/personas-dati/eksports/', { ko: reference, ka: 'json' }],
    ['/registrs/eksports/', { ...all, format: 'json' }],
    ['/registrs/eksports/', { ...all, format: 'csv' }],
    ['/registrs/kede/parbaudit/', {}],
  ] as const;
  for (const [path, fields] of forms) await judge(path, await post(test, path, by, { ...fields }));
  for (const path of ['/api/status', '/api/status?lang=en']) {
    const headers = { accept: 'text/html' };
    const body = new URLSearchParams({ trackingCode });
    await judge(path, await test.app.request(path, { method: 'POST', body, headers }));
  }
  return wrong;
}

it.each(['open', 'answered'])(
  'no page of the register breaks over a damaged row of an %s case',
  async state => {
    const { hurt, whole, head } = await twoCases(state === 'answered');
    const { test } = hurt;
    const broken = await lookEverywhere(hurt, head);
    expect(broken).toEqual([]);
    const there = ([table]: readonly [string, ...unknown[]]) => table !== 'ratings' || state === 'answered';
    const damaged = async (table: string, column: string, damage: (value: SqlValue) => SqlValue) => {
      const before = await storedIn(test, table, column);
      await put(test, table, column, damage(before));
      const name = `${table}.${column} ${damage(before)}`;
      broken.push(...(await lookEverywhere(hurt, head)).map(what => `${name}: ${what}`));
      const other = await (await get(test, caseHref(whole), head)).text();
      if (!other.includes('Otrā')) broken.push(`${name}: the other case`);
      // A person's record without its mark is no fault: it is reported and treated as missing.
      const faults = test.log
        .splice(0)
        .filter(({ level, event }) => level === 'error' && event !== 'unmarked-record');
      broken.push(...faults.map(fault => `${name}: ${JSON.stringify(fault.detail)}`));
      await put(test, table, column, before);
    };
    for (const [table, column] of FLIPPED.filter(there)) await damaged(table, column, turnedOver);
    for (const [table, column, value] of CHANGED.filter(there)) await damaged(table, column, () => value);
    expect(broken).toEqual([]);
  },
  120_000,
);

it('takes a document and a withdrawal for a case whose time of receipt is damaged', async () => {
  const { hurt } = await twoCases(false);
  await put(hurt.test, 'submissions', 'received_at', 'x');
  const scan = await upload((path, init) => hurt.test.app.request(path, init), 'b.pdf', pdfOf(3000));
  const on = '2026-11-20';
  const document = { attachments: scan, text: 'Izziņa', channel: 'letter', on };
  expect((await hurt.act('clerk', 'add-document', document)).status).toBe(303);
  const withdrawal = { channel: 'counter', on };
  expect((await hurt.act('clerk', 'withdraw', withdrawal)).status).toBe(303);
  expect(hurt.test.log.filter(({ level }) => level === 'error')).toEqual([]);
});

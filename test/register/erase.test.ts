// Erasing: nothing of it is left in any file, not even its ciphertext; the chain records the submission and
// the reason for erasing it.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { erasureDetail, parseAct } from '../../api/domain/erasure.ts';
import { checkReceipt } from '../../api/domain/receipt.ts';
import { indexWords } from '../../api/jobs/index-words.ts';
import { indexTools } from '../../api/node/indexing.ts';
import { verifyRegister } from '../../api/node/register/verify.ts';
import type { SqlValue } from '../../api/store/database.ts';
import { BELONGING, type Erased } from '../../api/store/erase.ts';
import { contentOf, postJson, startApp, type TestApp } from '../api/harness.ts';
import { leftIn } from '../support/left-in.ts';
import { startScript } from '../support/process.ts';

interface Receipt {
  readonly reference: string;
  readonly trackingCode: string;
  readonly receipt: string;
}

const file = async ({ app }: TestApp, body: object, key?: string): Promise<Receipt> =>
  (await (
    await postJson(app, '/api/complaints', body, key ? { 'idempotency-key': key } : {})
  ).json()) as Receipt;

const act = erasureDetail({ code: 'destruction-act', act: 'Nr. 5, 2031-01-10' });
const erase = ({ deps }: TestApp, reference: string): Promise<Erased> =>
  deps.erase({ reference, at: '2031-01-10T08:00:00Z', actor: 'system', detail: act });

const rowOf = async ({ database }: TestApp, sql: string, ...args: SqlValue[]) =>
  (await database.execute({ sql, args })).rows[0] ?? {};
const countOf = async (test: TestApp, sql: string, ...args: SqlValue[]) =>
  Number((await rowOf(test, `SELECT count(*) AS n FROM ${sql}`, ...args))['n']);

/** All stored bytes and texts that are unique to a submission. */
async function tracesOf(test: TestApp, reference: string): Promise<Map<string, Buffer>> {
  const row = await rowOf(test, 'SELECT * FROM submissions WHERE reference = ?', reference);
  const traces = new Map<string, Buffer>();
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Uint8Array) traces.set(column, Buffer.from(value));
  }
  const signature = /^Paraksts: (.+)$/m.exec(String(row['receipt']))?.[1];
  traces.set('receipt', Buffer.from(signature ?? ''));
  const { rows: words } = await test.database.execute({
    sql: 'SELECT token FROM search_words WHERE reference = ?',
    args: [reference],
  });
  for (const [i, { token }] of words.entries()) traces.set(`word ${i}`, Buffer.from(token as Uint8Array));
  return traces;
}

async function windowTraces(test: TestApp, reference: string): Promise<Map<string, Buffer>> {
  const { rows } = await test.database.execute({
    sql: 'SELECT recipient, sealed FROM windows WHERE id = (SELECT window_id FROM submissions WHERE reference = ?)',
    args: [reference],
  });
  return new Map(
    rows.map(({ recipient, sealed }) => [`window ${recipient}`, Buffer.from(sealed as Uint8Array)]),
  );
}

const PERSON = { name: 'Anna Parauga', email: 'anna7429@paraugs.example', phone: '29007429' };
const TEXT = 'ZĪMEķļ7429';

describe('erasing a submission', () => {
  it('leaves nothing of it in any file: not the text, not the ciphertext, not the keys, not the words', async () => {
    const test = await startApp();
    if (!test.secrets.office) throw new Error('no office key');
    const before = await file(test, { text: 'Kaimiņš pirms', ...PERSON });
    // Long enough for separate pages, and short enough to share one.
    const erased = [
      await file(test, { text: TEXT.repeat(800), ...PERSON }),
      await file(test, { text: TEXT, ...PERSON }),
    ];
    const after = await file(test, { text: 'Kaimiņš pēc', ...PERSON });
    await indexWords(indexTools(test.database, test.secrets.office));
    for (const { reference } of erased) {
      const traces = await tracesOf(test, reference);
      // The neighbours keep the words of the same person.
      for (const what of [...traces.keys()].filter(name => name.startsWith('word'))) traces.delete(what);
      expect([...traces.keys()].toSorted()).toEqual(
        [
          'code_hash',
          'content',
          'content_digest',
          'for_code',
          'for_office',
          'idempotency_hash',
          'receipt',
        ].toSorted(),
      );
      expect(new Set(leftIn(test, traces).map(found => found.split(' in ')[0])).size).toBe(traces.size);
      expect(await erase(test, reference)).toEqual({ outcome: 'erased', logCleared: true });
      expect(leftIn(test, traces)).toEqual([]);
      expect(leftIn(test, new Map([['text', Buffer.from(TEXT)]]))).toEqual([]);
    }
    for (const { reference } of [before, after])
      expect(await contentOf(test, reference)).toMatchObject({ name: 'Anna Parauga' });
    expect(await rowOf(test, 'PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  });

  it('destroys the minute’s key with the last who needs it, and the words nobody else has', async () => {
    const test = await startApp();
    if (!test.secrets.office) throw new Error('no office key');
    const [one, two] = [await file(test, { text: 'Viens' }), await file(test, { text: 'Divi', ...PERSON })];
    await indexWords(indexTools(test.database, test.secrets.office));
    const traces = new Map([
      ...(await tracesOf(test, two.reference)),
      ...(await windowTraces(test, two.reference)),
    ]);
    expect(traces.has('window o1') && traces.has('window r1') && traces.has('word 0')).toBe(true);
    await erase(test, two.reference);
    // The other one was filed in the same minute.
    expect(leftIn(test, traces).map(found => found.split(' in ')[0])).toEqual(['window o1', 'window r1']);
    expect(await contentOf(test, one.reference)).toEqual({ text: 'Viens' });
    await erase(test, one.reference);
    expect(leftIn(test, traces)).toEqual([]);
    expect(await countOf(test, 'windows')).toBe(0);
    // The minute is not over: its key is stored again with the next submission.
    const three = await file(test, { text: 'Trīs' });
    expect(await contentOf(test, three.reference)).toEqual({ text: 'Trīs' });
  });

  it('keeps the events, adds why it is gone, and the chain stays whole', async () => {
    const test = await startApp();
    const { reference, trackingCode, receipt } = await file(test, { text: 'Rinda', ...PERSON });
    await file(test, { text: 'Cita' });
    await erase(test, reference);
    const { rows } = await test.database.execute({
      sql: 'SELECT kind, actor, detail FROM events WHERE reference = ? ORDER BY seq',
      args: [reference],
    });
    expect(rows.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['received', 'submitter'],
      ['erased', 'system'],
    ]);
    const [received = {}, erased = {}] = rows.map(({ detail }) => JSON.parse(String(detail)) as object);
    // Codes and a date; nothing about the person.
    expect(Object.keys(received)).toEqual(['kind', 'due', 'service', 'points', 'files']);
    expect(received).toMatchObject({ kind: 'complaint', service: null, points: '', files: 0 });
    expect(erased).toEqual({ reason: 'destruction-act', act: 'Nr. 5, 2031-01-10' });
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
    // The code opens nothing any more; the receipt still proves that the submission existed.
    const status = await postJson(test.app, '/api/status', { trackingCode });
    expect(status.status).toBe(404);
    expect(await checkReceipt(test.deps.keyring, receipt)).toMatchObject({ valid: true });
  });

  it('says when there is no such submission, and that it was erased before', async () => {
    const test = await startApp();
    const { reference } = await file(test, { text: 'Rinda' });
    expect(await erase(test, 'KAC-26-7Q4W-X26')).toEqual({ outcome: 'unknown' });
    await erase(test, reference);
    expect(await erase(test, reference)).toEqual({ outcome: 'unknown' });
    expect(await countOf(test, 'events')).toBe(2);
  });

  it('takes the same key sent again later for a new submission, under a new number', async () => {
    const test = await startApp();
    const key = 'key-0001-abcdefgh';
    const first = await file(test, { text: 'Rinda' }, key);
    await erase(test, first.reference);
    const second = await file(test, { text: 'Rinda' }, key);
    expect(second.reference).not.toBe(first.reference);
    expect(second.trackingCode).toBe(first.trackingCode);
    expect(await (await postJson(test.app, '/api/status', second)).json()).toMatchObject({});
    const { trackingCode } = second;
    const status = await postJson(test.app, '/api/status', { trackingCode });
    expect(await status.json()).toMatchObject({ reference: second.reference });
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
  });

  it('says that the log could not be emptied while somebody else reads', async () => {
    const test = await startApp();
    const { reference } = await file(test, { text: 'Rinda' });
    const reader = await startScript(
      `import { DatabaseSync } from 'node:sqlite';
       const db = new DatabaseSync(process.argv[1], { readOnly: true });
       db.exec('BEGIN');
       db.prepare('SELECT count(*) FROM submissions').all();
       console.log('reading');
       process.stdin.resume();`,
      join(test.folder, 'kac.db'),
    );
    const traces = await tracesOf(test, reference);
    expect(await erase(test, reference)).toEqual({ outcome: 'erased', logCleared: false });
    await reader.stop();
    // The next one clears the log for both.
    const other = await file(test, { text: 'Cita' });
    expect(await erase(test, other.reference)).toEqual({ outcome: 'erased', logCleared: true });
    expect(leftIn(test, traces)).toEqual([]);
  });
});

it('every table that belongs to a submission goes with it', async () => {
  const { database } = await startApp();
  const columns = await database.execute({
    sql: `SELECT t.name AS name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'reference'
      WHERE t.type = 'table'`,
  });
  const links = await database.execute({
    sql: `SELECT t.name AS name, f.on_delete AS on_delete FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
      ON f."table" = 'submissions' WHERE t.type = 'table'`,
  });
  // A publication contains nothing about a person and stays; only its link to the case is removed.
  const kept: SqlValue[] = ['publications'];
  for (const { name, on_delete } of links.rows)
    expect([name, on_delete]).toEqual([name, kept.includes(name ?? null) ? 'SET NULL' : 'CASCADE']);
  const cascading = new Set(links.rows.map(({ name }) => name));
  // The chain outlives what is erased, as do whom a case was kept from (ids of staff, which the chain holds as well), acts and what the figures need; survey answers are nobody's; the first version's
  // table is empty.
  const others = new Set([
    'submissions',
    'events',
    'tombstones',
    'destruction_cases',
    'destruction_left_out',
    'conflicts',
    'survey_responses',
    'survey_receipts',
    'submissions_0001',
  ]);
  const forgotten = columns.rows
    .map(({ name }) => String(name))
    .filter(name => !others.has(name) && !cascading.has(name) && !BELONGING.includes(name));
  expect(forgotten).toEqual([]);
});

describe('the number of an act', () => {
  it.each([
    ['Nr. 5, 2031-01-10', 'Nr. 5, 2031-01-10'],
    ['  Nr.\t5\n2031 ', 'Nr. 5 2031'],
    ['5', '5'],
    ['', null],
    ['  ', null],
    ['bez numura', null],
    [`Nr. ${'5'.repeat(100)}`, null],
  ])('of “%s” is %j', (text, expected) => expect(parseAct(text)).toBe(expected));
});

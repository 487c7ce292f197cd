// A damaged row: readers are shown what can't be opened, everything else stays readable, and `verify` reports
// it.
import { describe, expect, it } from 'vitest';
import { recountDeadlines } from '../../api/jobs/recount-deadlines.ts';
import { verifyRegister } from '../../api/node/register/verify.ts';
import { contentOf, postForm, postJson, startApp, type TestApp } from '../api/harness.ts';

interface Sent {
  readonly reference: string;
  readonly trackingCode: string;
}

/** Two complaints, the first with a message. */
async function filed(): Promise<{ test: TestApp; hurt: Sent; whole: Sent }> {
  const test = await startApp();
  const send = async (text: string): Promise<Sent> =>
    (await (await postJson(test.app, '/api/complaints', { text })).json()) as Sent;
  const [hurt, whole] = [await send('Pirmā'), await send('Otrā')];
  const { trackingCode } = hurt;
  const said = await postJson(test.app, '/api/status/messages', { trackingCode, text: 'Mana ziņa' });
  expect(said.status).toBe(200);
  return { test, hurt, whole };
}

/** Flips one bit of a stored value. */
async function flip({ database }: TestApp, table: string, column: string, where: string): Promise<void> {
  const { rows } = await database.execute({
    sql: `SELECT rowid AS id, ${column} AS bytes FROM ${table} WHERE ${where}`,
  });
  expect(rows).toHaveLength(1);
  const bytes = new Uint8Array(rows[0]?.['bytes'] as Uint8Array);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await database.execute({
    sql: `UPDATE ${table} SET ${column} = ? WHERE rowid = ?`,
    args: [bytes, rows[0]?.['id'] ?? null],
  });
}

const status = async ({ app }: TestApp, { trackingCode }: Sent) => {
  const answer = await postJson(app, '/api/status', { trackingCode });
  return { code: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const page = async ({ app }: TestApp, { trackingCode }: Sent): Promise<string> => {
  const answer = await postForm(app, '/api/status', { trackingCode });
  expect(answer.status).toBe(200);
  return answer.text();
};
const quiet = ({ log }: TestApp): void => expect(log.filter(({ level }) => level === 'error')).toEqual([]);

const FIRST = 'rowid = (SELECT min(rowid) FROM submissions)';

describe('a bit turned over in', () => {
  it('what was written: the page says that it does not open, and shows the rest', async () => {
    const { test, hurt, whole } = await filed();
    await flip(test, 'submissions', 'content', FIRST);
    const shown = await page(test, hurt);
    expect(shown).toContain('Mana ziņa');
    expect(shown).not.toContain('Pirmā');
    expect(shown).toMatch(/neizdevās atvērt|nevar atvērt|nav atverams|nevaram parādīt/i);
    expect(await contentOf(test, hurt.reference)).toBeNull();
    expect(await contentOf(test, whole.reference)).toMatchObject({ text: 'Otrā' });
    quiet(test);
  });

  it('the key sealed to the code: nothing of the words, all of the facts', async () => {
    const { test, hurt, whole } = await filed();
    await flip(test, 'submissions', 'for_code', FIRST);
    const { code, body } = await status(test, hurt);
    expect(code).toBe(200);
    expect(body).toMatchObject({ reference: hurt.reference, state: 'received', messages: [{ text: null }] });
    const shown = await page(test, hurt);
    expect(shown).toContain(hurt.reference);
    expect(shown).not.toContain('Pirmā');
    // The office opens it in another way, which still works.
    expect(await contentOf(test, hurt.reference)).toMatchObject({ text: 'Pirmā' });
    expect((await status(test, whole)).code).toBe(200);
    const message = await postJson(test.app, '/api/status/messages', {
      trackingCode: hurt.trackingCode,
      text: 'Vēl',
    });
    expect([200, 409]).toContain(message.status);
    const copy = await postJson(test.app, '/api/status/copy', {
      trackingCode: hurt.trackingCode,
      format: 'json',
    });
    expect([200, 409]).toContain(copy.status);
    quiet(test);
  });

  it('the key sealed to the office: the person still reads', async () => {
    const { test, hurt } = await filed();
    await flip(test, 'submissions', 'for_office', FIRST);
    expect(await contentOf(test, hurt.reference)).toBeNull();
    expect(await page(test, hurt)).toContain('Pirmā');
    quiet(test);
  });

  it('a message: that one is said not to open', async () => {
    const { test, hurt } = await filed();
    await flip(test, 'messages', 'body', '1');
    expect((await status(test, hurt)).body).toMatchObject({ messages: [{ text: null }] });
    const shown = await page(test, hurt);
    expect(shown).not.toContain('Mana ziņa');
    expect(shown).toContain('Pirmā');
    quiet(test);
  });

  it('the hash of an event: verify names it, visitors notice nothing', async () => {
    const { test, hurt } = await filed();
    await flip(test, 'events', 'hash', 'seq = 2');
    const { whole, text } = await verifyRegister(test.database, test.deps.keyring, null);
    expect(whole).toBe(false);
    expect(text).toContain('Nr. 2');
    expect((await status(test, hurt)).code).toBe(200);
    expect((await postJson(test.app, '/api/complaints', { text: 'Trešā' })).status).toBe(201);
    quiet(test);
  });

  it('the hash of the code: the code is unknown, and not a fault', async () => {
    const { test, hurt, whole } = await filed();
    await flip(test, 'submissions', 'code_hash', FIRST);
    expect((await status(test, hurt)).code).toBe(404);
    expect((await status(test, whole)).code).toBe(200);
    quiet(test);
  });
});

describe('a text turned into something else', () => {
  it.each([
    ['deadline', 'not JSON'],
    ['deadline', '{}'],
    ['deadline', 'null'],
    ['rule_points', '['],
    ['rule_points', '7'],
    ['suspicions', '{"a"'],
    ['receipt', ''],
  ])('in %s (%s) takes no page down with it', async (column, value) => {
    const { test, hurt, whole } = await filed();
    await test.database.execute({
      sql: `UPDATE submissions SET ${column} = ? WHERE ${FIRST}`,
      args: [value],
    });
    for (const one of [hurt, whole]) {
      expect((await status(test, one)).code).toBe(200);
      expect(await page(test, one)).toContain(one.reference);
    }
    expect(await test.deps.submissions.list({ limit: 10 })).toHaveLength(2);
    const again = await test.restart();
    await recountDeadlines(again.database, again.deps);
    expect((await status(again, hurt)).code).toBe(200);
    quiet(test);
    quiet(again);
  });

  it.each(['{', 'null', '[]', '"x"'])(
    'in the facts of an event (%s) is named by verify alone',
    async value => {
      const { test, hurt } = await filed();
      await test.database.execute({ sql: 'UPDATE events SET detail = ? WHERE seq = 1', args: [value] });
      expect((await status(test, hurt)).code).toBe(200);
      expect(await page(test, hurt)).toContain(hurt.reference);
      const { whole, text } = await verifyRegister(test.database, test.deps.keyring, null);
      expect(whole).toBe(false);
      expect(text).toContain('Nr. 1');
      quiet(test);
    },
  );

  it('in the due date is counted anew at the next start', async () => {
    const { test, hurt } = await filed();
    const { body } = await status(test, hurt);
    await test.database.execute({ sql: `UPDATE submissions SET due_on = 'rīt' WHERE ${FIRST}` });
    const again = await test.restart();
    expect(await recountDeadlines(again.database, again.deps)).toBe(1);
    expect((await status(again, hurt)).body['dueOn']).toBe(body['dueOn']);
    expect(await page(again, hurt)).toContain(hurt.reference);
  });

  it('in the time of receipt closes no other case, keeps no server from starting, and is named by verify', async () => {
    const { test, hurt, whole } = await filed();
    await test.database.execute({ sql: `UPDATE submissions SET received_at = 'x' WHERE ${FIRST}` });
    const answer = await postForm(test.app, '/api/status', { trackingCode: hurt.trackingCode });
    expect(await answer.text()).not.toMatch(/RangeError|Invalid/);
    expect(await page(test, whole)).toContain(whole.reference);
    const again = await test.restart();
    expect(await recountDeadlines(again.database, again.deps)).toBe(0);
    expect((await verifyRegister(again.database, again.deps.keyring, null)).text).toContain(
      'saņemšanas laiks reģistrā nav tas',
    );
  });
});

// Exactly once: the same step sent again, at once and after a restart; other words with the same key;
// concurrent steps.
import { describe, expect, it } from 'vitest';
import { textareaOf } from '../api/html.ts';
import { eventsOf, firstFault } from '../support/chain.ts';
import { bringTo } from '../support/office-steps.ts';
import { type Filed, file, LEAST, newKey } from './filed.ts';

const KEY = 'key-7hQ2vX9mRk-abcdef';
const count = async ({ test }: Filed, table: string) =>
  (await test.database.execute({ sql: `SELECT count(*) AS n FROM ${table}` })).rows[0]?.['n'];

describe('the same step sent again', () => {
  it.each(Object.keys(LEAST))('%s is taken once, and answered alike', async action => {
    const filed = await file();
    if (action === 'review' || action === 'rating') await bringTo(filed.test, filed.reference, 'answered');
    const { address = '', data = {} } = LEAST[action] ?? {};
    const first = await filed.json(address, data, KEY);
    const events = await eventsOf(filed.test);
    const second = await filed.json(address, data, KEY);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toEqual(await first.json());
    expect(await eventsOf(filed.test)).toEqual(events);
    expect(await count(filed, 'steps')).toBe(action === 'review' || action === 'rating' ? 2 : 1);
  });

  it('is one message under twenty posts at once', async () => {
    const filed = await file();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => filed.json('/messages', { text: 'Vienreiz' }, KEY)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await filed.status()).messages).toHaveLength(1);
    expect(await firstFault(filed.test)).toBeNull();
  });

  it('is one message after a restart', async () => {
    const filed = await file();
    await filed.json('/messages', { text: 'Vienreiz' }, KEY);
    const again = await file(await filed.test.restart(), { text: 'Cita' });
    const { trackingCode } = filed;
    expect((await again.json('/messages', { trackingCode, text: 'Vienreiz' }, KEY)).status).toBe(200);
    expect(await count(again, 'messages')).toBe(1);
  });

  it('says nothing about another submission, nor about another step', async () => {
    const one = await file();
    const two = await file(one.test, { text: 'Cita' });
    await one.json('/messages', { text: 'Viena' }, KEY);
    expect((await two.json('/messages', { text: 'Cita' }, KEY)).status).toBe(200);
    expect((await one.json('/erasure', {}, KEY)).status).toBe(200);
    expect((await two.status()).messages.map(({ text }) => text)).toEqual(['Cita']);
  });
});

describe('other words under the same key', () => {
  it('are refused to a program', async () => {
    const filed = await file();
    await filed.json('/messages', { text: 'Viena' }, KEY);
    const other = await filed.json('/messages', { text: 'Cita' }, KEY);
    expect(other.status).toBe(409);
    expect((await filed.status()).messages.map(({ text }) => text)).toEqual(['Viena']);
  });

  it('come back to a person in the form, under a new key, and go through the next time', async () => {
    const filed = await file();
    await filed.form('/messages', { text: 'Viena' }, KEY);
    const other = await filed.form('/messages', { text: 'Cita "<b>' }, KEY);
    const page = await other.text();
    expect(other.status).toBe(409);
    expect(page).toContain('Ar šo veidlapu jau ir nosūtīts cits teksts');
    expect(textareaOf(page, 'text')).toBe('Cita "<b>');
    const [, key = ''] = /id="zina".*?name="idempotencyKey" value="([\w-]+)"/s.exec(page) ?? [];
    expect(key).not.toBe(KEY);
    expect((await filed.form('/messages', { text: 'Cita "<b>' }, key)).status).toBe(200);
    expect((await filed.status()).messages).toHaveLength(2);
  });
});

describe('steps that meet', () => {
  it('withdrawing and writing: both are kept, whoever was first, and the chain is whole', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'needs-information');
    const answers = await Promise.all([
      filed.json('/messages', { text: 'A' }),
      filed.json('/withdraw', { confirmed: true }),
      filed.json('/messages', { text: 'B' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { state, messages } = await filed.status();
    expect(state).toBe('withdrawn');
    const written = messages.filter(({ kind }) => kind !== 'information-request');
    expect(written.map(({ text }) => text).toSorted()).toEqual(['A', 'B']);
    // The question is answered at most once, and only while it was still open.
    expect(written.filter(({ kind }) => kind === 'information').length).toBeLessThanOrEqual(1);
    expect(await firstFault(filed.test)).toBeNull();
  });

  it('of five withdrawals with keys of their own one is taken', async () => {
    const filed = await file();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => filed.json('/withdraw', { confirmed: true })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    expect((await eventsOf(filed.test)).filter(({ kind }) => kind === 'withdrawn')).toHaveLength(1);
  });

  it('many on many submissions, while others come in', async () => {
    const first = await file();
    const others = await Promise.all(
      Array.from({ length: 4 }, (_, i) => file(first.test, { text: `Rinda ${i}` })),
    );
    const posts = others.flatMap(filed => [
      filed.json('/messages', { text: 'A' }, newKey()),
      filed.json('/erasure'),
      file(first.test, { text: 'Jauna' }),
      filed.json('/messages', { text: 'B' }, newKey()),
    ]);
    await Promise.all(posts);
    for (const filed of others) expect((await filed.status()).messages).toHaveLength(2);
    expect(await firstFault(first.test)).toBeNull();
  });

  it('another program on the same database: the step is decided anew', async () => {
    const filed = await file();
    await filed.json('/messages', { text: 'A' });
    // Another process writes an event: our next batch conflicts with it and starts over.
    const [last] = (await eventsOf(filed.test)).slice(-1);
    const { link } = await import('../../api/domain/chain.ts');
    const { deps, database, reference } = { ...filed.test, reference: filed.reference };
    const event = {
      reference,
      at: '2026-11-23T08:31:00Z',
      kind: 'answered',
      actor: 'staff:x',
      detail: {},
    } as const;
    const chained = await link(deps.keyring, last as NonNullable<typeof last>, event);
    await database.batch([
      {
        sql: 'INSERT INTO events (seq, reference, at, kind, actor, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
        args: [chained.seq, reference, event.at, event.kind, event.actor, '{}', chained.hash],
      },
      { sql: "UPDATE submissions SET state = 'answered' WHERE reference = ?", args: [reference] },
    ]);
    expect((await filed.json('/withdraw', { confirmed: true })).status).toBe(409);
    expect((await filed.json('/review', { text: 'B' })).status).toBe(200);
    expect(await firstFault(filed.test)).toBeNull();
  });
});

// Any text in any request comes back unchanged or is refused with a reason; never a server error.
import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unstorable } from '../../src/forms/unstorable.ts';
import { firstFault } from '../support/chain.ts';
import { bringTo } from '../support/office-steps.ts';
import { file, LEAST } from './filed.ts';

const WRITABLE = blns.filter(text => text.trim() !== '' && !unstorable(text));

describe('naughty words', () => {
  it('come back from a message exactly as they were written', async () => {
    const filed = await file();
    for (const text of WRITABLE) expect((await filed.json('/messages', { text })).status).toBe(200);
    expect((await filed.status()).messages.map(({ text }) => text)).toEqual(WRITABLE);
    expect((await filed.look()).status).toBe(200);
    expect((await filed.form('/copy', { format: 'html' })).status).toBe(200);
    expect(await firstFault(filed.test)).toBeNull();
  });
});

describe('any request', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
  );
  const names = [
    'text',
    'confirmed',
    'satisfaction',
    'effort',
    'comment',
    'format',
    'idempotencyKey',
    '__proto__',
  ];
  const body = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 });
  const address = fc.constantFrom(...Object.values(LEAST).map(one => one.address));

  it('is taken or refused with a reason, and leaves the chain whole', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'answered');
    await fc.assert(
      fc.asyncProperty(address, body, async (where, data) => {
        const { status } = await filed.json(where, data);
        expect([200, 409, 422]).toContain(status);
      }),
      { numRuns: 300 },
    );
    expect(filed.test.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await firstFault(filed.test)).toBeNull();
  });
});

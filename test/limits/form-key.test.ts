// The key in a served form contains the time and cannot be forged.
import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FORM_KEY_RANDOM, makeFormKey, suspicionOfKey } from '../../api/domain/form-key.ts';
import { isIdempotencyKey } from '../../src/forms/idempotency-key.ts';

const SERVED = new Date('2026-11-23T08:30:00Z');
const atSecond = (seconds: number): Date => new Date(SERVED.getTime() + seconds * 1000);
const macsOf = (secret: string) => ({
  mac: async (purpose: string, text: string) =>
    new Uint8Array(createHmac('sha256', `${secret} ${purpose}`).update(text).digest()),
});
const keyring = macsOf('ours');
const make = (macs = keyring) => makeFormKey(macs, randomBytes(FORM_KEY_RANDOM), SERVED);

describe('a key from a served page', () => {
  it('is an idempotency key, another each time', async () => {
    const [one, two] = [await make(), await make()];
    expect(isIdempotencyKey(one)).toBe(true);
    expect(one).not.toBe(two);
  });

  it.each([
    ['at once', 0, 'too-fast'],
    ['after 2.9 seconds', 2.9, 'too-fast'],
    ['after three seconds', 3, null],
    ['after an hour', 3600, null],
    ['after a month in a draft', 31 * 86_400, null],
    ['after more than that', 31 * 86_400 + 1, 'old-key'],
    ['before it was served, because the clock was set back', -86_400, null],
  ])('sent %s', async (_, seconds, suspicion) => {
    expect(await suspicionOfKey(keyring, await make(), atSecond(seconds))).toBe(suspicion);
  });

  it('with any character changed is forged', async () => {
    const key = await make();
    for (let i = 'kac1-'.length; i < key.length; i += 1) {
      const changed = `${key.slice(0, i)}${key[i] === 'A' ? 'B' : 'A'}${key.slice(i + 1)}`;
      expect(await suspicionOfKey(keyring, changed, atSecond(60)), changed).toBe('forged-key');
    }
    expect(await suspicionOfKey(keyring, `${key}A`, atSecond(60))).toBe('forged-key');
    expect(await suspicionOfKey(keyring, 'kac1-', atSecond(60))).toBe('forged-key');
  });

  it('of another server is forged', async () => {
    expect(await suspicionOfKey(keyring, await make(macsOf('another')), atSecond(60))).toBe('forged-key');
  });

  it.each(['0123456789abcdef0123456789abcdef0123', 'key-7hQ2vX9mRk-abcdef'])(
    'made by a browser or a program (%s) says nothing',
    async key => {
      expect(await suspicionOfKey(keyring, key, SERVED)).toBeNull();
    },
  );
});

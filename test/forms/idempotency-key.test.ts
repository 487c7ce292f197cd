// Which idempotency keys are taken: every random one, and none that somebody would make up.
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeFormKey } from '../../api/domain/form-key.ts';
import { freshKey } from '../../src/forms/browser/key.ts';
import { isGuessable, isIdempotencyKey } from '../../src/forms/idempotency-key.ts';

const mac = () => new Uint8Array(randomBytes(32));

const MAKERS: Readonly<Record<string, () => string | Promise<string>>> = {
  'a page of ours': () => makeFormKey({ mac }, new Uint8Array(randomBytes(16)), new Date()),
  'a browser': freshKey,
  'a UUID': randomUUID,
  'sixteen bytes as base64url': () => randomBytes(16).toString('base64url'),
  'sixteen characters of base64url': () => randomBytes(12).toString('base64url'),
  'sixteen bytes as hexadecimal': () => randomBytes(16).toString('hex'),
};

describe('a random key', () => {
  it.each(Object.keys(MAKERS))('is taken: %s', async maker => {
    for (let i = 0; i < 2000; i += 1) {
      const key = await (MAKERS[maker] as () => string | Promise<string>)();
      expect(isIdempotencyKey(key) ? '' : key).toBe('');
    }
  });
});

describe('a key that is easily guessed', () => {
  it.each([
    '----------------',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '0000000000000000',
    '1234567890123456',
    'abcdefghijklmnopqrstuvwxyz',
    'fedcba9876543210',
    'abababababababababab',
    '00000000-0000-0000-0000-000000000000',
    'order-0000000001',
    'key-00000000000000000042',
  ])('is refused: %s', key => {
    expect(isGuessable(key)).toBe(true);
    expect(isIdempotencyKey(key)).toBe(false);
  });

  it.each([null, 7, '', 'short', `${'k'.repeat(15)}`, 'ar atstarpi un ķ', randomBytes(80).toString('hex')])(
    'as is what has not the shape of one: %s',
    value => expect(isIdempotencyKey(value)).toBe(false),
  );
});

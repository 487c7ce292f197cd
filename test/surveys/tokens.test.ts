// One-time tokens: random enough, read as people type them, and no typing error is taken for another token.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../api/domain/keyring.ts';
import { makeToken, parseToken, TOKEN_BYTES, tokenHashOf } from '../../api/domain/surveys/tokens.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const some = Array.from({ length: 40 }, () => makeToken(randomBytes(TOKEN_BYTES)));

describe('a token', () => {
  it('holds 80 bits: every bit of the entropy shows', () => {
    const base = new Uint8Array(TOKEN_BYTES);
    const made = new Set([makeToken(base)]);
    for (let bit = 0; bit < 80; bit += 1) {
      const other = base.slice();
      other[bit >> 3] = 1 << (bit & 7);
      made.add(makeToken(other));
    }
    expect(made.size).toBe(81);
  });

  it('is four groups of Crockford’s characters', () => {
    for (const token of some)
      expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is read in any case and spacing, with look-alikes for what was meant', () => {
    for (const token of some) {
      expect(parseToken(token)).toBe(token);
      expect(parseToken(` ${token.toLowerCase().replaceAll('-', ' ')} `)).toBe(token);
      expect(parseToken(token.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(token);
      expect(parseToken(token.replaceAll('-', '–').replaceAll('1', 'I'))).toBe(token);
    }
  });

  it('is refused with any one character wrong', () => {
    for (const token of some.slice(0, 4)) {
      const plain = token.replaceAll('-', '');
      for (let at = 0; at < plain.length; at += 1)
        for (const other of ALPHABET)
          if (other !== plain[at])
            expect(parseToken(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
    }
  });

  it('is refused with any two characters in each other’s place', () => {
    for (const token of some) {
      const plain = [...token.replaceAll('-', '')];
      for (let a = 0; a < plain.length; a += 1)
        for (let b = a + 1; b < plain.length; b += 1) {
          if (plain[a] === plain[b]) continue;
          const swapped = [...plain];
          [swapped[a], swapped[b]] = [plain[b] as string, plain[a] as string];
          expect(parseToken(swapped.join(''))).toBeNull();
        }
    }
  });

  it.each([
    '',
    'abc',
    'UUUU-UUUU-UUUU-UUUUU',
    '0000-0000-0000-00000-0',
    '<b>',
    'ā'.repeat(17),
    '7'.repeat(5000),
  ])('is not %j', text => expect(parseToken(text)).toBeNull());

  it('is kept under another hash for each survey and each secret', async () => {
    const keyring = async (secret: Uint8Array) =>
      createKeyring(
        {
          secret,
          signing: [{ id: 'k', privateKey: new Uint8Array(), publicKey: new Uint8Array(32) }],
          recipients: [{ id: 'o', publicKey: new Uint8Array(32) }],
        },
        nodePrimitives,
      );
    const [one, other] = [await keyring(randomBytes(32)), await keyring(randomBytes(32))];
    const [token = ''] = some;
    const hashes = await Promise.all([
      tokenHashOf(one, 'a', token),
      tokenHashOf(one, 'b', token),
      tokenHashOf(other, 'a', token),
    ]);
    expect(new Set(hashes.map(hash => Buffer.from(hash).toString('hex'))).size).toBe(3);
  });
});

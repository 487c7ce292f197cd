// Both sets of primitives produce and open the same bytes, and neither opens altered ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Primitives } from '../../api/domain/crypto/primitives.ts';
import { webPrimitives } from '../../api/domain/crypto/web-primitives.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';

const web = webPrimitives(random);
const pairs: readonly [string, Primitives, Primitives][] = [
  ['Node to WebCrypto', nodePrimitives, web],
  ['WebCrypto to Node', web, nodePrimitives],
];
const bytes = (max = 300) => fc.uint8Array({ maxLength: max });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe.each(pairs)('%s', (_, one, other) => {
  it('hashes, authenticates and derives alike', () =>
    fc.assert(
      fc.asyncProperty(key, bytes(), fc.string(), async (secret, data, info) => {
        expect(await one.sha256(data)).toEqual(await other.sha256(data));
        expect(await one.hmac(secret, data)).toEqual(await other.hmac(secret, data));
        expect(await one.derive(secret, info)).toEqual(await other.derive(secret, info));
      }),
      { numRuns: 50 },
    ));

  it('opens what the other sealed, and nothing that was moved, cut or changed', () =>
    fc.assert(
      fc.asyncProperty(key, bytes(), bytes(40), fc.nat(), async (secret, text, place, where) => {
        const sealed = await one.seal(secret, text, place);
        expect(sealed.length).toBe(12 + text.length + 16);
        expect(await other.open(secret, sealed, place)).toEqual(text);
        expect(await other.open(secret, sealed, Uint8Array.of(...place, 0))).toBeNull();
        expect(
          await other.open(
            secret.map(byte => byte ^ 1),
            sealed,
            place,
          ),
        ).toBeNull();
        expect(await other.open(secret, sealed.subarray(0, sealed.length - 1), place)).toBeNull();
        const changed = sealed.with(where % sealed.length, (sealed[where % sealed.length] ?? 0) ^ 1);
        expect(await other.open(secret, changed, place)).toBeNull();
      }),
      { numRuns: 50 },
    ));

  it('never seals the same text to the same bytes', async () => {
    const secret = random(32);
    const [a, b] = [
      await one.seal(secret, random(8), random(4)),
      await one.seal(secret, random(8), random(4)),
    ];
    expect(a.subarray(0, 12)).not.toEqual(b.subarray(0, 12));
  });

  it('verifies what the other signed, and nothing else', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const text = random(100);
    const signature = await one.sign(privateKey, text);
    expect(await other.verify(publicKey, text, signature)).toBe(true);
    expect(await other.verify(publicKey, random(100), signature)).toBe(false);
  });

  it.each([0, 1, 27])('opens nothing from %i bytes', async length => {
    expect(await one.open(random(32), random(length), random(4))).toBeNull();
  });
});

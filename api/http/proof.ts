// Proof of work (ALTCHA): a signed challenge that costs a browser about a second, and a spammer the same for
// each message.
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';
import * as z from 'zod';
import { toBase64Url } from '../domain/crypto/base64url.ts';
import type { Keyring } from '../domain/keyring.ts';
import type { AppContext } from './reply.ts';

/** Measured: 0.2 to 0.6 s in a browser, a few seconds on an old phone. */
const COST = 1000;
const COUNTER = { from: 500, to: 1000 };
/** Seconds. The browser requests a challenge when the form is sent; the rest allows for the network. */
const VALID = 15 * 60;

/** Two secrets, so that a signed solution cannot pass for a signed challenge. */
async function secrets(keyring: Keyring) {
  const of = async (what: string): Promise<string> => toBase64Url(await keyring.mac('pow', what));
  return { hmacSignatureSecret: await of('challenge'), hmacKeySignatureSecret: await of('solution') };
}

/** A new challenge. */
export async function makeChallenge(c: AppContext): Promise<Challenge> {
  const { keyring, now } = c.var.deps;
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(COUNTER.to, COUNTER.from),
    deriveKey,
    expiresAt: Math.floor(now().getTime() / 1000) + VALID,
    ...(await secrets(keyring)),
  });
}

/**
 * Whether a proof is valid and was not used by another submission. The proof is bound to the idempotency key,
 * so that a repeated send with the same key may use the same proof.
 */
export async function checkProof(c: AppContext, sent: string, idempotencyKey: string): Promise<boolean> {
  const { keyring, now, proofs } = c.var.deps;
  const payload = read(sent);
  if (!payload) return false;
  const { parameters, signature } = payload.challenge;
  // Checked by our clock before the library uses its own.
  if (parameters.expiresAt < now().getTime() / 1000) return false;
  try {
    const { verified } = await verifySolution({ ...payload, deriveKey, ...(await secrets(keyring)) });
    if (!verified) return false;
  } catch {
    // The library throws on some input that only a forger sends.
    return false;
  }
  const spender = await keyring.mac('pow', `by ${idempotencyKey}`);
  return proofs.spend({ signature, expiresAt: parameters.expiresAt }, spender, now());
}

/** The ALTCHA payload: JSON in base64. Other parameters are covered by the signature. */
const Sent = z.object({
  challenge: z.object({
    parameters: z.looseObject({ expiresAt: z.number() }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

function read(sent: string): (z.infer<typeof Sent> & Payload) | null {
  try {
    return Sent.parse(JSON.parse(atob(sent))) as z.infer<typeof Sent> & Payload;
  } catch {
    return null;
  }
}

// The challenge that a passkey signs. It contains our mark and its time, so that pages can be served without
// storing anything; after use it is recorded and refused.
import { fromBase64Url, toBase64Url } from '../crypto/base64url.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { Keyring } from '../keyring.ts';

/** Signing in, step-up confirmation, or adding a passkey for this person. */
export type ChallengePurpose = 'sign-in' | `confirm ${string}` | `register ${string}`;

export const CHALLENGE_RANDOM = 16;
/** Time to find the phone or the key; a page open for longer is reloaded. */
export const CHALLENGE_MS = 15 * 60_000;

const TIME_BYTES = 6;
const MARK_BYTES = 16;
const LENGTH = CHALLENGE_RANDOM + TIME_BYTES + MARK_BYTES;

const marked = async (keyring: Keyring, purpose: ChallengePurpose, head: Uint8Array): Promise<Uint8Array> =>
  (await keyring.mac('challenge', `${purpose} ${toBase64Url(head)}`)).slice(0, MARK_BYTES);

function timeOf(at: Date): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  let rest = at.getTime();
  for (let i = TIME_BYTES - 1; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** A fresh challenge, base64url; `random`: `CHALLENGE_RANDOM` bytes. */
export async function makeChallenge(
  keyring: Keyring,
  purpose: ChallengePurpose,
  random: Uint8Array,
  now: Date,
): Promise<string> {
  const head = new Uint8Array([...random, ...timeOf(now)]);
  return toBase64Url(new Uint8Array([...head, ...(await marked(keyring, purpose, head))]));
}

/** True when we made it, for this purpose, and recently. */
export async function isOwnChallenge(
  keyring: Keyring,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64Url(challenge);
  } catch {
    return false;
  }
  if (bytes.length !== LENGTH) return false;
  const head = bytes.slice(0, CHALLENGE_RANDOM + TIME_BYTES);
  const made = head.slice(CHALLENGE_RANDOM).reduce((time, byte) => time * 256 + byte, 0);
  const age = now.getTime() - made;
  if (!sameBytes(bytes.slice(head.length), await marked(keyring, purpose, head))) return false;
  return age > -CHALLENGE_MS && age < CHALLENGE_MS;
}

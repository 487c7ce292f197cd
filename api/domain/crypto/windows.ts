// Key windows: for a minute at a time one key wraps the content keys, and itself lies in the database sealed to the
// office (HPKE, RFC 9180). The intake forgets it when the minute is over, and can then read nothing it has stored.
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import type { Recipient } from '../keyring.ts';
import { hex } from './bytes.ts';
import { place } from './place.ts';
import type { Primitives } from './primitives.ts';

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
const INFO = new TextEncoder().encode('kac window 1');
const ENCAPSULATED_BYTES = 32;
const WINDOW_MS = 60_000;
const ID_BYTES = 16;

/** A window's key as one recipient can open it. */
export interface SealedWindow {
  /** Hexadecimal, 16 bytes. */
  readonly id: string;
  readonly recipient: string;
  readonly sealed: Uint8Array;
}

/** An open window. `key` never leaves memory; `sealed` is stored with what was wrapped under it. */
export interface KeyWindow {
  readonly id: string;
  readonly key: Uint8Array;
  readonly sealed: readonly SealedWindow[];
}

/** Seals a window's key to one recipient: the encapsulated secret and the ciphertext in one piece. */
export async function sealWindow(id: string, key: Uint8Array, to: Recipient): Promise<SealedWindow> {
  const publicKey = await suite.DeserializePublicKey(to.publicKey);
  const aad = place('windows', 'sealed', `${id} ${to.id}`);
  const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, key, { info: INFO, aad });
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return { id, recipient: to.id, sealed };
}

/** A recipient's key pair, raw, 32 bytes each. */
export interface RecipientPair extends Recipient {
  readonly privateKey: Uint8Array;
}

/** A window's key for the holder of the private key; null when it was sealed to another or was touched. */
export async function openWindow(
  { id, recipient, sealed }: SealedWindow,
  mine: RecipientPair,
): Promise<Uint8Array | null> {
  const pair = {
    privateKey: await suite.DeserializePrivateKey(mine.privateKey),
    publicKey: await suite.DeserializePublicKey(mine.publicKey),
  };
  const aad = place('windows', 'sealed', `${id} ${recipient}`);
  const [secret, body] = [sealed.subarray(0, ENCAPSULATED_BYTES), sealed.subarray(ENCAPSULATED_BYTES)];
  try {
    return await suite.Open(pair, secret, body, { info: INFO, aad });
  } catch {
    return null;
  }
}

/** Gives the window that is open now. `at` in milliseconds. */
export type Windows = (at: number) => Promise<KeyWindow>;

/**
 * Keeps one window open for everybody who asks within the minute: sealing costs milliseconds, and a busy hour must not
 * pay it per person. A clock that was set back starts a new window too.
 */
export function createWindows(recipients: readonly Recipient[], primitives: Primitives): Windows {
  let open: { readonly since: number; readonly window: Promise<KeyWindow> } | null = null;
  const make = async (): Promise<KeyWindow> => {
    const [id, key] = [hex(primitives.random(ID_BYTES)), primitives.random(32)];
    return { id, key, sealed: await Promise.all(recipients.map(to => sealWindow(id, key, to))) };
  };
  return at => {
    if (!open || at < open.since || at - open.since >= WINDOW_MS) open = { since: at, window: make() };
    return open.window;
  };
}

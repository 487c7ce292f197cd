// The key that our server puts into a form when it serves the page. It contains the time, which nobody else
// can forge: a form sent within a moment was not filled in by a person.
import { fromBase64Url, toBase64Url } from './crypto/base64url.ts';
import { sameText } from './crypto/bytes.ts';
import type { Keyring } from './keyring.ts';
import type { Suspicion } from './suspicions.ts';

const MARK = 'kac1-';
const SHAPE = /^kac1-([\w-]{22}[\w-]{8})([\w-]{16})$/;
const RANDOM_CHARS = 22;
const TIME_BYTES = 6;
const MAC_BYTES = 12;

/** Seconds. Filling in the shortest form takes longer. */
const SOONEST = 3;
/** Seconds: 31 days. A draft may be kept that long. */
const LATEST = 31 * 24 * 3600;

/** Number of random bytes for a key. */
export const FORM_KEY_RANDOM = 16;

type Macs = Pick<Keyring, 'mac'>;

const sign = async (keyring: Macs, body: string): Promise<string> =>
  toBase64Url((await keyring.mac('min-time', body)).slice(0, MAC_BYTES));

/** A key for a page served `at`, from `FORM_KEY_RANDOM` random bytes: letters of base64url only. */
export async function makeFormKey(keyring: Macs, random: Uint8Array, at: Date): Promise<string> {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at.getTime()));
  const body = toBase64Url(random) + toBase64Url(time.slice(8 - TIME_BYTES));
  return MARK + body + (await sign(keyring, body));
}

/**
 * The suspicion that the key raises for a form sent `at`. A key made by a browser or a program raises none.
 */
export async function suspicionOfKey(keyring: Macs, key: string, at: Date): Promise<Suspicion | null> {
  if (!key.startsWith(MARK)) return null;
  const [, body, mac] = SHAPE.exec(key) ?? [];
  if (!body || !mac || !sameText(mac, await sign(keyring, body))) return 'forged-key';
  const seconds = (at.getTime() - timeIn(body)) / 1000;
  // Served in the future: the clock was set back, which is not the visitor's fault.
  if (seconds >= 0 && seconds < SOONEST) return 'too-fast';
  return seconds > LATEST ? 'old-key' : null;
}

/** Seconds since the page with this key was served; null for a key that is not ours. */
export function secondsSince(key: string, at: Date): number | null {
  const [, body] = SHAPE.exec(key) ?? [];
  return body ? (at.getTime() - timeIn(body)) / 1000 : null;
}

function timeIn(body: string): number {
  const bytes = new Uint8Array(8);
  bytes.set(fromBase64Url(body.slice(RANDOM_CHARS)), 8 - TIME_BYTES);
  return Number(new DataView(bytes.buffer).getBigUint64(0));
}

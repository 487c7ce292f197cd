// Where answers to a staff survey wait until it has closed: all of them in one sealed piece, in random order
// and of a rounded length. It contains neither the time of an answer nor its token (rule point 10.2).
import { place } from '../crypto/place.ts';
import { NONCE_BYTES, type Primitives, TAG_BYTES } from '../crypto/primitives.ts';
import type { Keyring } from '../keyring.ts';

/** One response as it waits. */
export interface Waiting {
  /** Version of the survey that was answered. */
  readonly version: number;
  /** By field; empty and unasked ones are missing. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

export interface PoolTools {
  readonly keyring: Pick<Keyring, 'key'>;
  readonly primitives: Pick<Primitives, 'seal' | 'open' | 'random'>;
}

/** Bytes of the smallest pool. It has room for a staff of fifty with one text each. */
const SMALLEST = 64 * 1024;
/** The largest row that every database accepts (facts/platform §1: five megabytes on a server). */
const LARGEST = 4 * 1024 * 1024;
const LENGTH_BYTES = 4;
const OVERHEAD = NONCE_BYTES + TAG_BYTES + LENGTH_BYTES;

const utf8 = new TextEncoder();
const text = new TextDecoder();
const placeOf = (survey: string): Uint8Array => place('survey_pools', 'sealed', survey);

/** A uniform whole number from 0 up to `below`: draws that would favour small numbers are discarded. */
function drawn(below: number, random: (length: number) => Uint8Array): number {
  const fair = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const number = random(4).reduce((sum, byte) => sum * 256 + byte, 0);
    if (number < fair) return number % below;
  }
}

/** The items in a random order, all orders equally likely (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: (length: number) => Uint8Array): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = drawn(last + 1, random);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

/** The length of a sealed pool for content of this many bytes: from 64 KiB on, the next power of two. */
export function sizeClass(bytes: number): number {
  let size = SMALLEST;
  while (size < bytes + OVERHEAD) size *= 2;
  return size;
}

/**
 * Shuffles, pads and seals the pool under a fresh nonce: two seals of the same answers have nothing in
 * common.
 * @throws {Error} beyond 4 MiB, which is more than a thousand long answers.
 */
export async function sealPool(
  { keyring, primitives }: PoolTools,
  survey: string,
  waiting: readonly Waiting[],
): Promise<Uint8Array> {
  const content = utf8.encode(JSON.stringify(shuffled(waiting, primitives.random)));
  const size = sizeClass(content.length);
  if (size > LARGEST) throw new Error('the answers that wait do not fit into one row');
  const padded = new Uint8Array(size - NONCE_BYTES - TAG_BYTES);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);
  return primitives.seal(keyring.key('survey-pool'), padded, placeOf(survey));
}

/**
 * The content of a pool, in no order.
 * @throws {Error} when it does not open: the keys differ, or it was altered. Nothing may be added then.
 */
export async function openPool(
  { keyring, primitives }: PoolTools,
  survey: string,
  sealed: Uint8Array,
): Promise<readonly Waiting[]> {
  const padded = await primitives.open(keyring.key('survey-pool'), sealed, placeOf(survey));
  if (!padded) throw new Error(`the answers that wait for ${survey} do not open`);
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  return JSON.parse(text.decode(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length)));
}

/** Number of waiting answers by survey version; versions are not added up. */
export function countByVersion(waiting: readonly Waiting[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { version } of waiting) counts.set(version, (counts.get(version) ?? 0) + 1);
  return counts;
}

// The event chain: each event's keyed hash covers the previous one, so that no event can be changed, dropped
// or moved undetected (design §6).
import { fromBase64Url, toBase64Url } from './crypto/base64url.ts';
import { sameBytes } from './crypto/bytes.ts';
import type { Keyring } from './keyring.ts';

/** The actor: the submitter, the program itself, or a member of staff by id. */
export type Actor = 'submitter' | 'system' | `staff:${string}`;

export const staffActor = (id: string): Actor => `staff:${id}`;

/** The id of a member of staff; null for anybody else. */
export const staffIdOf = (actor: string): string | null =>
  actor.startsWith('staff:') ? actor.slice('staff:'.length) : null;

/** Facts of an event, never personal data or text: the chain outlives erased data. */
export type EventDetail = Readonly<Record<string, string | number | boolean | null>>;

export interface NewEvent {
  readonly reference: string;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly detail: EventDetail;
}

/** The last event of the chain: its number and its hash. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export interface ChainedEvent extends NewEvent, Head {}

/** The start of the chain. */
export const GENESIS: Head = { seq: 0, hash: new Uint8Array(32) };

/** The input of an event's hash; `detail` as it is stored. */
const covered = (seq: number, before: Uint8Array, { reference, at, kind, actor }: NewEvent, detail: string) =>
  JSON.stringify([1, seq, toBase64Url(before), reference, at, kind, actor, detail]);

/** Appends an event after the head. */
export async function link(keyring: Keyring, head: Head, event: NewEvent): Promise<ChainedEvent> {
  const seq = head.seq + 1;
  const hash = await keyring.mac('chain', covered(seq, head.hash, event, JSON.stringify(event.detail)));
  return { ...event, seq, hash };
}

/** An event as stored in the database: its detail is the text that was hashed. */
export interface StoredEvent extends Omit<ChainedEvent, 'detail'> {
  readonly detail: string;
}

export type ChainFault = 'altered' | 'missing';

/**
 * Checks that this event follows that head: `missing` when numbers are skipped, `altered` when its hash
 * differs.
 */
export async function follows(keyring: Keyring, head: Head, event: StoredEvent): Promise<ChainFault | null> {
  if (event.seq !== head.seq + 1) return 'missing';
  const { detail, ...rest } = event;
  const expected = await keyring.mac('chain', covered(event.seq, head.hash, { ...rest, detail: {} }, detail));
  return sameBytes(event.hash, expected) ? null : 'altered';
}

/** A head with its number in the open, for the operator. */
export const headText = ({ seq, hash }: Head): string => `${seq}-${toBase64Url(hash)}`;

/** Bytes of a number of an event, big-endian. */
const NUMBER_BYTES = 8;

/** Hides, or shows again, the number of an event: a pad that only the holder of the chain's key can make. */
async function padded(keyring: Keyring, number: Uint8Array, hash: Uint8Array): Promise<Uint8Array> {
  const pad = await keyring.mac('chain', `head ${toBase64Url(hash)}`);
  return number.map((byte, i) => byte ^ (pad[i] ?? 0));
}

/**
 * A head for a person who keeps it outside the register: `g`, the number under a pad, and the hash. The number itself would tell
 * how many events there are, and so a member of staff how many are hidden from them.
 */
export async function sealHead(keyring: Keyring, { seq, hash }: Head): Promise<string> {
  const number = new Uint8Array(NUMBER_BYTES);
  new DataView(number.buffer).setBigUint64(0, BigInt(seq));
  return `g${toBase64Url(await padded(keyring, number, hash))}-${toBase64Url(hash)}`;
}

/** Reads a head that was handed out, also one from an earlier version with the number in the open; null when it is none. */
export async function openHead(keyring: Keyring, text: string): Promise<Head | null> {
  const [, sealed, kept] = /^g([\w-]{11})-([\w-]{43})$/.exec(text.trim()) ?? [];
  if (!sealed || !kept) return parseHead(text);
  try {
    const hash = fromBase64Url(kept);
    const number = await padded(keyring, fromBase64Url(sealed), hash);
    const seq = Number(new DataView(number.buffer).getBigUint64(0));
    return Number.isSafeInteger(seq) ? { seq, hash } : null;
  } catch {
    return null;
  }
}

/** Reads a head with its number in the open; null when it is none. */
export function parseHead(text: string): Head | null {
  const [, seq, hash] = /^(\d{1,15})-([\w-]{43})$/.exec(text.trim()) ?? [];
  if (!seq || !hash) return null;
  try {
    return { seq: Number(seq), hash: fromBase64Url(hash) };
  } catch {
    return null;
  }
}

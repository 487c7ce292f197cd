// The browser's record of a filling-in until its receipt is shown: one localStorage entry under its key.

import { KEY } from './key.ts';

/** Names and values in the order of the form; a name may occur more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * `draft`: being written. `sent`: posted, no receipt seen yet. `waiting`: to be sent as soon as possible.
 * `received`: the server has it, its receipt has not been shown. `refused`: the server refused it, with a
 * reason.
 */
export type KeptState = 'draft' | 'sent' | 'waiting' | 'received' | 'refused';

export interface Kept {
  /** The idempotency key: sent any number of times, it is one submission. */
  readonly key: string;
  /** The address that the form posts to: `/api/complaints`, `/api/complaints?lang=en`. */
  readonly action: string;
  readonly state: KeptState;
  /** Changes with every write, so that a page notices changes by another tab. */
  readonly rev: string;
  /** The last change by the person, milliseconds since 1970. */
  readonly at: number;
  /** What the person typed and chose. */
  readonly fields: Pairs;
  /** The page's hidden fields at the time of sending, without the key. */
  readonly extra?: Pairs;
  /** Sends that failed so far. */
  readonly tries?: number;
  /** Earliest time of the next attempt; milliseconds since 1970. */
  readonly retryAt?: number;
  /** Why it has not been sent: no answer, a busy server, or the status. */
  readonly why?: 'network' | 'busy' | number;
  /** The number on its receipt, after the server confirmed it. */
  readonly reference?: string;
  /** What the server said about a refusal, in the form's language. */
  readonly detail?: string;
}

const PREFIX = 'kac:';

/**
 * Days that an unchanged draft is kept. Records that wait to be sent do not expire, because they would be
 * lost.
 */
export const KEEP_DAYS = 7;
const KEEP_MS = KEEP_DAYS * 86_400_000;

/** Null when the browser forbids storage. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function parse(text: string | null): Kept | null {
  try {
    const found = JSON.parse(text ?? 'null') as Kept | null;
    // The outbox posts without asking, so only to addresses of our own forms.
    const isOurs = found && Array.isArray(found.fields) && /^\/api\//.test(found.action);
    return isOurs ? found : null;
  } catch {
    return null;
  }
}

export const read = (key: string): Kept | null => parse(storage()?.getItem(PREFIX + key) ?? null);

/** Stores it unchanged; false when the browser has no room or forbids it. */
export function put(kept: Kept): boolean {
  try {
    const place = storage();
    place?.setItem(PREFIX + kept.key, JSON.stringify(kept));
    return place !== null;
  } catch {
    return false;
  }
}

/** Stores it with a new revision and returns it; null when it could not be stored. */
export function write(kept: Omit<Kept, 'rev'>): Kept | null {
  const stored = { ...kept, rev: `${Date.now()}-${crypto.getRandomValues(new Uint32Array(1))[0]}` };
  return put(stored) ? stored : null;
}

export function remove(key: string): void {
  storage()?.removeItem(PREFIX + key);
}

/** All records, the latest change first. */
export function all(): Kept[] {
  const place = storage();
  const keys = place ? Object.keys(place).filter(name => name.startsWith(PREFIX)) : [];
  return keys.flatMap(name => parse(place?.getItem(name) ?? null) ?? []).sort((a, b) => b.at - a.at);
}

/** Removes records unchanged for `KEEP_DAYS`, except those that wait to be sent. */
export function removeExpired(now: number): void {
  for (const { key, state, at } of all())
    if (state !== 'waiting' && state !== 'sent' && at + KEEP_MS < now) remove(key);
}

/** The whole body to send: what was typed, the hidden fields, the key. */
export const bodyOf = ({ key, fields, extra = [] }: Kept): Pairs => [...fields, ...extra, [KEY, key]];

/** The address without its language, which is the same for Latvian and English. */
export const formOf = (action: string): string => action.replace(/\?.*/, '');

/** Notifies other parts of this page that a record has changed; other tabs receive the `storage` event. */
export const CHANGED = 'kac:changed';
export const announce = (): boolean => document.dispatchEvent(new Event(CHANGED));

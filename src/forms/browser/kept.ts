// What this browser keeps of a filling-in until its receipt is shown: one record in localStorage, under its key.

import { KEY } from './key.ts';

/** Names and values in the order of the form; a name may stand more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * `draft`: being written. `sent`: posted, and no receipt seen yet. `waiting`: to be sent as soon as that is possible.
 * `received`: the server has it, its receipt has not been shown. `refused`: the server said no, and why.
 */
export type KeptState = 'draft' | 'sent' | 'waiting' | 'received' | 'refused';

export interface Kept {
  /** The idempotency key: however often it is sent, it is one submission. */
  readonly key: string;
  /** Where the form posts to: `/api/complaints`, `/api/complaints?lang=en`. */
  readonly action: string;
  readonly state: KeptState;
  /** Changes with every write, so that a page notices what another tab has done. */
  readonly rev: string;
  /** The last change by the person, milliseconds since 1970. */
  readonly at: number;
  /** What the person typed and chose. */
  readonly fields: Pairs;
  /** The page's hidden fields at the time of sending, without the key. */
  readonly extra?: Pairs;
  /** Sends that failed so far. */
  readonly tries?: number;
  /** Not to be sent before; milliseconds since 1970. */
  readonly retryAt?: number;
  /** Why it is still here: no answer came, the server is busy, or its status. */
  readonly why?: 'network' | 'busy' | number;
  /** The number on its receipt, once the server has said that it has it. */
  readonly reference?: string;
  /** What the server said about a refusal, in the form's language. */
  readonly detail?: string;
}

const PREFIX = 'kac:';

/** Days a draft stays without being changed. What waits to be sent has no such end: it would be lost. */
export const KEEP_DAYS = 7;
const KEEP_MS = KEEP_DAYS * 86_400_000;

/** Null where the browser forbids it. */
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
    // It is posted by itself, so only to where our own forms post.
    const isOurs = found && Array.isArray(found.fields) && /^\/api\//.test(found.action);
    return isOurs ? found : null;
  } catch {
    return null;
  }
}

export const read = (key: string): Kept | null => parse(storage()?.getItem(PREFIX + key) ?? null);

/** Stores it as it is; false when the browser has no room or forbids it. */
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

/** Everything kept, the latest change first. */
export function all(): Kept[] {
  const place = storage();
  const keys = place ? Object.keys(place).filter(name => name.startsWith(PREFIX)) : [];
  return keys.flatMap(name => parse(place?.getItem(name) ?? null) ?? []).sort((a, b) => b.at - a.at);
}

/** Removes what has not been touched for `KEEP_DAYS`, except what still waits to be sent. */
export function removeExpired(now: number): void {
  for (const { key, state, at } of all())
    if (state !== 'waiting' && state !== 'sent' && at + KEEP_MS < now) remove(key);
}

/** Everything that is sent: what was typed, the hidden fields, the key. */
export const bodyOf = ({ key, fields, extra = [] }: Kept): Pairs => [...fields, ...extra, [KEY, key]];

/** The address without its language: the same form in Latvian and in English. */
export const formOf = (action: string): string => action.replace(/\?.*/, '');

/** Tells this page's other parts that a record has changed; other tabs hear of it by the `storage` event. */
export const CHANGED = 'kac:changed';
export const announce = (): boolean => document.dispatchEvent(new Event(CHANGED));

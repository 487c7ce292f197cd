// Seals every window again for the current recipients, after a key was changed, renewed or restored. Works in
// batches and may be interrupted: finished batches count, the next run continues with the rest.
import { openWindow, type RecipientPair, type SealedWindow, sealWindow } from '../domain/crypto/windows.ts';
import type { Recipient } from '../domain/keyring.ts';
import type { WindowStore } from '../store/windows.ts';

export interface Rewrapping {
  /** The only recipients each window is to be sealed for. */
  readonly recipients: readonly Recipient[];
  /** Key pairs that open the existing windows: current and former ones, or the recovery key. */
  readonly openers: readonly RecipientPair[];
  /** Called after each batch with the number of finished windows. */
  readonly progress?: (done: number) => void;
  readonly batch?: number;
}

export interface Rewrapped {
  readonly done: number;
  /** Windows that no key here opens. They stay unchanged. */
  readonly shut: number;
}

const BATCH = 1000;

/**
 * Resolves when every window was processed. Old sealings are deleted only after the new ones were read back
 * and opened.
 */
export async function rewrapWindows(store: WindowStore, how: Rewrapping): Promise<Rewrapped> {
  const names = how.recipients.map(({ id }) => id);
  let [done, shut, after] = [0, 0, ''];
  for (;;) {
    const ids = await store.toRewrap(names, after, how.batch ?? BATCH);
    const last = ids.at(-1);
    if (last === undefined) return { done, shut };
    const keys = await openAll(store, ids, how.openers);
    await sealAll(store, keys, how);
    const proven = await prove(store, keys, how);
    await store.keepOnly(proven, names);
    done += proven.length;
    shut += ids.length - keys.size;
    after = last;
    how.progress?.(done);
  }
}

/** The keys of the windows that open and whose sealings agree; a disagreement indicates tampering. */
async function openAll(
  store: WindowStore,
  ids: readonly string[],
  openers: readonly RecipientPair[],
): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>();
  const disputed = new Set<string>();
  for (const sealed of await store.of(ids)) {
    const key = await openBy(sealed, openers);
    if (!key) continue;
    const known = keys.get(sealed.id);
    if (known && !same(known, key)) disputed.add(sealed.id);
    keys.set(sealed.id, key);
  }
  for (const id of disputed) keys.delete(id);
  return keys;
}

async function openBy(sealed: SealedWindow, openers: readonly RecipientPair[]): Promise<Uint8Array | null> {
  const mine = openers.find(({ id }) => id === sealed.recipient);
  return mine ? openWindow(sealed, mine) : null;
}

/**
 * Adds missing sealings, and replaces those that we should be able to open but cannot. Sealings for other
 * keys stay unchanged.
 */
async function sealAll(
  store: WindowStore,
  keys: ReadonlyMap<string, Uint8Array>,
  { recipients, openers }: Rewrapping,
): Promise<void> {
  const there = new Map((await store.of([...keys.keys()])).map(one => [`${one.id} ${one.recipient}`, one]));
  const fresh: SealedWindow[] = [];
  for (const [id, key] of keys) {
    for (const to of recipients) {
      const known = there.get(`${id} ${to.id}`);
      const checkable = openers.some(opener => opener.id === to.id);
      if (known && (!checkable || same(await openBy(known, openers), key))) continue;
      fresh.push(await sealWindow(id, key, to));
    }
  }
  await store.put(fresh);
}

/** Ids of the windows that are now correctly stored in the database. */
async function prove(
  store: WindowStore,
  keys: ReadonlyMap<string, Uint8Array>,
  { recipients, openers }: Rewrapping,
): Promise<string[]> {
  const stored = await store.of([...keys.keys()]);
  const faulty = new Set<string>();
  const seen = new Map<string, number>();
  for (const sealed of stored) {
    if (!recipients.some(({ id }) => id === sealed.recipient)) continue;
    seen.set(sealed.id, (seen.get(sealed.id) ?? 0) + 1);
    const checkable = openers.some(({ id }) => id === sealed.recipient);
    if (checkable && !same(await openBy(sealed, openers), keys.get(sealed.id) ?? null)) faulty.add(sealed.id);
  }
  if (faulty.size > 0) throw new Error(`${faulty.size} windows did not open again; nothing old was deleted`);
  return [...keys.keys()].filter(id => seen.get(id) === recipients.length);
}

const same = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a !== null && b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);

// Opening submissions with the office's private key.

import { type After, whenIdle } from './crypto/after.ts';
import { keyByWindow, type WrappedKey } from './crypto/content-key.ts';
import type { Primitives } from './crypto/primitives.ts';
import { openWindow, type RecipientPair, type SealedWindow } from './crypto/windows.ts';

/** The office's secrets; the intake never has them. */
export interface OfficeSecrets {
  /** X25519 key pairs, present and former. */
  readonly keys: readonly RecipientPair[];
  /** 32 bytes; key of the hashes by which people are found. */
  readonly search: Uint8Array;
}

export interface Office {
  /** The content key of a submission; null when it was sealed to others or the row was altered. */
  contentKey(of: WrappedKey & { readonly reference: string }): Promise<Uint8Array | null>;
  /** How many windows' keys are in memory. */
  keptKeys(): number;
}

/** Number of opened windows to cache: neighbouring cases usually share one. */
const KEPT = 1000;
/** Milliseconds after which they are forgotten when nobody opens anything. */
const IDLE_MS = 15 * 60_000;

/** `windowsOf` gives a window as sealed to all recipients. */
export function createOffice(
  { keys }: OfficeSecrets,
  primitives: Primitives,
  windowsOf: (id: string) => Promise<readonly SealedWindow[]>,
  after: After | null = null,
): Office {
  const opened = new Map<string, Promise<Uint8Array | null>>();
  const inUse = whenIdle(after, IDLE_MS, () => opened.clear());
  async function openOnce(id: string): Promise<Uint8Array | null> {
    for (const sealed of await windowsOf(id)) {
      const mine = keys.find(key => key.id === sealed.recipient);
      const key = mine && (await openWindow(sealed, mine));
      if (key) return key;
    }
    return null;
  }
  /** Concurrent requests for a window share one attempt; a failed one may be tried again later. */
  function windowKey(id: string): Promise<Uint8Array | null> {
    inUse();
    const known = opened.get(id);
    if (known) return known;
    if (opened.size >= KEPT) opened.clear();
    const opening = openOnce(id);
    opened.set(id, opening);
    const forget = (): unknown => opened.get(id) === opening && opened.delete(id);
    opening.then(key => key ?? forget(), forget);
    return opening;
  }
  return {
    async contentKey(submission) {
      const key = await windowKey(submission.windowId);
      return key && keyByWindow(primitives, submission, key);
    },
    keptKeys: () => opened.size,
  };
}

// One new key per submission: wrapped for the office under the window's key, and for the submitter under a
// key derived from the tracking code. Everything of the submission is sealed under it.
import { place } from './place.ts';
import type { Primitives } from './primitives.ts';
import type { KeyWindow } from './windows.ts';

/** A content key as stored in the database. */
export interface WrappedKey {
  /** The window under whose key `forOffice` opens. */
  readonly windowId: string;
  readonly forOffice: Uint8Array;
  /** Null when no code existed when the submission was sealed (from a version without encryption). */
  readonly forCode: Uint8Array | null;
}

const TABLE = 'submissions';
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** The 80 bits of a tracking code as a key; the code is random, so no slow derivation is needed. */
const codeKey = (primitives: Primitives, trackingCode: string) =>
  primitives.derive(utf8.encode(trackingCode), 'kac tracking code');

/** Wraps a content key twice. `reference` names the row. */
export async function wrapKey(
  primitives: Primitives,
  contentKey: Uint8Array,
  to: { readonly reference: string; readonly window: KeyWindow; readonly trackingCode: string | null },
): Promise<WrappedKey> {
  const { reference, window, trackingCode } = to;
  return {
    windowId: window.id,
    forOffice: await primitives.seal(window.key, contentKey, place(TABLE, 'for_office', reference)),
    forCode:
      trackingCode === null
        ? null
        : await primitives.seal(
            await codeKey(primitives, trackingCode),
            contentKey,
            place(TABLE, 'for_code', reference),
          ),
  };
}

/**
 * The content key for the holder of the tracking code; null when the row was altered or has no key for codes.
 */
export async function keyByCode(
  primitives: Primitives,
  { reference, forCode }: { readonly reference: string; readonly forCode: Uint8Array | null },
  trackingCode: string,
): Promise<Uint8Array | null> {
  if (forCode === null) return null;
  return primitives.open(
    await codeKey(primitives, trackingCode),
    forCode,
    place(TABLE, 'for_code', reference),
  );
}

/** The content key for the holder of the window key. */
export const keyByWindow = (
  primitives: Primitives,
  { reference, forOffice }: { readonly reference: string; readonly forOffice: Uint8Array },
  windowKey: Uint8Array,
) => primitives.open(windowKey, forOffice, place(TABLE, 'for_office', reference));

/** Seals a value of this program as JSON. */
export const sealJson = (primitives: Primitives, key: Uint8Array, value: unknown, where: Uint8Array) =>
  primitives.seal(key, utf8.encode(JSON.stringify(value)), where);

/** Opens a sealed value; null when it does not open. */
export async function openJson<T>(
  primitives: Primitives,
  key: Uint8Array,
  sealed: Uint8Array,
  where: Uint8Array,
): Promise<T | null> {
  const opened = await primitives.open(key, sealed, where);
  return opened && (JSON.parse(text.decode(opened)) as T);
}

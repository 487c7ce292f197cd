// A survey's text under lock: opened by the office, and sealed anew under its own key when a part of it was blacked out.
import { openJson, sealJson } from '../crypto/content-key.ts';
import { place } from '../crypto/place.ts';
import type { Primitives } from '../crypto/primitives.ts';
import type { Office } from '../office.ts';
import type { StoredText } from './texts.ts';

type Locked = Pick<StoredText, 'id' | 'windowId' | 'wrappedKey' | 'sealed'>;

const placeOf = (id: string): Uint8Array => place('survey_texts', 'sealed', id);

const keyOf = (office: Office, { id, windowId, wrappedKey }: Locked) =>
  office.contentKey({ reference: id, windowId, forOffice: wrappedKey, forCode: null });

/** The words; null where they don't open. */
export async function openText(primitives: Primitives, office: Office, text: Locked): Promise<string | null> {
  const key = await keyOf(office, text);
  return key && openJson<string>(primitives, key, text.sealed, placeOf(text.id));
}

/** Other words in its place; null where the old ones don't open. */
export async function resealText(
  primitives: Primitives,
  office: Office,
  text: Locked,
  words: string,
): Promise<Uint8Array | null> {
  const key = await keyOf(office, text);
  return key && sealJson(primitives, key, words, placeOf(text.id));
}

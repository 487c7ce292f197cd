// A survey's text under lock: opened by the office, and sealed anew under its own key when a part of it was blacked out.
import { unhex } from '../crypto/bytes.ts';
import type { Primitives } from '../crypto/primitives.ts';
import type { Office } from '../office.ts';
import { textPlace } from './landing.ts';
import type { StoredText } from './texts.ts';

type Locked = Pick<StoredText, 'id' | 'windowId' | 'forOffice' | 'sealed'>;

const utf8 = new TextEncoder();
const decoder = new TextDecoder();

const keyOf = (office: Office, { id, windowId, forOffice }: Locked) =>
  office.contentKey({ reference: id, windowId, forOffice, forCode: null });

/** The words; null where they don't open. */
export async function openText(primitives: Primitives, office: Office, text: Locked): Promise<string | null> {
  const key = await keyOf(office, text);
  const opened = key && (await primitives.open(key, text.sealed, textPlace(unhex(text.id))));
  return opened && decoder.decode(opened);
}

/** Other words in its place; null where the old ones don't open. */
export async function resealText(
  primitives: Primitives,
  office: Office,
  text: Locked,
  words: string,
): Promise<Uint8Array | null> {
  const key = await keyOf(office, text);
  return key && primitives.seal(key, utf8.encode(words), textPlace(unhex(text.id)));
}

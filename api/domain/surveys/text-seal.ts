// Opens a survey's text with the office's key, and seals it again under its own key after a part was blacked
// out.
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

/** The text; null when it does not open. */
export async function openText(primitives: Primitives, office: Office, text: Locked): Promise<string | null> {
  const key = await keyOf(office, text);
  const opened = key && (await primitives.open(key, text.sealed, textPlace(unhex(text.id))));
  return opened && decoder.decode(opened);
}

/** Replaces the text; null when the old one does not open. */
export async function resealText(
  primitives: Primitives,
  office: Office,
  text: Locked,
  words: string,
): Promise<Uint8Array | null> {
  const key = await keyOf(office, text);
  return key && primitives.seal(key, utf8.encode(words), textPlace(unhex(text.id)));
}

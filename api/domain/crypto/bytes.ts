// Common operations on bytes.

const utf8 = new TextEncoder();

/** Lower case, two characters per byte. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of `hex`. */
export const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16));

/**
 * A line of text before encoded bytes: a long text is encoded once, however many hashes are computed from it.
 */
export function withLine(line: string, bytes: Uint8Array): Uint8Array {
  const head = utf8.encode(`${line}\n`);
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  return all;
}

/** Whether both are the same. Takes as long wherever they differ: one of them may be a stranger's guess at a MAC. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** The same of texts. */
export const sameText = (a: string, b: string): boolean => sameBytes(utf8.encode(a), utf8.encode(b));

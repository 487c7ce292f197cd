// What is done to bytes everywhere.

const utf8 = new TextEncoder();

/** Lower case, two characters a byte. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of `hex`. */
export const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16));

/** A line of text before bytes that are encoded already: a long text is encoded once, whatever is reckoned from it. */
export function withLine(line: string, bytes: Uint8Array): Uint8Array {
  const head = utf8.encode(`${line}\n`);
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  return all;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The same for secrets: it takes as long wherever the first difference is. */
export function sameInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [i, byte] of a.entries()) difference |= byte ^ (b[i] ?? 0);
  return difference === 0;
}

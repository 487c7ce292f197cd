// Bytes as URL-safe text without padding (RFC 4648 §5).

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Array.from(ALPHABET, char => char.charCodeAt(0));

/**
 * For hashes, keys and the like. Written by hand, because each post calls it often and `btoa` takes five
 * times as long.
 */
export function toBase64Url(bytes: Uint8Array): string {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const shift of SHIFTS) codes.push(CODES[(three >> shift) & 63] as number);
  }
  codes.length = Math.ceil((bytes.length * 4) / 3);
  return String.fromCharCode(...codes);
}

const SHIFTS = [18, 12, 6, 0] as const;

/**
 * Throws on anything that is not base64url, and on a second spelling of the same bytes: one value has one
 * text.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char =>
    char.charCodeAt(0),
  );
  if (toBase64Url(bytes) !== text) throw new SyntaxError('not base64url');
  return bytes;
}

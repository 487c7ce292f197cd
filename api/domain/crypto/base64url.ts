// Bytes as URL-safe text without padding (RFC 4648 §5).

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Throws on anything that is not base64url, and on a second spelling of the same bytes: one value, one text. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char =>
    char.charCodeAt(0),
  );
  if (toBase64Url(bytes) !== text) throw new SyntaxError('not base64url');
  return bytes;
}

// A stored file as a download, never shown in the browser, which must not run or sniff its content.
import type { AttachedFile } from '../domain/files/receiving.ts';

/** Everything is forbidden, and anything a browser shows has an opaque origin. */
const POLICY = "sandbox; default-src 'none'";

/** RFC 8187: the characters allowed unescaped in `filename*`. */
const escaped = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** For clients that know only the old form: letters without diacritics, nothing that ends the quotes. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w. -]/g, '_');

/** `Content-Disposition` with the name in both forms (RFC 6266 §4.3, appendix D). */
export const attachmentDisposition = (name: string): string =>
  `attachment; filename="${plain(name)}"; filename*=UTF-8''${escaped(name)}`;

/** The response to a download. `name` is safe and `mediaType` is from our own list (`AttachedFile`). */
export const attachmentResponse = (
  { name, size, mediaType }: Pick<AttachedFile, 'name' | 'size' | 'mediaType'>,
  body: ReadableStream<Uint8Array>,
): Response =>
  new Response(body, {
    headers: {
      'Content-Type': mediaType,
      // An interrupted file is recognised, because fewer bytes arrive than announced.
      'Content-Length': String(size),
      'Content-Disposition': attachmentDisposition(name),
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });

// A stored file as an answer: to be saved, never to be shown. Whatever it is, no browser runs or guesses anything in it.
import type { AttachedFile } from '../domain/files/receiving.ts';

/** Everything off, and even what a browser might show stands in an origin of its own. */
const POLICY = "sandbox; default-src 'none'";

/** RFC 8187: what may stand unescaped in `filename*`. */
const escaped = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** For clients that know only the old form: letters without their marks, nothing that ends the quotes. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w. -]/g, '_');

/** `Content-Disposition` with the name in both forms (RFC 6266 §4.3, appendix D). */
export const attachmentDisposition = (name: string): string =>
  `attachment; filename="${plain(name)}"; filename*=UTF-8''${escaped(name)}`;

/** The answer to a download. `name` is safe and `mediaType` from our own list (`AttachedFile`). */
export const attachmentResponse = (
  { name, size, mediaType }: Pick<AttachedFile, 'name' | 'size' | 'mediaType'>,
  body: ReadableStream<Uint8Array>,
): Response =>
  new Response(body, {
    headers: {
      'Content-Type': mediaType,
      // A file that breaks off is seen as broken, because fewer bytes come than were said.
      'Content-Length': String(size),
      'Content-Disposition': attachmentDisposition(name),
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });

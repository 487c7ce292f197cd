// Receives a file part by part: detects its kind, removes location data, seals it. The state between two
// parts is plain data that is sealed beside the chunks, so an upload can continue after any interruption.
import { toBase64Url } from '../crypto/base64url.ts';
import type { Primitives } from '../crypto/primitives.ts';
import { type Format, factsOf } from './formats.ts';
import { safeName } from './name.ts';
import { type FileAccess, sealChunk } from './sealed.ts';
import { type Sniffed, sniff } from './sniff.ts';
import { START, type Stripped, type StripState, stripping } from './strip.ts';

/** What is known of a file during and after the upload. */
export interface FileMeta {
  /** During the upload the given name, afterwards the safe one (`safeName`). */
  readonly name: string;
  /** Expected size in bytes, when the sender announced it. */
  readonly declared: number | null;
  /** Bytes received so far. */
  readonly received: number;
  /** Stored bytes: fewer when metadata was removed. */
  readonly size: number;
  readonly chunks: number;
  /** Null before the first part. */
  readonly format: Format | null;
  /** SHA-256 over the hashes of the chunks, base64url; identifies a file that is sent twice. */
  readonly digest: string;
  /** Null after the whole file was received. */
  readonly strip: StripState | null;
}

export type Refused =
  | Extract<Sniffed, { ok: false }>['reason']
  | Extract<Stripped, { ok: false }>['reason']
  | 'empty';

export interface ReceiveTools {
  readonly primitives: Primitives;
  /** Lets other requests go on: awaited between stretches of work of a few milliseconds. */
  readonly letOthersRun: () => Promise<void>;
}

export type Received =
  | { readonly ok: true; readonly meta: FileMeta; readonly data: Uint8Array }
  | { readonly ok: false; readonly reason: Refused };

/** Maximum bytes of a chunk and of a part. Small enough for every engine (a row of sqld takes 5 MB). */
export const CHUNK_BYTES = 1024 * 1024;

const utf8 = new TextEncoder();

export const emptyFile = (name: string, declared: number | null): FileMeta => ({
  name,
  declared,
  received: 0,
  size: 0,
  chunks: 0,
  format: null,
  digest: '',
  strip: START,
});

const digestOf = async (primitives: Primitives, before: string, bytes: Uint8Array): Promise<string> =>
  toBase64Url(
    await primitives.sha256(utf8.encode(`${before} ${toBase64Url(await primitives.sha256(bytes))}`)),
  );

/** Takes metadata out of the next part, in stretches. */
async function stripInStretches(
  { letOthersRun }: ReceiveTools,
  work: Generator<void, Stripped, void>,
): Promise<Stripped> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await letOthersRun();
  }
}

/**
 * Takes the next part: 1 byte to `CHUNK_BYTES`; `last` marks the end of the file. The first part decides the
 * kind and should therefore be as long as possible. Returns the sealed chunk and the new state of the file.
 */
export async function receivePart(
  tools: ReceiveTools,
  access: FileAccess,
  before: FileMeta,
  { bytes, last }: { readonly bytes: Uint8Array; readonly last: boolean },
): Promise<Received> {
  const { primitives } = tools;
  if (bytes.length === 0 && before.received === 0) return { ok: false, reason: 'empty' };
  const sniffed: Sniffed = before.format ? { ok: true, format: before.format } : sniff(bytes, before.name);
  if (!sniffed.ok) return sniffed;
  const { format } = sniffed;
  const stripped = await stripInStretches(tools, stripping(format, before.strip ?? START, bytes, last));
  if (!stripped.ok) return stripped;
  const { out } = stripped;
  const data = await sealChunk(primitives, access, { n: before.chunks, last, bytes: out });
  const meta: FileMeta = {
    ...before,
    name: last ? safeName(before.name, format) : before.name,
    received: before.received + bytes.length,
    size: before.size + out.length,
    chunks: before.chunks + 1,
    format,
    digest: await digestOf(primitives, before.digest, out),
    strip: last ? null : stripped.state,
  };
  return { ok: true, meta, data };
}

/** A complete file as shown to people. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** From our own list, never from the sender. */
  readonly mediaType: string;
  readonly format: Format;
  /** A container with electronic signatures. Their validity is not checked here. */
  readonly eSigned: boolean;
}

/** Null while the file is incomplete. */
export function attachedFile(id: string, { name, size, format, strip }: FileMeta): AttachedFile | null {
  if (format === null || strip !== null) return null;
  const { mediaType, eSigned = false } = factsOf(format);
  return { id, name, size, mediaType, format, eSigned };
}

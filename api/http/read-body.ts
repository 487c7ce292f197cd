// Reads a request's body within limits: JSON, urlencoded or multipart, each to one flat record of fields.
import type { Encoding } from '../../src/forms/validate.ts';
import { boundaryOf, type FilePart, readMultipart, TooLarge } from './multipart.ts';

/** Bytes. Ten thousand characters, percent-encoded, with every other field full, stay under half of it. */
export const MAX_BODY = 512 * 1024;

/** Bytes. A receipt has a few hundred. */
const MAX_TEXT_FILE = 16 * 1024;

/** Bytes of a form with files that are read at all; what is too much of them is skipped, so that the words come back. */
const MAX_FORM_WITH_FILES = 64 * 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly encoding: Encoding; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly encoding: Encoding; readonly reason: 'too-large' | 'type' | 'unreadable' };

/** Takes the files of one form. */
export interface FormFiles {
  /** Name of the field that takes files. */
  readonly field: string;
  /** Resolves to the file's token; to an empty text where there is none. */
  take(part: FilePart): Promise<string>;
  /** What was refused, as sentences. */
  readonly faults: readonly string[];
}

type Kind = 'json' | 'urlencoded' | 'multipart';

function kindOf(contentType: string): Kind | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'urlencoded';
  return type === 'multipart/form-data' ? 'multipart' : null;
}

/** The bytes, or null past the limit. */
async function boundedBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = request.headers.get('content-length');
  // Chunked bodies have none: they are counted as they come.
  if (length === null) return countedBytes(request);
  if (Number(length) > MAX_BODY) return null;
  // The host reads no further than what was declared, and without the stream in a third of the time.
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > MAX_BODY ? null : bytes;
}

async function countedBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) break;
    size += value.length;
    if (size > MAX_BODY) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Fields that stand more than once become lists; own properties only, whatever the name. */
function collect(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const grouped = Map.groupBy(entries, ([name]) => name);
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => [
      name,
      pairs.length > 1 ? pairs.map(([, value]) => value) : pairs[0]?.[1],
    ]),
  );
}

function parseJson(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError('not an object');
  return value as Record<string, unknown>;
}

function parseUrlencoded(text: string): Record<string, unknown> {
  const entries = [...new URLSearchParams(text)];
  // Percent-encoded bytes that are not UTF-8 decode to U+FFFD without an error; a typed one is sent as EF BF BD.
  const typed = text.match(/%EF%BF%BD/gi)?.length ?? 0;
  const found = entries.flat().join('').split('\ufffd').length - 1;
  if (found > typed) throw new SyntaxError('not UTF-8');
  return collect(entries);
}

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function parse(
  kind: Kind,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Record<string, unknown>> {
  if (kind === 'multipart') {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    // A file input that was left empty still sends a nameless file of no bytes.
    const sent = [...form].filter(
      ([, value]) => typeof value === 'string' || value.size > 0 || value.name !== '',
    );
    return collect(
      await Promise.all(sent.map(async ([name, value]) => [name, await textOfFile(value)] as const)),
    );
  }
  const text = strictText.decode(bytes);
  return kind === 'json' ? parseJson(text) : parseUrlencoded(text);
}

/** A short text file stands for its text: a receipt may be sent as the file it was saved in. */
async function textOfFile(value: string | File): Promise<string | File> {
  if (typeof value === 'string' || value.size > MAX_TEXT_FILE || !value.type.startsWith('text/plain'))
    return value;
  return new TextDecoder('utf-8', { fatal: true }).decode(await value.arrayBuffer());
}

/** A form whose files are taken in as they arrive. */
async function readWithFiles(request: Request, boundary: string, files: FormFiles): Promise<Body> {
  const encoding = 'form';
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_WITH_FILES)
    return { ok: false, encoding, reason: 'too-large' };
  const stream = (request.body ?? []) as AsyncIterable<Uint8Array>;
  try {
    const entries = await readMultipart(stream, boundary, {
      maxText: MAX_BODY,
      maxBody: MAX_FORM_WITH_FILES,
      // A file where a text belongs is told by the schema, which finds no text.
      onFile: part => (isFileField(part.name, files) ? files.take(part) : Promise.resolve(part)),
    });
    return { ok: true, encoding, payload: collect(entries) };
  } catch (fault) {
    if (fault instanceof TooLarge) return { ok: false, encoding, reason: 'too-large' };
    if (fault instanceof SyntaxError || fault instanceof TypeError)
      return { ok: false, encoding, reason: 'unreadable' };
    throw fault;
  }
}

const isFileField = (name: string, { field }: FormFiles): boolean => name === field || name === `${field}[]`;

/**
 * Reads the body; an unreadable one is a value with a reason, never a throw. With `files`, those of a multipart form
 * are taken in and stand in the payload as what `take` made of them.
 */
export async function readBody(request: Request, files?: FormFiles): Promise<Body> {
  const contentType = request.headers.get('content-type') ?? '';
  const kind = kindOf(contentType);
  const encoding = kind === 'json' || kind === null ? 'json' : 'form';
  if (!kind) return { ok: false, encoding, reason: 'type' };
  const boundary = kind === 'multipart' && files ? boundaryOf(contentType) : null;
  if (boundary && files) return readWithFiles(request, boundary, files);
  const bytes = await boundedBytes(request);
  if (!bytes) return { ok: false, encoding, reason: 'too-large' };
  try {
    return { ok: true, encoding, payload: await parse(kind, bytes, contentType) };
  } catch {
    return { ok: false, encoding, reason: 'unreadable' };
  }
}

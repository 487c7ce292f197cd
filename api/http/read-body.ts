// Reads a request's body within limits: JSON, urlencoded or multipart, each into one flat record of fields.
import type { Encoding } from '../../src/forms/validate.ts';
import {
  type BodyRefusal,
  BodyRefused,
  MAX_BODY,
  MAX_FORM_WITH_FILES,
  MAX_TEXT_FILE,
  MAX_VALUES,
} from './body-limits.ts';
import { boundaryOf, type FilePart, readMultipart } from './multipart.ts';
import { collect, parseJson, parseUrlencoded } from './parse-body.ts';

export type Body =
  | { readonly ok: true; readonly encoding: Encoding; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly encoding: Encoding; readonly reason: BodyRefusal };

/** Receives the files of one form. */
export interface FormFiles {
  /** Name of the file field. */
  readonly field: string;
  /** Resolves to the file's token, or to an empty string when there is no file. */
  take(part: FilePart): Promise<string>;
  /** The refusals, as sentences. */
  readonly faults: readonly string[];
}

type Kind = 'json' | 'urlencoded' | 'multipart';

function kindOf(contentType: string): Kind | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'urlencoded';
  return type === 'multipart/form-data' ? 'multipart' : null;
}

/** The bytes, or null beyond the limit. */
async function boundedBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const length = request.headers.get('content-length');
  // Chunked bodies have no length: they are counted as they arrive.
  if (length === null) return countedBytes(request);
  if (Number(length) > MAX_BODY) return null;
  // The host reads no more than the declared length; reading without the stream takes a third of the time.
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

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function parse(
  kind: Kind,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Record<string, unknown>> {
  if (kind === 'multipart') {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    // An empty file input still sends a nameless file of zero bytes.
    const all = [...form];
    if (all.length > MAX_VALUES) throw new BodyRefused('too-many-values');
    const sent = all.filter(([, value]) => typeof value === 'string' || value.size > 0 || value.name !== '');
    return collect(
      await Promise.all(sent.map(async ([name, value]) => [name, await textOfFile(value)] as const)),
    );
  }
  const text = strictText.decode(bytes);
  return kind === 'json' ? parseJson(text) : parseUrlencoded(text);
}

/** Replaces a short text file by its text: a receipt may be sent as the file it was saved in. */
async function textOfFile(value: string | File): Promise<string | File> {
  if (typeof value === 'string' || value.size > MAX_TEXT_FILE || !value.type.startsWith('text/plain'))
    return value;
  return new TextDecoder('utf-8', { fatal: true }).decode(await value.arrayBuffer());
}

/** A form whose files are processed as they arrive. */
async function readWithFiles(request: Request, boundary: string, files: FormFiles): Promise<Body> {
  const encoding = 'form';
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_WITH_FILES)
    return { ok: false, encoding, reason: 'too-large' };
  const stream = (request.body ?? []) as AsyncIterable<Uint8Array>;
  try {
    const entries = await readMultipart(stream, boundary, {
      maxText: MAX_BODY,
      maxBody: MAX_FORM_WITH_FILES,
      maxParts: MAX_VALUES,
      // A file in a text field is reported by the schema, which finds no text.
      onFile: part => (isFileField(part.name, files) ? files.take(part) : Promise.resolve(part)),
    });
    return { ok: true, encoding, payload: collect(entries) };
  } catch (fault) {
    if (fault instanceof BodyRefused) return { ok: false, encoding, reason: fault.reason };
    if (fault instanceof SyntaxError || fault instanceof TypeError)
      return { ok: false, encoding, reason: 'unreadable' };
    throw fault;
  }
}

const isFileField = (name: string, { field }: FormFiles): boolean => name === field || name === `${field}[]`;

/**
 * Reads the body; an unreadable body is returned as a value with a reason, never thrown. With `files`, the
 * files of a multipart form are processed, and the payload contains the results of `take`.
 */
export async function readBody(request: Request, files?: FormFiles): Promise<Body> {
  const body = await read(request, files);
  lastRead.set(request, body);
  return body;
}

const lastRead = new WeakMap<Request, Body>();

/** What was read of this request before, for the answer to an unexpected error; undefined when nothing was. */
export const bodyReadFrom = (request: Request): Body | undefined => lastRead.get(request);

async function read(request: Request, files?: FormFiles): Promise<Body> {
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
  } catch (fault) {
    return { ok: false, encoding, reason: fault instanceof BodyRefused ? fault.reason : 'unreadable' };
  }
}

/**
 * The fields of a form that the register reads without a schema. A request without a body has none.
 *
 * @throws {BodyRefused} for a body that can't be read.
 */
export async function fieldsOfBody(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (request.body === null) return {};
  const body = await readBody(request);
  if (!body.ok) throw new BodyRefused(body.reason);
  return body.payload;
}

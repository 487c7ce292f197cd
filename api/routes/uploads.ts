// /api/uploads: one file at a time, before its form is sent; can be resumed. The token that opens the file is
// in a header, never in an address or a log.
import { Hono } from 'hono';
import * as z from 'zod';
import { FILE_LIMITS } from '../../src/forms/files.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import type { AppEnv, Deps } from '../deps.ts';
import { CHUNK_BYTES, type FileMeta } from '../domain/files/receiving.ts';
import { accessBy, type FileAccess, isUploadToken, openMeta } from '../domain/files/sealed.ts';
import { languageOf } from '../http/language.ts';
import { partsOf } from '../http/parts.ts';
import type { ProblemName } from '../http/problems.ts';
import { readBody } from '../http/read-body.ts';
import { beginUpload, type FileFault, LEAST_PART, storePart } from '../http/receive-file.ts';
import { type AppContext, json, problem } from '../http/reply.ts';
import { countUpload, uploadSource } from '../http/upload-source.ts';

const Begin = z.strictObject({ name: z.string().min(1).max(1000), size: z.int().min(0) });

const PROBLEMS: Readonly<Record<FileFault, ProblemName>> = {
  heic: 'file-type',
  zip: 'file-type',
  macros: 'file-type',
  unknown: 'file-type',
  'too-many-parts': 'file-damaged',
  damaged: 'file-damaged',
  empty: 'file-damaged',
  'too-large': 'file-too-large',
  full: 'uploads-full',
  'source-full': 'uploads-source-full',
  'too-often': 'uploads-too-often',
};
/** Seconds until room may be free again: as forms are sent and uploads expire. */
const RETRY: Readonly<Partial<Record<ProblemName, number>>> = {
  'uploads-full': 600,
  'uploads-source-full': 3600,
};

/** `retryAfter`: seconds, where they are known. */
function refuse(c: AppContext, fault: FileFault, retryAfter?: number): Promise<Response> {
  const name = PROBLEMS[fault];
  const seconds = retryAfter ?? RETRY[name];
  const headers = seconds ? { 'Retry-After': String(seconds) } : {};
  return problem(c, name, { detail: messagesIn(languageOf(c)).fileFaults[fault], headers });
}

const progressHeaders = ({ received, declared, strip }: FileMeta): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'Upload-Offset': String(received),
  ...(declared === null ? {} : { 'Upload-Length': String(declared) }),
  'Upload-Complete': strip === null ? '?1' : '?0',
});

const offsetProblem = (c: AppContext, meta: FileMeta): Promise<Response> =>
  problem(c, 'upload-offset', { headers: progressHeaders(meta) });

interface Found {
  readonly access: FileAccess;
  readonly meta: FileMeta;
  readonly claimed: boolean;
}

/** The upload of this token; null when there is none, or it has expired. */
async function find({ attachments, primitives, now }: Deps, access: FileAccess): Promise<Found | null> {
  const upload = await attachments.upload(access.id, now().toISOString());
  const meta = upload && (await openMeta<FileMeta>(primitives, access, upload.meta));
  return meta && { access, meta, claimed: upload.claimedBy !== null };
}

/** The file of the request, or the refusal. */
async function opened(c: AppContext): Promise<Found | Response> {
  const token = c.req.header('upload-token');
  if (!isUploadToken(token)) return problem(c, 'upload-token');
  return (await find(c.var.deps, await accessBy(c.var.deps, token))) ?? problem(c, 'no-upload');
}

async function begin(c: AppContext): Promise<Response> {
  const { deps } = c.var;
  const token = c.req.header('upload-token');
  if (!isUploadToken(token)) return problem(c, 'upload-token');
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.reason);
  const asked = Begin.safeParse(body.payload);
  if (!asked.success) return problem(c, 'unreadable');
  const { name, size } = asked.data;
  if (size === 0) return refuse(c, 'empty');
  if (size > FILE_LIMITS.each) return refuse(c, 'too-large');
  const access = await accessBy(deps, token);
  // To ask how far an upload is, as every break of the line makes necessary, does not count as beginning one.
  const isNew = (await find(deps, access)) === null;
  const refused = isNew ? await countUpload(c) : null;
  if (refused) return refuse(c, 'too-often', refused.retryAfter);
  const begun = await beginUpload(deps, access, { name, declared: size, source: await uploadSource(c) });
  if (!('upload' in begun)) return refuse(c, begun.outcome);
  const meta = await openMeta<FileMeta>(deps.primitives, access, begun.upload.meta);
  // The same token for another file would mix the two.
  if (!meta || meta.declared !== size) return problem(c, 'conflict');
  const answer = { offset: meta.received, size, partBytes: CHUNK_BYTES };
  for (const [header, value] of Object.entries(progressHeaders(meta))) c.header(header, value);
  return json(c, answer, 201);
}

/**
 * Stores what arrives, in chunks, each committed before the next is read. Data that arrived before a break is
 * kept.
 */
async function proceed(c: AppContext, { access, meta: before }: Found): Promise<Response> {
  let meta = before;
  const size = before.declared ?? 0;
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null;
  for await (const { bytes, end, cut } of partsOf(body, CHUNK_BYTES)) {
    const after = meta.received + bytes.length;
    if (after > size) return refuse(c, 'too-large');
    const last = after === size;
    if (!last && bytes.length < LEAST_PART) {
      // A remainder too short to store is sent again; a request with nothing else had no effect.
      if (end && !cut && meta === before)
        return problem(c, 'part-too-small', { headers: progressHeaders(meta) });
      break;
    }
    const outcome = await storePart(c.var.deps, access, meta, { bytes, last });
    if (!outcome.ok) {
      if (outcome.reason !== 'overtaken') return refuse(c, outcome.reason);
      const now = await find(c.var.deps, access);
      return now ? offsetProblem(c, now.meta) : problem(c, 'no-upload');
    }
    meta = outcome.meta;
    if (last) break;
  }
  return c.body(null, 204, progressHeaders(meta));
}

export const uploadRoutes = new Hono<AppEnv>()
  .post('/', begin)
  .patch('/', async c => {
    const found = await opened(c);
    if (found instanceof Response) return found;
    const { meta } = found;
    if (meta.strip === null || c.req.header('upload-offset') !== String(meta.received))
      return offsetProblem(c, meta);
    return proceed(c, found);
  })
  .get('/', async c => {
    const found = await opened(c);
    if (found instanceof Response) return found;
    const { received, declared, strip } = found.meta;
    const body = { offset: received, size: declared, complete: strip === null };
    return c.json(body, 200, progressHeaders(found.meta));
  })
  .delete('/', async c => {
    const found = await opened(c);
    if (found instanceof Response) return found;
    if (found.claimed) return problem(c, 'conflict');
    await c.var.deps.attachments.discard(found.access.id);
    return c.body(null, 204, { 'Cache-Control': 'no-store' });
  });

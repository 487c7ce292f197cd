// The only way file content is received: from an upload sent part by part, or from a form posted as a whole.
import { FILE_LIMITS } from '../../src/forms/files.ts';
import type { Deps } from '../deps.ts';
import {
  CHUNK_BYTES,
  emptyFile,
  type FileMeta,
  type Refused,
  receivePart,
} from '../domain/files/receiving.ts';
import { accessBy, type FileAccess, newUploadToken, sealMeta } from '../domain/files/sealed.ts';
import type { NoRoom } from '../store/upload-room.ts';
import { partsOf } from './parts.ts';

const MB = 1024 * 1024;

/**
 * Bytes that may wait for their submissions, so that nobody fills the disk: 1 GB in all, 25 full submissions; from one
 * source 200 MB, five of them, because a library or a school sends from one address, and at most a quarter of what the
 * other sources leave. What counts is what has come in, so announcing files takes no room from others.
 */
export const UPLOAD_CAPS = { total: 1024 * MB, perSource: 200 * MB, share: 4 } as const;

/** Minimum size counted per upload, so that a flood of tiny files also reaches the caps. */
const LEAST_RESERVED = 64 * 1024;

/** Minimum size of a part that is not the last; limits the number of chunks per file. */
export const LEAST_PART = 64 * 1024;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
const uploadExpiry = (now: Date): string => after(now, FILE_LIMITS.hours * HOUR_MS);
/** Minutes after which an upload is gone that has brought no bytes. A line this slow never gets 64 KB through. */
export const EMPTY_MINUTES = 10;
const emptyExpiry = (now: Date): string => after(now, EMPTY_MINUTES * MINUTE_MS);

export type FileFault = Refused | NoRoom | 'too-large' | 'too-often';

/**
 * Starts an upload; the same token again returns what was received so far. `declared`: bytes to come, null
 * when unknown.
 */
export async function beginUpload(
  { attachments, primitives, now }: Deps,
  access: FileAccess,
  file: { readonly name: string; readonly declared: number | null; readonly source: Uint8Array | null },
) {
  const upload = {
    id: access.id,
    meta: await sealMeta(primitives, access, emptyFile(file.name, file.declared)),
    reserved: LEAST_RESERVED,
    expected: Math.max(file.declared ?? 0, LEAST_RESERVED),
    source: file.source,
    expiresAt: emptyExpiry(now()),
  };
  return attachments.begin(upload, UPLOAD_CAPS, now().toISOString());
}

export type PartOutcome =
  | { readonly ok: true; readonly meta: FileMeta }
  /** `overtaken`: another request advanced the same upload in the meantime. */
  | { readonly ok: false; readonly reason: Refused | NoRoom | 'overtaken' };

/**
 * Seals and stores the next part. What is refused for what it is, is removed at once with all that came before it. What
 * finds no room is kept as far as it came, and can go on later.
 */
export async function storePart(
  { attachments, primitives, letOthersRun, now }: Deps,
  access: FileAccess,
  before: FileMeta,
  part: { readonly bytes: Uint8Array; readonly last: boolean },
): Promise<PartOutcome> {
  const taken = await receivePart({ primitives, letOthersRun }, access, before, part);
  if (!taken.ok) {
    await attachments.discard(access.id);
    return taken;
  }
  const { meta, data } = taken;
  const next = {
    id: access.id,
    after: before.received,
    received: meta.received,
    n: before.chunks,
    data,
    meta: await sealMeta(primitives, access, meta),
    complete: part.last,
    now: now().toISOString(),
    expiresAt: uploadExpiry(now()),
  };
  const outcome = await attachments.append(next, UPLOAD_CAPS);
  return outcome === 'stored' ? { ok: true, meta } : { ok: false, reason: outcome };
}

/** A whole file from one stream: stored under its own token, or refused and deleted. */
export async function receiveFile(
  deps: Deps,
  file: { readonly name: string; readonly source: Uint8Array | null },
  stream: AsyncIterable<Uint8Array>,
): Promise<
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly reason: FileFault }
> {
  const token = newUploadToken(deps);
  const access = await accessBy(deps, token);
  const begun = await beginUpload(deps, access, { ...file, declared: null });
  if (begun.outcome !== 'begun')
    return { ok: false, reason: begun.outcome === 'source-full' ? 'source-full' : 'full' };
  let meta = emptyFile(file.name, null);
  for await (const { bytes, end, cut } of partsOf(stream, CHUNK_BYTES)) {
    const reason = cut ? 'damaged' : meta.received + bytes.length > FILE_LIMITS.each ? 'too-large' : null;
    if (reason) {
      await deps.attachments.discard(access.id);
      return { ok: false, reason };
    }
    const outcome = await storePart(deps, access, meta, { bytes, last: end });
    if (!outcome.ok) {
      await deps.attachments.discard(access.id);
      return { ok: false, reason: outcome.reason === 'overtaken' ? 'damaged' : outcome.reason };
    }
    meta = outcome.meta;
  }
  return { ok: true, token };
}

// Reads a stored file: every chunk complete and in its place, or an error.
import type { Awaitable, Primitives } from '../crypto/primitives.ts';
import { type AttachedFile, attachedFile, type FileMeta } from './receiving.ts';
import { type FileAccess, keyPlace, openChunk, openMeta } from './sealed.ts';

/** A file as stored in the database after its submission. */
export interface StoredFile {
  readonly id: string;
  /** The file's key, sealed under the submission's content key. */
  readonly key: Uint8Array;
  readonly meta: Uint8Array;
  /** Number of stored chunks. */
  readonly chunks: number;
  /** The message it belongs to; null: it came with the submission itself. */
  readonly message: string | null;
  /** Waits with the draft of an answer: only staff may know of it. */
  readonly draft: boolean;
}

/** Where a file belongs in its case. */
export type Placed = Pick<StoredFile, 'message' | 'draft'>;

export interface FileTable {
  find(id: string): Promise<StoredFile | null>;
  /** The files of a submission in the order of sending; those of drafts only on request. */
  of(reference: string, drafts?: boolean): Promise<readonly StoredFile[]>;
  /** Sealed bytes of chunk `n`; null when there is none. */
  chunk(id: string, n: number): Promise<Uint8Array | null>;
}

export interface ReadTools {
  readonly primitives: Primitives;
  readonly attachments: FileTable;
}

/** `sealed`: this content key does not open it. `damaged`: a part is missing, changed, moved or cut off. */
export type Unreadable = 'unknown' | 'sealed' | 'damaged';

export type OpenedFile =
  | { readonly ok: true; readonly file: AttachedFile; readonly body: ReadableStream<Uint8Array> }
  | { readonly ok: false; readonly reason: Unreadable };

/** The stream fails with this when damage is found after it has started. */
class DamagedFile extends Error {
  override name = 'DamagedFile';
}

interface Opened {
  readonly access: FileAccess;
  readonly meta: FileMeta;
  readonly file: AttachedFile;
}

async function unseal(
  primitives: Primitives,
  contentKey: Uint8Array,
  { id, key, meta, chunks }: StoredFile,
): Promise<Opened | Unreadable> {
  const fileKey = await primitives.open(contentKey, key, keyPlace(id));
  if (!fileKey) return 'sealed';
  const access = { id, key: fileKey };
  const known = await openMeta<FileMeta>(primitives, access, meta);
  const file = known && attachedFile(id, known);
  return file && known.chunks === chunks ? { access, meta: known, file } : 'damaged';
}

/** One chunk at a time, read on demand: memory use does not depend on the length of the file. */
function bodyOf(
  first: Uint8Array,
  read: (n: number) => Awaitable<Uint8Array | null>,
  { chunks, size }: FileMeta,
): ReadableStream<Uint8Array> {
  let n = 0;
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (n < chunks) {
          const bytes = n === 0 ? first : await read(n);
          n += 1;
          sent += bytes?.length ?? 0;
          if (!bytes || (n === chunks && sent !== size)) return controller.error(new DamagedFile());
          // An empty chunk (all of it was metadata) produces no data: continue with the next.
          if (bytes.length === 0) continue;
          controller.enqueue(bytes);
          break;
        }
        if (n === chunks) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Opens a file with the content key of its submission. Damage at the start is returned as a value; later
 * damage makes the stream fail with `DamagedFile`, so that a partial file is never taken for a whole one.
 */
export async function openAttachment(
  { primitives, attachments }: ReadTools,
  contentKey: Uint8Array,
  fileId: string,
): Promise<OpenedFile> {
  const stored = await attachments.find(fileId);
  if (!stored) return { ok: false, reason: 'unknown' };
  const opened = await unseal(primitives, contentKey, stored);
  if (typeof opened === 'string') return { ok: false, reason: opened };
  const { access, meta, file } = opened;
  const read = async (n: number): Promise<Uint8Array | null> => {
    const data = await attachments.chunk(fileId, n);
    return data && openChunk(primitives, access, { n, last: n === meta.chunks - 1, data });
  };
  const first = await read(0);
  return first ? { ok: true, file, body: bodyOf(first, read, meta) } : { ok: false, reason: 'damaged' };
}

/**
 * The files of a submission, opened with its content key; with `drafts`, for staff, also unsent ones. One
 * that does not open is listed by its id only.
 */
export async function listAttachments(
  { primitives, attachments }: ReadTools,
  contentKey: Uint8Array,
  reference: string,
  drafts = false,
): Promise<readonly ((AttachedFile | { readonly id: string; readonly unreadable: Unreadable }) & Placed)[]> {
  const files = [];
  for (const stored of await attachments.of(reference, drafts)) {
    const opened = await unseal(primitives, contentKey, stored);
    const { id, message, draft } = stored;
    files.push({
      ...(typeof opened === 'string' ? { id, unreadable: opened } : opened.file),
      message,
      draft,
    });
  }
  return files;
}

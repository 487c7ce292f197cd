// A stored file read back: every chunk in its place and whole, or a word that it is not.
import type { Awaitable, Primitives } from '../crypto/primitives.ts';
import { type AttachedFile, attachedFile, type FileMeta } from './receiving.ts';
import { type FileAccess, keyPlace, openChunk, openMeta } from './sealed.ts';

/** A file as it lies in the database once its submission is there. */
export interface StoredFile {
  readonly id: string;
  /** The file's key, sealed under the submission's content key. */
  readonly key: Uint8Array;
  readonly meta: Uint8Array;
  /** Chunks that are there. */
  readonly chunks: number;
  /** The message it went or came with; null: it came with the submission itself. */
  readonly message: string | null;
  /** Waits with the draft of an answer: nobody but staff may know of it. */
  readonly draft: boolean;
}

/** Where a file stands in its case. */
export type Placed = Pick<StoredFile, 'message' | 'draft'>;

export interface FileTable {
  find(id: string): Promise<StoredFile | null>;
  /** The files of a submission, in the order in which they were sent; those of drafts only where they are asked for. */
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

/** What the stream breaks off with when damage shows only after it began. */
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

/** One chunk at a time, the next only when it is asked for: memory stays the same however long the file. */
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
          // An empty chunk (all of it was metadata) answers nothing: go on to the next.
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
 * Opens a file for whoever has the content key of its submission. Damage that shows at the beginning is a value; the
 * stream errors with `DamagedFile` on what shows later, so that half a file is never taken for the whole.
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
 * The files of a submission for whoever has its content key; with `drafts`, for staff, those too that are not sent yet.
 * One that does not open is named by its id alone.
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

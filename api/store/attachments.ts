// Files in SQL: rows that wait for their submission, rows that belong to one, and the sealed chunks of both.
import type { FileTable, StoredFile } from '../domain/files/reading.ts';
import type { Database, Row, Statement } from './database.ts';
import { type Caps, fits, type NoRoom, OWN, whyNoRoom } from './upload-room.ts';

export interface NewUpload {
  readonly id: string;
  /** Sealed; see `FileMeta`. */
  readonly meta: Uint8Array;
  /** Bytes it counts for at least until it belongs to a submission, whatever has come in. */
  readonly reserved: number;
  /** Bytes there must be room for now. They are not kept free: what counts is what comes in. */
  readonly expected: number;
  /** Keyed hash of its source; null when unknown. */
  readonly source: Uint8Array | null;
  readonly expiresAt: string;
}

interface Upload {
  readonly id: string;
  readonly meta: Uint8Array;
  readonly received: number;
  readonly complete: boolean;
  /** The idempotency hash of the submission it already belongs to. */
  readonly claimedBy: Uint8Array | null;
}

interface Part {
  readonly id: string;
  /** Bytes that the upload must have now; otherwise another request was first. */
  readonly after: number;
  readonly received: number;
  readonly n: number;
  readonly data: Uint8Array;
  readonly meta: Uint8Array;
  readonly complete: boolean;
  /** The present instant; what has expired by then takes no room. */
  readonly now: string;
  readonly expiresAt: string;
}

type BeginOutcome =
  | { readonly outcome: 'begun' | 'known'; readonly upload: Upload }
  | { readonly outcome: NoRoom };

/** `overtaken`: the upload does not have the bytes it should have, or is no more. */
type AppendOutcome = 'stored' | 'overtaken' | NoRoom;

export interface AttachmentStore extends FileTable {
  /** Opens an upload once per id, and removes a few expired ones (before `now`). */
  begin(upload: NewUpload, caps: Caps, now: string): Promise<BeginOutcome>;
  /** An upload that has not expired by `now`, or a file that belongs to a submission. */
  upload(id: string, now: string): Promise<Upload | null>;
  /** Puts a chunk behind those that are there where there is room for it; otherwise does nothing. */
  append(part: Part, caps: Caps): Promise<AppendOutcome>;
  /** Removes an upload that belongs to no submission. */
  discard(id: string): Promise<boolean>;
  /** Keeps whole uploads from expiring before `until` and reads all of these; those that have expired by `now` are missing. */
  hold(ids: readonly string[], now: string, until: string): Promise<readonly Upload[]>;
  /**
   * For the batch that stores the submission: the file then belongs to it. Fails when the file is missing.
   */
  claim(file: Pick<StoredFile, 'id' | 'key'> & { readonly reference: string }): Statement;
  /** For the same batch, or for one of a later step: the message or draft of a file. */
  place(file: FilePlace): Statement;
  /** Removes up to `most` uploads that expired before `now`; returns their number. */
  prune(now: string, most: number): Promise<number>;
}

interface FilePlace {
  readonly id: string;
  readonly reference: string;
  /** Its id; null while the file waits with a draft. */
  readonly message: string | null;
  readonly draft: string | null;
}

const CLEARED_BY_BEGIN = 4;

const BEGIN = `INSERT INTO attachments (id, meta, reserved, source, expires_at) SELECT ?1, ?2, ?3, ?4, ?5
  WHERE ${fits({
    ...{ id: '?1', now: '?10', source: '?4', more: '?6' },
    ...{ total: '?7', perSource: '?8', share: '?9' },
  })}
  ON CONFLICT DO NOTHING RETURNING id`;
const COLUMNS = `a.id, a.meta, a.received, a.complete, s.idempotency_hash FROM attachments AS a
  LEFT JOIN submissions AS s ON s.id = a.submission_id`;
const LIVE = '(a.submission_id IS NOT NULL OR a.expires_at > ?)';
/** The upload has the bytes it should have, and no other request has moved it on. */
const STILL = 'id = ?1 AND received = ?2 AND complete = 0 AND submission_id IS NULL';
const ROOM_FOR_PART = fits({
  ...{ id: '?1', now: '?7', source: 'a.source', more: 'max(a.reserved, ?3)' },
  ...{ total: '?4', perSource: '?5', share: '?6' },
});
const CHUNK = `INSERT INTO attachment_chunks (file_id, n, data)
  SELECT a.id, ?8, ?9 FROM attachments AS a WHERE ${STILL} AND ${ROOM_FOR_PART}`;
const ADVANCE = `UPDATE attachments AS a SET received = ?3, meta = ?8, complete = ?9, expires_at = ?10
  WHERE ${STILL} AND ${ROOM_FOR_PART} RETURNING id`;
const PRUNE = `DELETE FROM attachments WHERE id IN (SELECT id FROM attachments
  WHERE submission_id IS NULL AND expires_at <= ? LIMIT ?) RETURNING id`;
const CLEAR = `DELETE FROM attachments WHERE submission_id IS NULL AND expires_at <= ?1
  AND (id = ?2 OR id IN (SELECT id FROM attachments WHERE submission_id IS NULL AND expires_at <= ?1 LIMIT ?3))`;
const CLAIM = `UPDATE attachments SET submission_id = (SELECT id FROM submissions WHERE reference = ?), key = ?,
  source = NULL, expires_at = NULL WHERE id = ? AND submission_id IS NULL AND complete = 1`;
/** A file of a message stays with it. */
const PLACE = `UPDATE attachments SET message = ?, draft = ?
  WHERE id = ? AND message IS NULL AND submission_id = (SELECT id FROM submissions WHERE reference = ?)`;
const STORED = `SELECT id, key, meta, message, draft, (SELECT count(*) FROM attachment_chunks WHERE file_id = id) AS chunks
  FROM attachments WHERE submission_id`;

const toUpload = (row: Row): Upload => ({
  id: String(row['id']),
  meta: row['meta'] as Uint8Array,
  received: Number(row['received']),
  complete: row['complete'] === 1,
  claimedBy: row['idempotency_hash'] as Uint8Array | null,
});

const toStored = (row: Row): StoredFile => ({
  id: String(row['id']),
  key: row['key'] as Uint8Array,
  meta: row['meta'] as Uint8Array,
  chunks: Number(row['chunks']),
  message: row['message'] as string | null,
  draft: row['draft'] !== null,
});

/** Opens an upload; the same statement checks the caps. */
async function begin(database: Database, upload: NewUpload, caps: Caps, now: string): Promise<BeginOutcome> {
  const { id, meta, reserved, expected, source, expiresAt } = upload;
  const [, inserted, found, own] = await database.batch([
    { sql: CLEAR, args: [now, id, CLEARED_BY_BEGIN] },
    {
      sql: BEGIN,
      args: [id, meta, reserved, source, expiresAt, expected, caps.total, caps.perSource, caps.share, now],
    },
    { sql: `SELECT ${COLUMNS} WHERE a.id = ?`, args: [id] },
    { sql: OWN, args: [id, now, source] },
  ]);
  const row = found?.rows[0];
  if (row) return { outcome: inserted?.rows.length ? 'begun' : 'known', upload: toUpload(row) };
  return { outcome: whyNoRoom(own?.rows[0], expected, caps) };
}

async function append(database: Database, part: Part, caps: Caps): Promise<AppendOutcome> {
  const { id, after, received, n, data, meta, complete, now, expiresAt } = part;
  const args = [id, after, received, caps.total, caps.perSource, caps.share, now];
  const [, advanced, still] = await database.batch([
    { sql: CHUNK, args: [...args, n, data] },
    { sql: ADVANCE, args: [...args, meta, Number(complete), expiresAt] },
    { sql: `SELECT source FROM attachments WHERE ${STILL}`, args: [id, after] },
  ]);
  if (advanced?.rows.length === 1) return 'stored';
  const [row] = still?.rows ?? [];
  if (!row) return 'overtaken';
  const source = row['source'] as Uint8Array | null;
  const { rows } = await database.execute({ sql: OWN, args: [id, now, source] });
  return whyNoRoom(rows[0], received, caps);
}

/** The store of attached files over any engine behind the port. */
export function attachmentStore(database: Database): AttachmentStore {
  const rows = async (sql: string, ...args: NonNullable<Statement['args']>) =>
    (await database.execute({ sql, args })).rows;
  return {
    begin: (upload, caps, now) => begin(database, upload, caps, now),
    append: (part, caps) => append(database, part, caps),
    async upload(id, now) {
      const [row] = await rows(`SELECT ${COLUMNS} WHERE a.id = ? AND ${LIVE}`, id, now);
      return row ? toUpload(row) : null;
    },
    discard: async id =>
      (await rows('DELETE FROM attachments WHERE id = ? AND submission_id IS NULL RETURNING id', id))
        .length === 1,
    async hold(ids, now, until) {
      if (ids.length === 0) return [];
      const these = `(${ids.map(() => '?').join(', ')})`;
      const [, found] = await database.batch([
        {
          sql: `UPDATE attachments SET expires_at = ? WHERE submission_id IS NULL AND complete = 1
            AND id IN ${these} AND expires_at > ? AND expires_at < ?`,
          args: [until, ...ids, now, until],
        },
        { sql: `SELECT ${COLUMNS} WHERE a.id IN ${these} AND ${LIVE}`, args: [...ids, now] },
      ]);
      return (found?.rows ?? []).map(toUpload);
    },
    claim: ({ id, key, reference }) => ({ sql: CLAIM, args: [reference, key, id] }),
    place: ({ id, reference, message, draft }) => ({ sql: PLACE, args: [message, draft, id, reference] }),
    prune: async (now, most) => (await rows(PRUNE, now, most)).length,
    async find(id) {
      const [row] = await rows(`${STORED} IS NOT NULL AND id = ?`, id);
      return row ? toStored(row) : null;
    },
    of: async (reference, drafts = false) =>
      (
        await rows(
          `${STORED} = (SELECT id FROM submissions WHERE reference = ?) AND (draft IS NULL OR ?) ORDER BY rowid`,
          reference,
          Number(drafts),
        )
      ).map(toStored),
    async chunk(id, n) {
      const [row] = await rows('SELECT data FROM attachment_chunks WHERE file_id = ? AND n = ?', id, n);
      return row ? (row['data'] as Uint8Array) : null;
    },
  };
}

// Reads SQLite's files as an attacker with a copy does: pages, and the states that the write-ahead log still
// contains.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
/** Offset in the file's header: format for reading and writing; 1 is a file without a log. */
const VERSIONS = 18;

const pageSizeOf = (file: Buffer): number => {
  const size = file.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
};

/**
 * The database after each commit in the log, oldest first, preceded by the file without its log. A frame from
 * an earlier round of the log has other salts: such pages count as one more state each.
 */
export function statesIn(file: Buffer, wal: Buffer): Buffer[] {
  const states = [file];
  if (wal.length <= WAL_HEADER) return states;
  const pageSize = pageSizeOf(file);
  let image: Buffer = Buffer.from(file);
  for (let at = WAL_HEADER; at + FRAME_HEADER + pageSize <= wal.length; at += FRAME_HEADER + pageSize) {
    const page = wal.readUInt32BE(at);
    const isCommit = wal.readUInt32BE(at + 4) > 0;
    const end = page * pageSize;
    if (page === 0 || page > 1_000_000) continue;
    if (image.length < end) image = Buffer.concat([image, Buffer.alloc(end - image.length)]);
    else if (!isCommit || states.at(-1) === image) image = Buffer.from(image);
    wal.copy(image, end - pageSize, at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
    if (isCommit) {
      states.push(image);
      image = Buffer.from(image);
    }
  }
  return states;
}

/** What a query finds in a state; nothing where it can't be read. */
export function queryState(state: Buffer, sql: string): Record<string, unknown>[] {
  const folder = mkdtempSync(join(tmpdir(), 'kac-state-'));
  try {
    const copy = Buffer.from(state);
    copy[VERSIONS] = 1;
    copy[VERSIONS + 1] = 1;
    const path = join(folder, 'state.db');
    writeFileSync(path, copy);
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database.prepare(sql).all() as Record<string, unknown>[];
    } finally {
      database.close();
    }
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The place of these bytes, as a number that grows with when they were written: pages in order, within a page
 * from its end to its beginning, because cells are written that way. Null where they are in no page.
 */
export function placeOf(file: Buffer, bytes: Uint8Array): number | null {
  const at = file.indexOf(bytes);
  if (at === -1) return null;
  const size = pageSizeOf(file);
  return Math.floor(at / size) * size + (size - 1 - (at % size));
}

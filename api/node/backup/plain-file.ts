// A database file that nobody else has open, written with Node's own SQLite: a copy being made for a backup
// or a restore.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../store/database.ts';
import { overSqlite } from '../sqlite.ts';

/**
 * No journal and no flushing: an interrupted copy is discarded, and removed data must not remain in a
 * journal. `flushFile` makes it durable at the end.
 */
const SETTINGS = `
  PRAGMA journal_mode = DELETE;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
`;

/** Opens a file that only this process uses. With `readOnly` no files are written beside it either. */
export function openPlain(file: string, { readOnly = false } = {}): Database {
  const sqlite = new DatabaseSync(file, { readOnly });
  if (!readOnly) sqlite.exec(SETTINGS);
  return overSqlite(sqlite);
}

/** Resolves when everything written to the file is on disk. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

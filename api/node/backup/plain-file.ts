// A database file that nobody else has open, written through Node's own SQLite: a copy on its way to a backup or back.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../store/database.ts';
import { overSqlite } from '../sqlite.ts';

/**
 * No journal and no flush on the disk: whoever is interrupted throws the copy away, and what was taken out of it must not
 * lie on in a journal. `flushFile` makes it durable at the end.
 */
const SETTINGS = `
  PRAGMA journal_mode = DELETE;
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
`;

/** Opens a file of one's own. With `readOnly` nothing is written beside it either. */
export function openPlain(file: string, { readOnly = false } = {}): Database {
  const sqlite = new DatabaseSync(file, { readOnly });
  if (!readOnly) sqlite.exec(SETTINGS);
  return overSqlite(sqlite);
}

/** Resolves when all that was written to the file is on the disk. */
export function flushFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

// A database file that nobody else has open, written through Node's own SQLite: a copy on its way to a backup or back.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Database, Result, Row, Statement } from '../../store/database.ts';

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
  const run = ({ sql, args = [] }: Statement): Result => {
    const prepared = sqlite.prepare(sql);
    if (prepared.columns().length === 0)
      return { rows: [], rowsAffected: Number(prepared.run(...args).changes) };
    const rows = prepared.all(...args) as Row[];
    return { rows, rowsAffected: /\bRETURNING\b/i.test(sql) ? rows.length : 0 };
  };
  return {
    execute: async statement => run(statement),
    batch: async statements => {
      sqlite.exec('BEGIN');
      try {
        const results = statements.map(run);
        sqlite.exec('COMMIT');
        return results;
      } catch (fault) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
        throw fault;
      }
    },
    close: async () => sqlite.close(),
  };
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

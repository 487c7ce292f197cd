// Node's own SQLite behind the port, in the calling thread: for files that no other thread of this process
// has open.
import type { DatabaseSync } from 'node:sqlite';
import type { Database, Result, Row, Statement } from '../store/database.ts';

/** The port over an open file; the way it was opened decides what it can do. */
export function overSqlite(sqlite: DatabaseSync): Database {
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

// Overwritten or erased data must not remain in the write-ahead log.
import type { Database } from './database.ts';

/**
 * Empties the write-ahead log, which otherwise contains the old pages. The engine itself waits five seconds
 * for a blocking reader; waiting longer would block everybody else.
 * @returns false while somebody else reads the database, or when a database server manages its own log.
 */
export async function clearLog(database: Database): Promise<boolean> {
  try {
    const { rows } = await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    return rows[0]?.['busy'] === 0;
  } catch {
    // A server that manages its own log.
    return false;
  }
}

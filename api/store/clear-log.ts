// What was overwritten or erased must not live on in the write-ahead log.
import type { Database } from './database.ts';

/**
 * Empties the write-ahead log, which otherwise holds the pages as they were. The engine itself waits five seconds for a
 * reader in the way; whoever asks for more keeps everybody else waiting.
 *
 * @returns false while somebody else reads the database, or where a server keeps its log to itself.
 */
export async function clearLog(database: Database): Promise<boolean> {
  try {
    const { rows } = await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' });
    return rows[0]?.['busy'] === 0;
  } catch {
    // A server that keeps its log to itself.
    return false;
  }
}

// What was overwritten in the database lies in the write-ahead log as it was, until that is emptied.
import type { Database } from './database.ts';

/**
 * Empties the write-ahead log, which otherwise holds the pages as they were. The engine itself waits five seconds for a
 * reader in the way; whoever asks for more keeps everybody else waiting.
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

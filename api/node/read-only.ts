// The database behind the port for commands that only look, also while the server is running. It can't write.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import type { Database, Result, Row, Statement } from '../store/database.ts';
import { restoreIsPending } from './backup/swap.ts';
import { databaseFile, openRemote } from './open-data.ts';
import { Refusal } from './refusal.ts';

function overFile(file: string): Database {
  const sqlite = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const run = ({ sql, args = [] }: Statement): Result => ({
    rows: sqlite.prepare(sql).all(...args) as Row[],
    rowsAffected: 0,
  });
  return {
    execute: async statement => run(statement),
    // One transaction, so that the parts belong together although the server goes on writing.
    batch: async statements => {
      sqlite.exec('BEGIN');
      try {
        return statements.map(run);
      } finally {
        sqlite.exec('COMMIT');
      }
    },
    close: async () => sqlite.close(),
  };
}

/**
 * Opens the configured database for reading.
 *
 * @throws {Refusal} when there is no database yet, or a restore was cut off.
 */
export async function openReadOnly(config: Config): Promise<Database> {
  const file = databaseFile(config);
  if (file === null) return openRemote(config);
  if (restoreIsPending(file))
    throw new Refusal(
      'Datubāzes atjaunošana no kopijas tika pārtraukta. To pabeidz serveris, kad to palaiž, vai “npm run migrate”.',
    );
  if (!existsSync(file))
    throw new Refusal(
      `Datubāzes “${file}” vēl nav. To izveido serveris, kad to palaiž pirmo reizi: npm start.`,
    );
  return overFile(file);
}

// The database behind the port for read-only commands, also while the server is running. It cannot write.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { restoreIsPending } from './backup/swap.ts';
import { databaseFile, openRemote } from './open-data.ts';
import { Refusal } from './refusal.ts';
import { overSqlite } from './sqlite.ts';

/**
 * Opens the configured database for reading.
 * @throws {Refusal} when there is no database yet, or a restore was interrupted.
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
  return overSqlite(new DatabaseSync(file, { readOnly: true, timeout: 5000 }));
}

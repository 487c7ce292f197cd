// From settings to an open, migrated database and its keys, for the server and the commands.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { libsqlDatabase } from '../store/libsql.ts';
import { migrate, NewerDatabase } from '../store/migrate.ts';
import { remoteFetch } from '../store/remote-fetch.ts';
import { backupFolder } from './backup/folder.ts';
import { finishRestore, restoreIsPending } from './backup/swap.ts';
import { openEmbedded } from './embedded.ts';
import { ownDatabaseFile, tightenFolder } from './file-modes.ts';
import { Refusal } from './refusal.ts';
import { loadSecrets, type NewKeys, officeFileOf, type Secrets } from './secrets.ts';

export interface Data {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Ids of the migrations applied just now. */
  readonly applied: readonly string[];
}

/** The database file of the settings; null when the database is on a server. */
export function databaseFile({ databaseUrl, dataFolder }: Config): string | null {
  if (databaseUrl === null) return join(dataFolder, 'kac.db');
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : null;
}

/**
 * Opens the database, migrates it and loads its keys. The caller holds the lock of the data folder.
 * @throws {Refusal} when the database cannot be opened, is newer than the program, or has lost its keys.
 */
export async function openData(config: Config, fresh: Omit<NewKeys, 'databaseExists'>): Promise<Data> {
  const file = databaseFile(config);
  const keys = (databaseExists: boolean) =>
    loadSecrets(config.dataFolder, { ...fresh, databaseExists }, officeFileOf(config));
  // Keys before the file: otherwise a crash in between would look like lost keys.
  const early = file === null ? null : keys(existsSync(file) || restoreIsPending(file));
  const { database, applied } = await openMigrated(config);
  try {
    // A server's database may be created in advance by `npm run migrate`: it needs its old keys only once it
    // contains data.
    return { database, applied, secrets: early ?? keys(await isInUse(database)) };
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

/**
 * Opens the database and applies the missing migrations.
 * @throws {Refusal} when it cannot be opened or reached, or is newer than the program.
 */
export async function openMigrated(config: Config): Promise<Omit<Data, 'secrets'>> {
  let database: Database | null = null;
  try {
    database = await open(config);
    return { database, applied: await migrate(database) };
  } catch (fault) {
    await database?.close();
    if (fault instanceof NewerDatabase) throw new Refusal(fault.message);
    const where = databaseFile(config) ?? config.databaseUrl;
    const detail = fault instanceof Error ? fault.message : String(fault);
    throw new Refusal(`Datubāzi “${where}” neizdevās atvērt: ${detail}`, { cause: fault });
  }
}

async function open(config: Config): Promise<Database> {
  const file = databaseFile(config);
  if (file === null) return openRemote(config);
  finishRestore(file);
  for (const folder of [config.dataFolder, backupFolder(config)]) tightenFolder(folder);
  ownDatabaseFile(file);
  return openEmbedded(file);
}

/** The database on the server of the settings. */
export async function openRemote({ databaseUrl, databaseToken }: Config): Promise<Database> {
  // Loaded here, because a server on a file starts in half the time without it.
  const { createClient } = await import('@libsql/client/web');
  const token = databaseToken === null ? {} : { authToken: databaseToken };
  // One write at a time: many at once block sqld 0.24 (docs/edge.md).
  return libsqlDatabase(
    createClient({ url: databaseUrl ?? '', fetch: remoteFetch(), concurrency: 1, ...token }),
  );
}

async function isInUse(database: Database): Promise<boolean> {
  const sql =
    'SELECT EXISTS (SELECT 1 FROM submissions) OR EXISTS (SELECT 1 FROM survey_receipts) OR EXISTS (SELECT 1 FROM survey_responses) AS used';
  const { rows } = await database.execute({ sql });
  return rows[0]?.['used'] === 1;
}

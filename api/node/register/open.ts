// Opens the register for changes from a command: under the lock when the database is a file, with keys and
// journal.
import type { Config } from '../../config.ts';
import { GENESIS, link } from '../../domain/chain.ts';
import { createKeyring } from '../../domain/keyring.ts';
import type { Database } from '../../store/database.ts';
import { createJournal, type Journal } from '../../store/journal.ts';
import { noteErasures } from '../backup/erasures.ts';
import { backupFolder } from '../backup/folder.ts';
import { keyFolder } from '../key-folder.ts';
import { takeLock } from '../lock.ts';
import { databaseFile, openMigrated } from '../open-data.ts';
import { requireOwnKeys } from '../own-keys.ts';
import { nodePrimitives } from '../primitives.ts';
import { random } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { keyFileOf } from '../secrets.ts';

export interface OpenRegister {
  readonly database: Database;
  readonly journal: Journal;
  readonly now: Date;
}

/**
 * Opens the register, runs `work` and closes it again. `name`: the command, shown when the folder is in use.
 * @throws {Refusal} while a server has the file, without keys, or with those of another register.
 */
export async function withRegister(
  config: Config,
  name: string,
  work: (register: OpenRegister) => Promise<void>,
): Promise<void> {
  const keys = keyFolder(config).keys();
  const now = new Date();
  // A file has one writer; on a server the event chain separates writers.
  const holder = { pid: process.pid, since: now.toISOString(), address: name };
  const taken = databaseFile(config) === null ? null : takeLock(config.dataFolder, holder);
  if (taken?.ok === false) throw new Refusal(taken.message);
  try {
    const { database } = await openMigrated(config);
    try {
      const keyring = await createKeyring(keys, nodePrimitives);
      await requireOwnKeys(database, keyring, keyFileOf(config.dataFolder));
      const journal = createJournal(database, {
        link: (head, event) => link(keyring, head, event),
        genesis: GENESIS,
        random,
      });
      await work({ database, journal, now });
      await noteErasures(backupFolder(config), database);
    } finally {
      await database.close();
    }
  } finally {
    taken?.lock.release();
  }
}

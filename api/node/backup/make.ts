// Makes a backup of the database file, even while a server writes to it: a consistent, checked copy, complete
// or absent.
import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../../config.ts';
import { backupName } from '../../domain/backups.ts';
import { headText } from '../../domain/chain.ts';
import { createKeyring } from '../../domain/keyring.ts';
import { replaceFile } from '../durable-file.ts';
import { keyFolder } from '../key-folder.ts';
import { takeLock } from '../lock.ts';
import { databaseFile } from '../open-data.ts';
import { nodePrimitives } from '../primitives.ts';
import { openReadOnly } from '../read-only.ts';
import { Refusal } from '../refusal.ts';
import { keyFileOf } from '../secrets.ts';
import { makeErasureList, noteErasures } from './erasures.ts';
import { type ExamineTools, examine } from './examine.ts';
import { takeOutFleeting } from './fleeting.ts';
import { makeFolder, prune, removeUnfinished, requireRoom, UNFINISHED } from './folder.ts';
import { digestOf, type Manifest, manifestOf } from './manifest.ts';
import { flushFile, openPlain } from './plain-file.ts';

export interface Made {
  readonly path: string;
  readonly manifest: Manifest;
  /** Damage to the event chain, in words. */
  readonly damage: string | null;
  /** Names of older ones that were deleted. */
  readonly pruned: readonly string[];
}

const REMOTE =
  'Datubāze ir uz cita servera (KAC_DATABASE_URL), tāpēc tās faila šeit nav. To kopē un atjauno tur, kur ir serveris: ' +
  'sqld visu izdod ar GET /dump (vajag piekļuves atslēgu), vai kopē tā mapi, kad tas apturēts; citur skatiet, ko piedāvā ' +
  'pakalpojuma sniedzējs. Atslēgas ir šeit, un tās kopē ar “npm run backup -- keys MAPE”.';

/** The database's file. @throws {Refusal} when the database is on a server, or does not exist yet. */
export function requireFile(config: Config): string {
  const file = databaseFile(config);
  if (file === null) throw new Refusal(REMOTE);
  return file;
}

/** The tools for checking a copy. @throws {Refusal} while there are no keys. */
export const examineTools = async (config: Config): Promise<ExamineTools> => ({
  keyring: await createKeyring(keyFolder(config).keys(), nodePrimitives),
  keyFile: keyFileOf(config.dataFolder),
});

/**
 * Makes one in `folder`, checks it, and removes those that are too old.
 * @throws {Refusal} when it cannot be made or is incomplete; the folder is then unchanged.
 */
export async function makeBackup(config: Config, folder: string, now: Date): Promise<Made> {
  const file = requireFile(config);
  // Reports a missing database with the usual message.
  await (await openReadOnly(config)).close();
  const tools = await examineTools(config);
  makeFolder(folder);
  requireRoom(folder, statSync(file).size);
  const taken = takeLock(folder, {
    pid: process.pid,
    since: now.toISOString(),
    address: 'npm run backup',
  });
  if (!taken.ok) throw new Refusal(taken.message);
  try {
    removeUnfinished(folder);
    await note(config, folder);
    const path = join(folder, backupName(now));
    const made = await write(file, path, now, tools);
    // An older copy may have an undamaged chain, and is then needed.
    const pruned = made.damage === null ? prune(folder, now, config.backups.days) : [];
    return { ...made, pruned };
  } catch (fault) {
    throw toRefusal(file, fault);
  } finally {
    taken.lock.release();
  }
}

async function note(config: Config, folder: string): Promise<void> {
  const database = await openReadOnly(config);
  try {
    makeErasureList(folder);
    await noteErasures(folder, database);
  } finally {
    await database.close();
  }
}

async function write(
  file: string,
  path: string,
  now: Date,
  tools: ExamineTools,
): Promise<Omit<Made, 'pruned'>> {
  const aside = `${path}${UNFINISHED}`;
  try {
    copyWhole(file, aside);
    const copy = openPlain(aside);
    const withoutAnswers = await takeOutFleeting(copy, {
      keyring: tools.keyring,
      primitives: nodePrimitives,
    }).finally(() => copy.close());
    flushFile(aside);
    const { schema, head, counts, damage } = await examine(aside, 'Jaunā kopija', tools);
    const manifest: Manifest = {
      format: 1,
      file: backupName(now),
      made: now.toISOString(),
      bytes: statSync(aside).size,
      sha256: await digestOf(aside),
      schema,
      head: head && headText(head),
      chain: damage === null ? 'whole' : 'damaged',
      counts,
      withoutAnswers: [...withoutAnswers],
    };
    renameSync(aside, path);
    // This also flushes the folder, including the copy's new name.
    replaceFile(manifestOf(path), `${JSON.stringify(manifest, null, 2)}\n`);
    return { path, manifest, damage };
  } catch (fault) {
    rmSync(aside, { force: true });
    throw fault;
  }
}

/**
 * One read transaction over the whole file: writers continue, and nothing they commit meanwhile is in the
 * copy. Free pages and overwritten data are not copied.
 */
function copyWhole(file: string, to: string): void {
  // Created first with its permissions, so that it is never readable by others.
  closeSync(openSync(to, 'wx', 0o600));
  const sqlite = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    sqlite.prepare('VACUUM INTO ?').run(to);
  } finally {
    sqlite.close();
  }
}

function toRefusal(file: string, fault: unknown): unknown {
  if (isFull(fault))
    return new Refusal('Diskā, kur ir rezerves kopijas, pietrūka vietas. Nekas nav mainīts.', {
      cause: fault,
    });
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'ERR_SQLITE_ERROR')) return fault;
  return new Refusal(
    `Datubāzi “${file}” nokopēt neizdevās: ${fault.message}. Agrākās kopijas ir, kā bijušas. Ja datubāze ir bojāta, ` +
      'apturiet serveri un atjaunojiet to no jaunākās veselās kopijas: npm run backup -- list, npm run restore.',
    { cause: fault },
  );
}

const SQLITE_FULL = 13;

/** Whether the disk was full. */
export const isFull = (fault: unknown): boolean =>
  fault instanceof Error &&
  (('code' in fault && fault.code === 'ENOSPC') || ('errcode' in fault && fault.errcode === SQLITE_FULL));

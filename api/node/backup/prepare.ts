// Checks a backup before anything is changed: the file against its description, then a copy of it that is
// opened.
import { chmodSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { Refusal } from '../refusal.ts';
import { type Examined, type ExamineTools, examine } from './examine.ts';
import { backupFolder, requireRoom } from './folder.ts';
import { isFull } from './make.ts';
import { digestOf, type Manifest, readManifest } from './manifest.ts';
import { stagingOf } from './swap.ts';

export interface Checked {
  readonly path: string;
  readonly manifest: Manifest | null;
}

/** A path, or the name of a file in the folder of backups. @throws {Refusal} when there is no such file. */
export function findBackup(config: Config, typed: string): string {
  const candidates = [resolve(typed), join(backupFolder(config), typed)];
  const found = candidates.find(path => existsSync(path) && statSync(path).isFile());
  if (found) return found;
  throw new Refusal(`Faila “${typed}” nav. Kādas kopijas ir, rāda “npm run backup -- list”.`);
}

/** Compares the file with its description. @throws {Refusal} when they differ. */
export async function checkFile(path: string): Promise<Checked> {
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)
    throw new Refusal(
      `“${path}” ir datubāze, ko kāds lieto vai kas nav aizvērta (blakus ir ${basename(path)}-wal), nevis rezerves kopija.`,
    );
  const manifest = readManifest(path);
  if (manifest === 'unreadable')
    throw new Refusal(
      `Kopijas “${basename(path)}” apraksts (${basename(path).replace(/\.db$/, '.json')}) nav lasāms. ` +
        'Izmantojiet citu kopiju; ja citas nav, pārvietojiet aprakstu projām un mēģiniet vēlreiz.',
    );
  if (manifest) {
    const { size } = statSync(path);
    if (size !== manifest.bytes)
      throw new Refusal(
        `Kopija “${basename(path)}” nav vesela: tajā ir ${size} baiti, bet jābūt ${manifest.bytes}. Izmantojiet citu kopiju.`,
      );
    if ((await digestOf(path)) !== manifest.sha256)
      throw new Refusal(
        `Kopija “${basename(path)}” ir mainīta vai bojāta: kontrolsumma nesakrīt. Izmantojiet citu kopiju.`,
      );
  }
  return { path, manifest };
}

/**
 * Copies the backup next to the database and examines the copy; the backup itself is never opened. The caller
 * removes the copy when the restore is abandoned.
 */
export async function stage(path: string, file: string, tools: ExamineTools): Promise<Examined> {
  const staging = stagingOf(file);
  discardStaging(file);
  requireRoom(dirname(resolve(file)), statSync(path).size);
  try {
    copyFileSync(path, staging, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    // A backup from elsewhere may be readable by everyone.
    chmodSync(staging, 0o600);
  } catch (fault) {
    if (!isFull(fault)) throw fault;
    throw new Refusal('Diskā, kur ir datubāze, pietrūka vietas. Nekas nav mainīts.', { cause: fault });
  }
  return examine(staging, basename(path), tools);
}

/** Removes the prepared copy. */
export const discardStaging = (file: string): void => {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(`${stagingOf(file)}${part}`, { force: true });
};

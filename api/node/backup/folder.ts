// The folder of backups: its contents, leftovers, and what is to be deleted.
import { mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { outdated, timeOfBackup } from '../../domain/backups.ts';
import { Refusal } from '../refusal.ts';
import { type Manifest, manifestOf, readManifest } from './manifest.ts';

export interface Backup {
  readonly name: string;
  readonly path: string;
  readonly made: Date;
  readonly bytes: number;
  readonly manifest: Manifest | 'unreadable' | null;
}

/** Where backups are stored. */
export const backupFolder = ({ backups, dataFolder }: Pick<Config, 'backups' | 'dataFolder'>): string =>
  backups.folder ?? join(dataFolder, 'backups');

/** Newest first; empty when there is no folder. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder)
    .flatMap(name => {
      const made = timeOfBackup(name);
      const path = join(folder, name);
      return made ? [{ name, path, made, bytes: statSync(path).size, manifest: readManifest(path) }] : [];
    })
    .toSorted((a, b) => b.made.getTime() - a.made.getTime());
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw unusable(folder, fault);
  }
}

/** Creates it, readable only by its owner. @throws {Refusal} when that fails. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (fault) {
    throw unusable(folder, fault);
  }
}

export function unusable(folder: string, fault: unknown): Refusal {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new Refusal(`Mapi “${folder}” nevar izmantot: ${detail}. Norādiet citu ar KAC_BACKUPS.`, {
    cause: fault,
  });
}

export const UNFINISHED = '.unfinished';

/** Removes files left half-written by a killed command. The caller holds the folder's lock. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder))
    if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}

/** Removes copies older than permitted; returns their names. */
export function prune(folder: string, now: Date, days: number): string[] {
  const old = outdated(namesIn(folder), now, days);
  for (const name of old) {
    // The manifest last: without its copy it is useless, and the next round removes it.
    rmSync(join(folder, name));
    rmSync(manifestOf(join(folder, name)), { force: true });
  }
  return old;
}

/** Left free for the register itself, which continues to write. */
const RESERVE = 64 * 1024 * 1024;

/** @throws {Refusal} when a copy of this many bytes would leave too little space on the disk. */
export function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize, blocks } = statfsSync(folder);
  const free = bavail * bsize;
  // A small disk keeps a tenth free, at most the reserve.
  const reserve = Math.min(RESERVE, (blocks * bsize) / 10);
  if (free >= bytes + reserve) return;
  throw new Refusal(
    `Diskā, kur ir mape “${folder}”, pietrūkst vietas: vajag ${megabytes(bytes + reserve)}, brīvi ir ${megabytes(free)}. ` +
      'Atbrīvojiet vietu vai norādiet citu mapi ar KAC_BACKUPS. Nekas nav mainīts.',
  );
}

/** In Latvian, “12 MB”. */
export const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1_000_000))} MB`;

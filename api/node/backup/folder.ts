// The folder that holds the backups: what is in it, what is left over, and what has to go.
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

/** Where backups lie. */
export const backupFolder = ({ backups, dataFolder }: Pick<Config, 'backups' | 'dataFolder'>): string =>
  backups.folder ?? join(dataFolder, 'backups');

/** Newest first; none where there is no folder. */
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

/** Makes it, readable by its owner only. @throws {Refusal} where that can't be. */
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

/** Removes what a killed command left half-written. The caller holds the folder's lock. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder))
    if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}

/** Removes what is older than it may be; returns the names. */
export function prune(folder: string, now: Date, days: number): string[] {
  const old = outdated(namesIn(folder), now, days);
  for (const name of old) {
    // The description last: without its copy it says nothing, and the next round takes it along.
    rmSync(join(folder, name));
    rmSync(manifestOf(join(folder, name)), { force: true });
  }
  return old;
}

/** Left free for the register itself, which goes on writing. */
const RESERVE = 64 * 1024 * 1024;

/** @throws {Refusal} where a copy of so many bytes would leave the disk without room. */
export function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize, blocks } = statfsSync(folder);
  const free = bavail * bsize;
  // A small disk keeps a tenth, at most the reserve.
  const reserve = Math.min(RESERVE, (blocks * bsize) / 10);
  if (free >= bytes + reserve) return;
  throw new Refusal(
    `Diskā, kur ir mape “${folder}”, pietrūkst vietas: vajag ${megabytes(bytes + reserve)}, brīvi ir ${megabytes(free)}. ` +
      'Atbrīvojiet vietu vai norādiet citu mapi ar KAC_BACKUPS. Nekas nav mainīts.',
  );
}

/** In Latvian, “12 MB”. */
export const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1_000_000))} MB`;

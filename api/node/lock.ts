// One server per data folder. The lock is the operating system's and ends with its process, also after kill
// -9; a note beside it names the holder.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { replaceFile } from './durable-file.ts';
import { ownFile } from './file-modes.ts';
import { Refusal } from './refusal.ts';

const Holder = z.object({ pid: z.int(), since: z.iso.datetime(), address: z.string() });

/**
 * The holder of a data folder: process id, start time (ISO 8601, UTC) and what it is (an address, or a
 * command).
 */
export type Holder = z.infer<typeof Holder>;

export interface Lock {
  /** Updates the note, for example when the port is known. */
  describe(address: string): void;
  release(): void;
}

export type LockResult =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly reason: 'held'; readonly message: string };

/**
 * Takes the data folder (created when absent) for this process, or says who has it. `message` is Latvian, for
 * the person at the terminal.
 * @throws {Refusal} when the folder cannot be created or written.
 */
export function takeLock(folder: string, holder: Holder): LockResult {
  const held = hold(folder);
  const note = join(folder, 'kac.lock.json');
  if (!held) return { ok: false, reason: 'held', message: heldMessage(folder, readNote(note)) };
  const describe = (address: string): void =>
    replaceFile(note, `${JSON.stringify({ ...holder, address })}\n`);
  const release = (): void => {
    if (!held.isOpen) return;
    rmSync(note, { force: true });
    held.close();
  };
  try {
    // The lock alone does not prove that the folder is writable: SQLite also takes it on a read-only disk.
    describe(holder.address);
  } catch (fault) {
    held.close();
    throw unusable(folder, fault);
  }
  return { ok: true, lock: { describe, release } };
}

function hold(folder: string): DatabaseSync | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'kac.lock');
    ownFile(file);
    return holdFile(file);
  } catch (fault) {
    throw unusable(folder, fault);
  }
}

function unusable(folder: string, fault: unknown): Refusal {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new Refusal(`Datu mapi “${folder}” nevar izmantot: ${detail}. Norādiet citu ar KAC_DATA.`, {
    cause: fault,
  });
}

/**
 * Null when another process (or another caller in this one) holds it. Node has no flock, so SQLite's lock is
 * used.
 */
function holdFile(path: string): DatabaseSync | null {
  const file = new DatabaseSync(path);
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return file;
  } catch (fault) {
    file.close();
    if (isBusy(fault)) return null;
    throw fault;
  }
}

const SQLITE_BUSY = 5;
const isBusy = (fault: unknown): boolean =>
  fault instanceof Error && 'errcode' in fault && fault.errcode === SQLITE_BUSY;

function readNote(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The note is only information; the refusal does not depend on it.
    return null;
  }
}

function heldMessage(folder: string, holder: Holder | null): string {
  const what = `Datu mapi “${folder}” jau izmanto cits process`;
  if (!holder) return `${what}. Apturiet to vai norādiet citu mapi ar KAC_DATA.`;
  const since = new Date(holder.since).toLocaleString('lv-LV', { timeZone: 'Europe/Riga' });
  return (
    `${what}: ${holder.address}, procesa numurs ${holder.pid}, sākts ${since}.\n` +
    `Izmantojiet jau palaisto, apturiet to (Ctrl+C tā logā vai “kill ${holder.pid}”) ` +
    'vai norādiet citu mapi ar KAC_DATA.'
  );
}

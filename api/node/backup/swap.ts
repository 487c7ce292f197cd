// Replaces the present database by a restored one, in steps that may be interrupted by a kill: a note records
// that the exchange has begun, and the next process that opens the database finishes it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { flushFolder, replaceFile } from '../durable-file.ts';

const Note = z.object({ replaced: z.string().regex(/^replaced-[\w-]+$/) });

/** Where the new database is prepared: next to the present one, so that it can be renamed into place. */
export const stagingOf = (file: string): string => `${file}.restoring`;
const noteOf = (file: string): string => `${file}.restore.json`;

/**
 * The present database is moved with its log, the log first: a log next to another database would be used as
 * its own.
 */
const PARTS = ['-wal', '-shm', ''];

/** Whether an exchange has begun and is not finished. */
export const restoreIsPending = (file: string): boolean => existsSync(noteOf(file));

/**
 * Replaces the database by the prepared one; returns the folder of the former one. The caller holds the lock.
 */
export function swapIn(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  replaceFile(noteOf(file), `${JSON.stringify({ replaced: `replaced-${stamp}Z` })}\n`);
  return finishRestore(file) ?? '';
}

/**
 * Finishes an exchange that has begun; null when none has. Before the note is written nothing is changed, and
 * the next restore prepares the new database again. The caller holds the lock of the data folder.
 */
export function finishRestore(file: string): string | null {
  if (!restoreIsPending(file)) return null;
  const folder = dirname(file);
  const { replaced } = Note.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')));
  const aside = join(folder, replaced);
  // It is gone only after the last step: then only the note is left.
  if (existsSync(stagingOf(file))) {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const part of PARTS) moveAside(`${file}${part}`, join(aside, `${basename(file)}${part}`));
    flushFolder(aside);
    renameSync(stagingOf(file), file);
    flushFolder(folder);
  }
  rmSync(noteOf(file));
  flushFolder(folder);
  return aside;
}

function moveAside(from: string, to: string): void {
  if (!existsSync(from)) return;
  // Recreated by a process that looked in between; the real file has already been moved.
  if (existsSync(to)) rmSync(from);
  else renameSync(from, to);
}

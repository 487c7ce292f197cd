// Puts a restored database in the place of the present one, in steps that a kill may fall between: a note says that the
// exchange has begun, and whoever opens the database next finishes it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { flushFolder, replaceFile } from '../durable-file.ts';

const Note = z.object({ replaced: z.string().regex(/^replaced-[\w-]+$/) });

/** Where the coming database is prepared: beside the present one, so that a rename puts it in place. */
export const stagingOf = (file: string): string => `${file}.restoring`;
const noteOf = (file: string): string => `${file}.restore.json`;

/** The present database goes with its log, the log first: a log beside another database would be taken for its own. */
const PARTS = ['-wal', '-shm', ''];

/** Whether an exchange has begun and is not finished. */
export const restoreIsPending = (file: string): boolean => existsSync(noteOf(file));

/** Exchanges the database for the prepared one; returns the folder in which the former one lies. The caller holds the lock. */
export function swapIn(file: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  replaceFile(noteOf(file), `${JSON.stringify({ replaced: `replaced-${stamp}Z` })}\n`);
  return finishRestore(file) ?? '';
}

/**
 * Finishes an exchange that has begun; null where none has. Before the note nothing was touched, and what was prepared is
 * made anew by the next restore. The caller holds the lock of the data folder.
 */
export function finishRestore(file: string): string | null {
  if (!restoreIsPending(file)) return null;
  const folder = dirname(file);
  const { replaced } = Note.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')));
  const aside = join(folder, replaced);
  // Gone only with the last step: then only the note is left.
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
  // Made anew by somebody who looked in between; the real one is aside already.
  if (existsSync(to)) rmSync(from);
  else renameSync(from, to);
}

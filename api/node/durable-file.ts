// Small files that are whole or absent after a crash: written to a temporary file, flushed, then put in
// place.
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a new file, readable by its owner only. False when a file of that name exists, which is left
 * unchanged.
 */
export function createFile(path: string, text: string): boolean {
  const aside = writeAside(path, text);
  try {
    // A link fails where a rename would replace.
    linkSync(aside, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(aside);
  }
  flushFolder(dirname(path));
  return true;
}

/** Writes a file, readable by its owner only, replacing an existing one. */
export function replaceFile(path: string, text: string): void {
  renameSync(writeAside(path, text), path);
  flushFolder(dirname(path));
}

function writeAside(path: string, text: string): string {
  const aside = `${path}.${process.pid}.tmp`;
  // Left by a killed process with the same number.
  rmSync(aside, { force: true });
  writeFileSync(aside, text, { mode: 0o600, flag: 'wx', flush: true });
  return aside;
}

/** Makes the names in it durable. Windows cannot open a folder and does not need this. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

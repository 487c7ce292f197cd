// Files that only their owner may read, whatever the folder's mode and the umask: SQLite and Node leave that to the umask.
import { chmodSync, closeSync, existsSync, openSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/** What this program writes into a folder of its data; other files there belong to other programs. */
const OWN = /^(kac\.(db|lock)|(keys|office)\.json|recovery-key\.txt|kac-\d{4}-|erased\.jsonl)/;

/** Makes a file before somebody else does who would make it readable by all; tightens one that is there. */
export function ownFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', OWNER_ONLY));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  tighten(path);
}

/** By the name and not by opening it: closing a file drops the locks that SQLite holds on it in this process. */
function tighten(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || (stat.mode & OTHERS) === 0) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (fault) {
    // Somebody else's file, or a file system without modes.
    const { message } = fault as Error;
    process.stderr.write(`Faila “${path}” piekļuves tiesības neizdevās ierobežot: ${message}\n`);
  }
}

/**
 * Tightens what earlier versions or other umasks left readable in a folder, and in the folders that a restore has put
 * former databases into.
 */
export function tightenFolder(folder: string): void {
  // What is no folder is reported where it is used.
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(folder)) {
    if (OWN.test(name)) tighten(join(folder, name));
    else if (name.startsWith('replaced-')) tightenFolder(join(folder, name));
  }
}

/** The database file (made where there is none, so that SQLite does not make it) with its log; that takes on its mode. */
export function ownDatabaseFile(file: string): void {
  if (existsSync(dirname(file))) ownFile(file);
  for (const part of ['-wal', '-shm', '-journal']) tighten(`${file}${part}`);
}

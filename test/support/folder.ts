// A temporary folder for one test file, removed afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

let made = 0;

/** Returns a function that makes empty folders; call it at the top of a test file. */
export function temporaryFolders(): () => string {
  // A name with a space and a letter outside ASCII: paths are passed to the driver as URLs.
  const root = mkdtempSync(join(tmpdir(), 'kac ā-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return () => {
    made += 1;
    return mkdtempSync(join(root, `${made}-`));
  };
}

// A project folder with our code and the small site as its content, for tests that run commands in it.
import { resolve } from 'node:path';
import { temporaryFolders } from '../support/folder.ts';
import { SOUND } from './fixtures.ts';
import { writeProject } from './write-project.ts';

export const main = resolve('.');
export const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

/** Returns a function that makes projects; call it at the top of a test file. */
export function projects(): (changes: Readonly<Record<string, string>>) => string {
  const folder = temporaryFolders();
  return changes => {
    const root = folder();
    writeProject(root, { ...SOUND, ...changes });
    return root;
  };
}

// A project folder with our code and the small site as its content, for tests that start commands in it.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolders } from '../support/folder.ts';
import { SOUND } from './fixtures.ts';

export const main = resolve('.');
export const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

/** Returns a maker of projects; call it at the top of a test file. */
export function projects(): (changes: Readonly<Record<string, string>>) => string {
  const folder = temporaryFolders();
  return changes => {
    const root = folder();
    // The command finds content beside itself, and Node runs a linked file at its real place: so copies, not links.
    cpSync(join(main, 'src'), join(root, 'src'), { recursive: true });
    mkdirSync(join(root, 'api'));
    for (const file of ['api/content.ts', 'astro.config.mjs', 'package.json'])
      cpSync(join(main, file), join(root, file));
    symlinkSync(join(main, 'node_modules'), join(root, 'node_modules'));
    for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };
}

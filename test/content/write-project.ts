// Writes a project with our code and the given content, so that commands can be run in it.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const main = resolve('.');

/** Fills the empty folder `root`; `content` contains texts by path. */
export function writeProject(root: string, content: Readonly<Record<string, string>>): void {
  // Copies, not links: the command finds content relative to itself, and Node runs a linked file at its real
  // path.
  cpSync(join(main, 'src'), join(root, 'src'), { recursive: true });
  mkdirSync(join(root, 'api'));
  for (const file of ['api/content.ts', 'astro.config.mjs', 'package.json', 'SECURITY.md'])
    cpSync(join(main, file), join(root, file));
  symlinkSync(join(main, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

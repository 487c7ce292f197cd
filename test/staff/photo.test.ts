// A photograph next to a staff file, through a real build: shown with its description, the original not
// published.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { environment, main, projects } from '../content/project.ts';

const project = projects();
const path = 'content/staff/anna-parauga.mdx';
/** One grey dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

it('is published as a picture with a description', () => {
  const root = project({});
  rmSync(join(root, 'content'), { recursive: true });
  cpSync(join(main, 'content'), join(root, 'content'), { recursive: true });
  const text = readFileSync(join(root, path), 'utf8');
  const photo = 'photo: { file: anna-parauga.png, alt: Anna pie loga }\n';
  writeFileSync(join(root, path), text.replace(/^reception:/m, `${photo}reception:`));
  writeFileSync(join(root, 'content/staff/anna-parauga.png'), PNG);
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  execFileSync(process.execPath, [astro, 'build'], { cwd: root, env: environment });
  const page = readFileSync(join(root, 'dist/darbinieki/anna-parauga/index.html'), 'utf8');
  const [, source = ''] = /<img src="\/([^"]+\.webp)"[^>]* alt="Anna pie loga"/.exec(page) ?? [];
  expect(
    readFileSync(join(root, 'dist', source))
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  // An original picture from the camera may contain where it was taken.
  expect(globSync('dist/**/anna*.png', { cwd: root })).toEqual([]);
});

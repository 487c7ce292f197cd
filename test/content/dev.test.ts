// While an editor works, the terminal shows what is wrong and when it is fixed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edited, SOUND } from './fixtures.ts';
import { environment, projects } from './project.ts';

const project = projects();
const path = 'content/pages/par-mums.mdx';

function dev(root: string) {
  const argv = ['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock', '--port', '0'];
  const child = spawn(process.execPath, argv, { cwd: root, env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      said += text;
    });
  }
  const exited = once(child, 'exit');
  const says = (part: string) => expect.poll(() => said, { timeout: 60_000, interval: 50 }).toContain(part);
  return { child, exited, says, text: () => said };
}

it('shows a broken link, lets the editor work on and says when it is right', async () => {
  const root = project({ [path]: edited(path, '#p-2.1', '#p-9') });
  const { child, exited, says } = dev(root);
  try {
    await says(`${path}:7 · saite: noteikumos nav vietas “#p-9” (`);
    await says('watching for file changes');
    writeFileSync(join(root, path), SOUND[path] ?? '');
    await says('Saturs ir kārtībā.');
    writeFileSync(join(root, path), edited(path, 'title:', 'tittle:'));
    await says(`${path}:2 · tittle: nezināms lauks`);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
});

it('does not start on front matter Astro cannot read, and says why in our words only', async () => {
  const { exited, text } = dev(project({ [path]: edited(path, 'Par mums', '"Par mums') }));
  expect(await exited).toEqual([1, null]);
  expect(text()).toMatch(/^content\/pages\/par-mums\.mdx:2 · galvene: pēdiņas atvērtas/);
  expect(text()).not.toMatch(/\n\s+at |Stack|Error/);
});

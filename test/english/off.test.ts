// With `english: false` in site.yaml there is no English edition: no page, language switch, hreflang or
// shell.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
let root = '';

beforeAll(() => {
  root = folder();
  for (const path of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'SECURITY.md'])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const site = join(root, 'content/site.yaml');
  const text = readFileSync(site, 'utf8');
  expect(text).toContain('english: true');
  writeFileSync(site, text.replace('english: true', 'english: false'));
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/astro', ['build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  expect(status, stdout + stderr).toBe(0);
});

it('builds nothing under /en/', () => {
  expect(existsSync(join(root, 'dist/en'))).toBe(false);
  expect(existsSync(join(root, 'dist/sudziba/index.html'))).toBe(true);
});

it('leaves no switch, no hreflang and no link to English on any page', () => {
  const pages = globSync('dist/**/*.html', { cwd: root });
  expect(pages.length).toBeGreaterThan(30);
  for (const page of pages) {
    const html = readFileSync(join(root, page), 'utf8');
    expect(html, page).not.toMatch(/hreflang|href="\/en\/|lang="en"|kac:/);
  }
});

it('tells the API that there is no English', () => {
  const bundle = JSON.parse(readFileSync(join(root, 'build/site-bundle.json'), 'utf8'));
  expect(bundle.shellEn).toBeNull();
  expect(bundle.shell).not.toMatch(/kac:twin|lang="en"/);
});

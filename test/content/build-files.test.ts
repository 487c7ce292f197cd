// The parts of the build that touch the disk: reading content, the site bundle, compressed copies.
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readContentFiles } from '../../src/build/content-files.ts';
import { brotliQuality, precompress } from '../../src/build/precompress.ts';
import { moveSiteBundle } from '../../src/build/site-bundle.ts';
import { EMPTY_KEY } from '../../src/forms/empty-key.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();

function write(root: string, path: string, data: string | Uint8Array): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), data);
}

it('reads the texts and YAML files under content, and notices what is not UTF-8', async () => {
  const root = folder();
  write(root, 'content/pages/a.mdx', '\uFEFFā');
  write(root, 'content/pages/b.md', Buffer.from([0x61, 0xe2, 0x0a]));
  write(root, 'content/site.yaml', 'x: 1');
  for (const other of ['content/img.png', 'content/pages/.#a.mdx', 'content/pages/a.mdx~'])
    write(root, other, '');
  expect(await readContentFiles(root)).toEqual([
    { path: 'content/pages/a.mdx', text: '\uFEFFā', utf8: true },
    { path: 'content/pages/b.md', text: 'a\uFFFD\n', utf8: false },
    { path: 'content/site.yaml', text: 'x: 1', utf8: true },
  ]);
});

it('gives an unchanged file back as the same object, so that nothing about it is worked out again', async () => {
  const root = folder();
  write(root, 'content/pages/a.mdx', 'a');
  write(root, 'content/pages/b.mdx', 'b');
  const before = await readContentFiles(root);
  write(root, 'content/pages/b.mdx', 'c');
  const [a, b] = await readContentFiles(root, before);
  expect(a).toBe(before[0]);
  expect(b).toEqual({ path: 'content/pages/b.mdx', text: 'c', utf8: true });
});

const without = (object: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

it('puts shell and data together and leaves nothing of them in dist', async () => {
  const root = folder();
  const content = without(testSite, ['shell', 'shellEn', 'searchShell', 'searchShellEn']);
  const desk = without(testSite.desk ?? {}, ['shells']);
  write(root, 'dist/internal/site.json', JSON.stringify({ ...content, desk }));
  write(root, 'dist/internal/shell/index.html', '<html>ā</html>');
  write(root, 'dist/internal/search/shell/index.html', '<html>meklē</html>');
  write(root, 'dist/internal/register/shell/index.html', '<html>reģistrs</html>');
  write(root, 'dist/internal/register/keys/index.html', '<html>atslēgas</html>');
  write(root, 'dist/internal/register/entry/index.html', '<html>ievade</html>');
  const bundle = join(root, 'build/site-bundle.json');
  write(root, 'build/site-bundle.json', 'old');
  chmodSync(bundle, 0o600);
  await moveSiteBundle(root, join(root, 'dist'));
  expect(JSON.parse(readFileSync(bundle, 'utf8'))).toEqual({
    ...content,
    shell: '<html>ā</html>',
    shellEn: null,
    searchShell: '<html>meklē</html>',
    searchShellEn: null,
    desk: {
      ...desk,
      shells: {
        plain: '<html>reģistrs</html>',
        withKeys: '<html>atslēgas</html>',
        withEntry: '<html>ievade</html>',
      },
    },
  });
  expect(statSync(bundle).mode & 0o777).toBe(0o644);
  expect(existsSync(join(root, 'dist/internal'))).toBe(false);
});

it('fails the build when a part of the site bundle is missing', async () => {
  const root = folder();
  write(root, 'dist/internal/site.json', JSON.stringify(without(testSite, ['policies'])));
  for (const page of ['shell', 'search/shell', 'register/shell', 'register/keys', 'register/entry'])
    write(root, `dist/internal/${page}/index.html`, '<html></html>');
  await expect(moveSiteBundle(root, join(root, 'dist'))).rejects.toThrow('policies');
  expect(existsSync(join(root, 'build/site-bundle.json'))).toBe(false);
});

it('compresses every text file that gets smaller, and counts the copies', async () => {
  const root = folder();
  const text = 'sūdzība '.repeat(200);
  const big = [
    'a.html',
    'b/c.css',
    'd.js',
    'e.json',
    'f.jsonld',
    'g.svg',
    'h.txt',
    'i.ics',
    'j.vcf',
    'k.xml',
    'l.webmanifest',
  ];
  for (const path of big) write(root, path, text);
  write(root, 'small.html', 'x');
  write(root, 'photo.webp', text);
  expect(await precompress(root)).toBe(2 * big.length);
  for (const path of big) {
    expect(brotliDecompressSync(readFileSync(join(root, `${path}.br`))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(join(root, `${path}.gz`))).toString()).toBe(text);
  }
  expect(existsSync(join(root, 'small.html.br')) || existsSync(join(root, 'photo.webp.gz'))).toBe(false);
});

it('leaves pages alone that the server fills at every view', async () => {
  const root = folder();
  write(root, 'form.html', `<input type="hidden" ${EMPTY_KEY}>`.repeat(20));
  write(root, 'filled.html', '<input type="hidden" name="idempotencyKey" value="x">'.repeat(20));
  expect(await precompress(root)).toBe(2);
  expect(existsSync(join(root, 'form.html.br'))).toBe(false);
  expect(existsSync(join(root, 'filled.html.br'))).toBe(true);
});

it('tries the harder, the smaller the site is, and always on what pages share', () => {
  const quality = (path: string, size: number, site: number) => brotliQuality({ path, size }, site);
  const sites = [0, 4e6, 4e6 + 1, 10e6, 10e6 + 1, 1e9];
  expect(sites.map(site => quality('a.html', 100, site))).toEqual([11, 11, 10, 10, 7, 7]);
  expect(sites.map(site => quality('a.css', 100, site))).toEqual([11, 11, 11, 11, 11, 11]);
  expect(quality('a.json', 1e6 + 1, 1e9)).toBe(7);
});

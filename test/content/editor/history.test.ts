// Where the old content comes from: real git repositories, folders, and the message when there is neither.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { diffContent } from '../../../src/build/editor/diff/command.ts';
import { temporaryFolders } from '../../support/folder.ts';
import { edited, SOUND } from '../fixtures.ts';

const folder = temporaryFolders();
const today = '2026-11-24';
const PAGE = 'content/pages/par-mums.mdx';

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Git without any user configuration. */
function git(root: string, ...args: readonly string[]): void {
  const who = [
    '-c',
    'user.name=Redaktors',
    '-c',
    'user.email=redaktors@paraugs.example',
    '-c',
    'commit.gpgsign=false',
  ];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' });
  expect(stderr.includes('fatal') ? stderr : status).toBe(0);
}

function repository(at = folder()): string {
  git(at, 'init', '-q');
  return at;
}

function committed(): string {
  const root = repository();
  write(root, SOUND);
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'Sākums');
  return root;
}

const diff = (root: string, words: readonly string[] = [], more: object = {}) =>
  diffContent(root, { words, isJson: false, here: root, today, ...more });

it('compares with the last commit, with all letters as they are', async () => {
  const root = committed();
  expect((await diff(root)).text).toContain('Saturs nav mainījies.');
  write(root, { [PAGE]: edited(PAGE, 'Par mums', 'Par mums – ģimenei') });
  const { text, ok } = await diff(root);
  expect(ok).toBe(true);
  expect(text).toMatch(/^Salīdzināts: pēdējā ierakstītā versija \([0-9a-f]{7,}, \d{4}-\d\d-\d\d\) → faili/);
  expect(text).toContain('title – Lapas virsraksts: Par mums → Par mums – ģimenei');
});

it('compares with the last release where there is one, with any commit, and two with one another', async () => {
  const root = committed();
  git(root, 'tag', 'v1');
  write(root, { [PAGE]: edited(PAGE, 'Par mums', 'Par mums 2') });
  git(root, 'commit', '-qam', 'Virsraksts');
  expect((await diff(root)).text).toMatch(/^Salīdzināts: pēdējais laidiens \(v1, /);
  expect((await diff(root)).text).toContain('Par mums → Par mums 2');
  expect((await diff(root, ['HEAD'])).text).toContain('Saturs nav mainījies.');
  expect((await diff(root, ['HEAD', 'v1'])).text).toContain('Par mums 2 → Par mums');
});

it('finds the content of a project in a folder of a larger repository', async () => {
  const root = join(repository(), 'vietne');
  write(root, SOUND);
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'Sākums');
  rmSync(join(root, 'content/staff/anna.mdx'));
  expect((await diff(root)).text).toContain('content/staff/anna.mdx – Anna Parauga · vairs nav');
});

it('compares folders, named from where the editor is', async () => {
  const root = committed();
  const here = folder();
  cpSync(join(root, 'content'), join(here, 'vecais'), { recursive: true });
  write(root, { [PAGE]: edited(PAGE, 'Par mums', 'Par mums 2') });
  expect((await diff(root, ['vecais'], { here })).text).toContain('Par mums → Par mums 2');
  expect((await diff(root, [root, 'vecais'], { here })).text).toContain('Par mums 2 → Par mums');
  const empty = await diff(root, ['.'], { here: folder() });
  expect([empty.ok, empty.text.includes('satura nav')]).toEqual([false, true]);
});

it('gives programs JSON', async () => {
  const root = committed();
  write(root, { [PAGE]: edited(PAGE, 'Par mums', 'Par mums 2') });
  const { text } = await diff(root, [], { isJson: true });
  expect(JSON.parse(text)).toMatchObject({
    pages: { changed: ['/par-mums/'] },
    files: [
      {
        file: PAGE,
        change: 'changed',
        fields: [{ field: 'title', before: 'Par mums', after: 'Par mums 2' }],
      },
    ],
  });
});

it('takes no name for an option of git', async () => {
  const root = committed();
  for (const name of ['nav-tada', '--all', '--output=x', 'HEAD:content', ''])
    expect(await diff(root, [name])).toMatchObject({
      ok: false,
      text: expect.stringContaining('Nav ne mapes, ne git versijas'),
    });
});

it('says what is missing: a commit, a repository, git itself', async () => {
  const bare = repository();
  write(bare, SOUND);
  expect(await diff(bare)).toMatchObject({
    ok: false,
    text: expect.stringContaining('vēl nav ierakstīta neviena versija'),
  });
  const none = folder();
  write(none, SOUND);
  expect(await diff(none)).toMatchObject({ ok: false, text: expect.stringContaining('nav git krātuve') });
  vi.stubEnv('PATH', [folder()].join(delimiter));
  try {
    expect(await diff(bare)).toMatchObject({
      ok: false,
      text: expect.stringContaining('nav programmas git'),
    });
  } finally {
    vi.unstubAllEnvs();
  }
});

it('compares at most two', async () => {
  expect(await diff(folder(), ['a', 'b', 'c'])).toMatchObject({ isMisused: true });
});

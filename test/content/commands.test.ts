// What an editor sees in the terminal: our report in Latvian and the right exit code.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HELP, USAGE } from '../../src/build/editor/help.ts';
import { edited } from './fixtures.ts';
import { environment, main, projects } from './project.ts';

const project = projects();

function run(root: string, ...argv: string[]) {
  const options = { cwd: root, env: environment, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, options);
  return { status, stdout, stderr };
}

const broken = { 'content/staff/anna.mdx': edited('content/staff/anna.mdx', 'name:', 'vārds:') };
const sample = { 'content/staff/anna.mdx': edited('content/staff/anna.mdx', 'room:', 'sample: true\nroom:') };

it('check passes sound content and lists what is wrong', () => {
  expect(run(project({}), 'api/content.ts', 'check')).toEqual({
    status: 0,
    stdout: 'Saturs ir kārtībā.\n',
    stderr: '',
  });
  const { status, stdout, stderr } = run(project(broken), 'api/content.ts', 'check');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('content/staff/anna.mdx:2 · vārds: nezināms lauks “vārds”.');
  expect(stdout).toMatch(/Atrastas 2 kļūdas 1 failā\.\n$/);
});

it('release refuses samples and mistakes', () => {
  const sound = run(project({}), 'api/content.ts', 'release');
  expect(sound).toEqual({ status: 0, stdout: 'Saturu drīkst publicēt.\n', stderr: '' });
  const invented = run(project(sample), 'api/content.ts', 'release');
  expect(invented.status).toBe(1);
  expect(invented.stdout).toContain('content/staff/anna.mdx:4 · viss fails');
  const wrong = run(project(broken), 'api/content.ts', 'release');
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain('nezināms lauks “vārds”');
});

it('versions puts down what surveys ask, and until then check says so and release refuses', () => {
  const path = 'content/surveys/aptauja.mdx';
  const root = project({ [path]: edited(path, 'version: 1', 'version: 2') });
  const checked = run(root, 'api/content.ts', 'check');
  expect(checked.status).toBe(0);
  expect(checked.stdout).toMatch(/^Saturs ir kārtībā\.\n\nVēl nav ierakstīts, ko šīs aptaujas jautā\./);
  expect(checked.stdout).toContain(`${path}:5 · 2. redakcija`);
  const early = run(root, 'api/content.ts', 'release');
  expect([early.status, early.stdout]).toEqual([1, expect.stringContaining(`${path}:5 · 2. redakcija`)]);
  expect(run(root, 'api/content.ts', 'versions', 'aptuja').status).toBe(1);
  const put = run(root, 'api/content.ts', 'versions');
  expect({ ...put, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(put.stdout).toContain('ierakstīts failā content/survey-versions/aptauja.yaml');
  const released = run(root, 'api/content.ts', 'release');
  expect(released).toEqual({ status: 0, stdout: 'Saturu drīkst publicēt.\n', stderr: '' });
});

it('stale names services nobody has looked at', () => {
  const path = 'content/services/dzivesvieta.mdx';
  const { status, stdout } = run(
    project({ [path]: edited(path, 'on: 2026-11-22', 'on: 2020-01-01') }),
    'api/content.ts',
    'stale',
  );
  expect(status).toBe(0);
  expect(stdout).toContain(`${path}:19 · pārbaudīts 2020-01-01`);
});

it('new writes a file that check lets pass and release does not, and nothing over another', () => {
  const root = project({});
  const first = run(root, 'api/content.ts', 'new', 'darbinieks', 'ilze-berzina');
  expect({ ...first, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(first.stdout).toMatch(/^Izveidots fails content\/staff\/ilze-berzina\.mdx\.\n/);
  const made = readFileSync(join(root, 'content/staff/ilze-berzina.mdx'), 'utf8');
  const checked = run(root, 'api/content.ts', 'check');
  expect(checked.status).toBe(0);
  expect(checked.stdout).toMatch(
    /^Saturs ir kārtībā\.\n\nVēl jāaizpilda:\ncontent\/staff\/ilze-berzina\.mdx:3 · name\n/,
  );
  const released = run(root, 'api/content.ts', 'release');
  expect([released.status, released.stdout]).toEqual([1, expect.stringContaining('te vēl kas jāaizpilda')]);
  expect(run(root, 'api/content.ts', 'new', 'darbinieks', 'ilze-berzina').status).toBe(1);
  expect(readFileSync(join(root, 'content/staff/ilze-berzina.mdx'), 'utf8')).toBe(made);
});

it('confirm writes the day, and with --dry-run only shows it', () => {
  const path = 'content/services/dzivesvieta.mdx';
  const root = project({ [path]: edited(path, 'responsible:', 'toConfirm: [cost]\nresponsible:') });
  const text = () => readFileSync(join(root, path), 'utf8');
  const before = text();
  const day = ['--date', '2026-11-23', '--source', 'Turētāja vēstule'];
  const trial = run(root, 'api/content.ts', 'confirm', 'dzivesvieta', ...day, '--dry-run');
  expect([trial.status, text()]).toEqual([0, before]);
  const done = run(root, 'api/content.ts', 'confirm', 'dzivesvieta', ...day);
  expect(done).toEqual({ status: 0, stdout: expect.stringContaining('− toConfirm: [cost]'), stderr: '' });
  expect(text()).toBe(
    before
      .replace('toConfirm: [cost]\n', '')
      .replace('on: 2026-11-22, source: Likuma teksts', 'on: 2026-11-23, source: Turētāja vēstule'),
  );
  const future = run(root, 'api/content.ts', 'confirm', 'dzivesvieta', '--date', '2999-01-01');
  expect([future.status, future.stdout]).toEqual([1, expect.stringContaining('nākotnē nevar')]);
});

it('diff compares with a folder, and gives programs JSON', () => {
  const root = project({});
  const path = 'content/staff/anna.mdx';
  const old = project({ [path]: edited(path, 'room: "1"', 'room: "2"') });
  const told = run(root, 'api/content.ts', 'diff', old);
  expect({ ...told, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(told.stdout).toContain('room – Kabinets vai vieta ēkā: 2 → 1');
  const json = run(root, 'api/content.ts', 'diff', '--json', old);
  expect(JSON.parse(json.stdout)).toMatchObject({ pages: { changed: ['/darbinieki/anna/'] } });
  expect(run(root, 'api/content.ts', 'diff', 'nav-tada').status).toBe(1);
});

it('helps with a command, and refuses what it does not know', () => {
  const { status, stdout, stderr } = run(main, 'api/content.ts', 'confirm', '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(HELP['confirm']);
  for (const args of [
    ['confirm', 'x', '--dat', 'y'],
    ['check', '--json'],
  ]) {
    const refused = run(main, 'api/content.ts', ...args);
    expect({ ...refused, stderr: refused.stderr.slice(0, 12) }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Lietošana: n',
    });
  }
  for (const text of Object.values(HELP)) expect(text).toMatch(/^Lietošana: npm run content -- /);
  expect(Object.keys(HELP).filter(command => !USAGE.includes(`\n  ${command} `))).toEqual([]);
});

it('explains itself when the command is unknown or missing', () => {
  for (const args of [['api/content.ts'], ['api/content.ts', 'chekc']]) {
    const { status, stdout, stderr } = run(main, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Lietošana: npm run content -- <komanda>/);
  }
});

it('the build stops with the report and nothing else', () => {
  const { status, stdout, stderr } = run(project(broken), 'node_modules/astro/bin/astro.mjs', 'build');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^content\/staff\/anna\.mdx:1 · name: trūkst lauka “name”\.\n/);
  expect(stderr).toMatch(/Atrastas 2 kļūdas 1 failā\.\n$/);
  expect(stderr).not.toMatch(/\n\s+at |Stack|Error/);
});

// Every file of the data belongs to its owner alone, whatever the umask and the folder's mode. Real processes, since the
// umask is a process's.
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { runScript } from '../support/process.ts';
import { serveSmall } from '../support/register.ts';

const folder = temporaryFolders();

/** Runs a server with an open umask, files a complaint, makes a backup and restores it; lists files with their modes. */
const SCRIPT = `
  process.umask(0);
  const [site, data, root] = process.argv.slice(1);
  const { readdirSync, statSync } = await import('node:fs');
  const { execFileSync } = await import('node:child_process');
  const { startServer } = await import(root + 'node/start.ts');
  const list = () => readdirSync(data, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name + ' ' + (statSync(entry.parentPath + '/' + entry.name).mode & 0o777).toString(8));
  const env = { PATH: process.env.PATH, KAC_DATA: data, PORT: '0' };
  const run = (name, ...args) =>
    execFileSync(process.execPath, [decodeURIComponent(new URL(root + name).pathname), ...args], { env });
  const start = () =>
    startServer({ siteFolder: site + '/dist', bundleFile: site + '/bundle.json', env, log: () => undefined });
  const running = await start();
  await fetch(running.origin + '/api/complaints', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'Rinda' }) });
  const seen = list();
  run('backup.ts');
  seen.push(...list());
  await running.stop();
  const made = readdirSync(data + '/backups').find(name => /^kac-.*[.]db$/.test(name));
  run('restore.ts', made, '--yes');
  seen.push(...list());
  await (await start()).stop();
  console.log(JSON.stringify([...seen, ...list()]));
`;

async function seenWith(mode: number): Promise<string[]> {
  const data = join(folder(), 'data');
  mkdirSync(data);
  chmodSync(data, mode);
  const site = folder();
  await (await serveSmall(site, { KAC_DATA: folder() })).stop();
  const root = new URL('../../api/', import.meta.url).href;
  return JSON.parse(runScript(SCRIPT, site, data, root)) as string[];
}

it.each([0o755, 0o777])(
  'a server and a backup with umask 000 in a folder that all may read (%o)',
  async mode => {
    const seen = await seenWith(mode);
    for (const name of [
      'kac.db',
      'kac.db-wal',
      'kac.db-shm',
      'kac.lock',
      'keys.json',
      'office.json',
      'kac.lock.json',
    ])
      expect(seen.some(line => line.startsWith(`${name} `))).toBe(true);
    expect(seen.some(line => /^kac-\d{4}.*\.db /.test(line))).toBe(true);
    expect(seen.filter(line => !line.endsWith(' 600'))).toEqual([]);
  },
);

it('what an earlier version left readable is tightened at the start; what is not ours is left alone', async () => {
  const data = folder();
  const site = folder();
  await (await serveSmall(site, { KAC_DATA: data })).stop();
  mkdirSync(join(data, 'backups'), { recursive: true });
  mkdirSync(join(data, 'replaced-2026-11-23T08-30-00Z'));
  const old = [
    'backups/kac-2026-11-23T01-00-00Z.db',
    'backups/kac-2026-11-23T01-00-00Z.json',
    'backups/erased.jsonl',
    'replaced-2026-11-23T08-30-00Z/kac.db',
  ];
  for (const path of [...old, 'piezimes.txt']) writeFileSync(join(data, path), '{}');
  const files = [...readdirSync(data).filter(name => statSync(join(data, name)).isFile()), ...old];
  for (const path of files) chmodSync(join(data, path), 0o644);
  await (await serveSmall(folder(), { KAC_DATA: data })).stop();
  const loose = files.filter(
    path => (statSync(join(data, path), { throwIfNoEntry: false })?.mode ?? 0) & 0o077,
  );
  expect(loose).toEqual(['piezimes.txt']);
});

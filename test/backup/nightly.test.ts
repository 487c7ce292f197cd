// What a running server does by itself: one copy per night, the list of erasures, and a report when a backup
// fails.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fileAt } from '../support/register.ts';
import { kept } from './kept.ts';

const folder = temporaryFolders();
const LONG = { timeout: 60_000, interval: 50 };

async function serve(
  data: string,
  env: Record<string, string> = {},
): Promise<{ server: RunningServer; log: LogEntry[] }> {
  const root = folder();
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'bundle.json'), JSON.stringify(testSite));
  const log: LogEntry[] = [];
  const server = await startServer({
    siteFolder: join(root, 'dist'),
    bundleFile: join(root, 'bundle.json'),
    env: { PORT: '0', KAC_DATA: data, ...env },
    log: entry => log.push(entry),
    backupsEveryMs: 50,
  });
  onTestFinished(() => server.stop());
  return { server, log };
}

const health = async ({ origin }: RunningServer): Promise<unknown> =>
  (await fetch(`${origin}/api/health`)).json();

it('makes one when it is due, once, and health says that all is well', async () => {
  const own = kept(folder, folder());
  const { server, log } = await serve(own.data);
  await fileAt(server.origin, { text: 'Rinda' });
  await vi.waitFor(() => expect(log.map(({ event }) => event)).toContain('backup'), LONG);
  const names = own.files('.db');
  expect(names).toHaveLength(1);
  expect(await own.backup('check', names[0] ?? '')).toMatchObject({ code: 0 });
  // Checked many times since.
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(own.files('.db')).toEqual(names);
  expect(await health(server)).toMatchObject({ checks: { backups: 'ok' } });
});

it('says so in the log and in health when it can’t, and goes on serving', async () => {
  const own = kept(folder, folder());
  const inTheWay = join(own.data, 'kopijas');
  writeFileSync(inTheWay, 'te ir fails');
  const { server, log } = await serve(own.data, { KAC_BACKUPS: inTheWay });
  await vi.waitFor(
    () => expect(log).toContainEqual(expect.objectContaining({ level: 'error', event: 'backup' })),
    LONG,
  );
  expect(await health(server)).toMatchObject({ status: 'degraded', checks: { backups: 'failed' } });
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  expect((await fileAt(server.origin, { text: 'Rinda' })).reference).toMatch(/^KAC-/);
  // One line, not one per check.
  expect(log.filter(({ event }) => event === 'backup')).toHaveLength(1);
});

it('makes none where they are off, and still notes what is erased', async () => {
  const own = kept(folder, folder(), { KAC_BACKUPS: 'off' });
  const { server } = await serve(own.data, { KAC_BACKUPS: 'off' });
  const { reference } = await fileAt(server.origin, { text: 'Rinda' });
  expect(await health(server)).toMatchObject({ status: 'ok', checks: { backups: 'off' } });
  await server.stop();
  await own.register('erase', reference, '--act', 'Nr. 5, 2031-01-10', '--yes');
  const list = readFileSync(join(own.data, 'backups', 'erased.jsonl'), 'utf8').trim();
  expect(JSON.parse(list)).toMatchObject({ reference, kind: 'erased', detail: { act: 'Nr. 5, 2031-01-10' } });
  expect(own.files('.db')).toEqual([]);
});

it('notes at its end what was erased in the register', async () => {
  const own = kept(folder, folder());
  const { server } = await serve(own.data, { KAC_BACKUPS: 'off' });
  const { reference } = await fileAt(server.origin, { text: 'Rinda' });
  await server.stop();
  // An erasure whose list entry was lost, as after a kill.
  await own.register('erase', reference, '--act', 'Nr. 5, 2031-01-10', '--yes');
  writeFileSync(join(own.data, 'backups', 'erased.jsonl'), '');
  const again = await serve(own.data, { KAC_BACKUPS: 'off' });
  await again.server.stop();
  expect(readFileSync(join(own.data, 'backups', 'erased.jsonl'), 'utf8')).toContain(reference);
});

// A backup while people file complaints: it contains, readable, everything acknowledged before it began; the
// people notice nothing.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { stream } from '../crash/stream.ts';
import { postJson } from '../runtime/client.ts';
import { writeSite } from '../runtime/live-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startGuarded } from '../support/guarded.ts';
import { kept } from './kept.ts';

const folder = temporaryFolders();
const program = fileURLToPath(new URL('../crash/server.ts', import.meta.url));

it('holds all that was acknowledged before it began, and comes back in an empty folder', {
  timeout: 600_000,
}, async () => {
  const own = kept(folder, folder());
  const site = writeSite(folder());
  const server = startGuarded(process.execPath, [program, own.data, site.siteFolder, site.bundleFile]);
  const origin = await server.line(line => line.startsWith('http://'));
  const early = stream(origin);
  await wait(700);
  early.stop();
  const { acknowledged } = await early.done;
  const during = stream(origin);
  const made = await own.backup();
  during.stop();
  const meanwhile = await during.done;
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(acknowledged.size).toBeGreaterThan(20);
  // Everyone who filed meanwhile got an answer.
  expect(meanwhile.acknowledged.size).toBeGreaterThan(5);
  expect([meanwhile.unacknowledged.size, meanwhile.contradicted.size]).toEqual([0, 0]);
  await server.stop();

  const other = kept(folder, folder(), { KAC_LIMITS: 'off' });
  for (const name of ['keys.json', 'office.json']) copyFileSync(join(own.data, name), join(other.data, name));
  const path = join(own.data, 'backups', own.files('.db')[0] ?? '');
  expect(await other.restore(path, '--yes')).toMatchObject({ code: 0 });
  rmSync(own.data, { recursive: true });
  expect(await other.register('verify')).toMatchObject({ code: 0, out: expect.stringContaining('vesela') });
  const [[key, one] = ['', undefined]] = acknowledged;
  expect((await other.register('show', one?.reference ?? '')).out).toContain(`Rinda bija gara (${key}).`);

  const restored = await other.serve();
  for (const receipt of acknowledged.values()) {
    const found = await postJson(`${restored.origin}/api/status`, { trackingCode: receipt.trackingCode });
    expect(await found.json()).toMatchObject({ reference: receipt.reference });
  }
});

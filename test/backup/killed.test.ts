// Killed with -9 during a run: the database is either the former or the restored one, complete, and nothing
// half-made is taken for a copy.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { finishRestore, restoreIsPending, stagingOf } from '../../api/node/backup/swap.ts';
import { temporaryFolders } from '../support/folder.ts';
import { fill, type Kept, kept, rowsOf } from './kept.ts';

const folder = temporaryFolders();

/** Runs a command and kills it after this many milliseconds if it has not finished. */
async function killed(root: string, args: readonly string[], data: string, ms: number): Promise<void> {
  const path = fileURLToPath(new URL(`../../api/${root}`, import.meta.url));
  const env = { PATH: process.env['PATH'] ?? '', KAC_DATA: data };
  const child = spawn(process.execPath, [path, ...args], { env, stdio: 'ignore' });
  const gone = once(child, 'exit');
  await Promise.race([gone, wait(ms)]);
  child.kill('SIGKILL');
  await gone;
}

const count = (file: string): unknown => rowsOf(file, 'SELECT count(*) AS n FROM submissions')[0]?.['n'];

let template: Promise<{ data: string; name: string }> | null = null;

async function makeTemplate(): Promise<{ data: string; name: string }> {
  const own = kept(folder, folder());
  await fill(own, 'Pirms kopijas.');
  await own.backup();
  await fill(own, 'Pēc kopijas.');
  return { data: own.data, name: own.files('.db')[0] ?? '' };
}

/** A register with two complaints, and a backup with the first one; made once and copied for each test. */
async function twoStates(): Promise<{ own: Kept; name: string }> {
  template ??= makeTemplate();
  const { data, name } = await template;
  const copy = join(folder(), 'data');
  cpSync(data, copy, { recursive: true });
  return { own: kept(folder, copy), name };
}

describe('a restore, killed', () => {
  it('at any moment, leaves one of the two states, whole, and can be run again', {
    timeout: 600_000,
  }, async () => {
    const { own, name } = await twoStates();
    const seen = new Set<unknown>();
    for (let round = 0; round < 6; round += 1) {
      const data = join(folder(), 'data');
      cpSync(own.data, data, { recursive: true });
      await killed('restore.ts', [name, '--yes'], data, 150 + round * 90 + randomInt(90));
      const next = kept(folder, data);
      // The next server opens it: two complaints mean the former state, one means the restored state.
      const server = await next.serve();
      await server.stop();
      const [file] = [join(data, 'kac.db')];
      seen.add(count(file));
      expect([1, 2]).toContain(count(file));
      expect(restoreIsPending(file)).toBe(false);
      expect(await next.register('verify')).toMatchObject({ code: 0 });
      expect(await next.restore(name, '--yes')).toMatchObject({ code: 0 });
      expect(count(file)).toBe(1);
      expect(readdirSync(data).filter(one => one.includes('.restor'))).toEqual([]);
    }
    // Without a run that was interrupted early, the test would prove nothing.
    expect(seen).toContain(2);
  });

  it.each([0, 1, 2, 3, 4])(
    'between the steps of the exchange (%i done), is finished by the next start',
    async done => {
      const { own, name } = await twoStates();
      const file = join(own.data, 'kac.db');
      // The state after all but the last step of a restore.
      const prepared = join(folder(), 'data');
      cpSync(own.data, prepared, { recursive: true });
      await kept(folder, prepared).restore(name, '--yes');
      cpSync(join(prepared, 'kac.db'), stagingOf(file));
      writeFileSync(`${file}-wal`, '');
      writeFileSync(`${file}-shm`, '');
      writeFileSync(`${file}.restore.json`, JSON.stringify({ replaced: 'replaced-2026-11-24T18-00-00Z' }));
      const aside = join(own.data, 'replaced-2026-11-24T18-00-00Z');
      const steps = [
        () => mkdirSync(aside),
        () => renameSync(`${file}-wal`, join(aside, 'kac.db-wal')),
        () => renameSync(`${file}-shm`, join(aside, 'kac.db-shm')),
        () => renameSync(file, join(aside, 'kac.db')),
      ];
      for (const step of steps.slice(0, done)) step();

      expect(await own.register('list')).toMatchObject({
        code: 1,
        err: expect.stringContaining('pārtraukta'),
      });
      expect(await own.backup()).toMatchObject({ code: 1 });
      const server = await own.serve();
      await server.stop();
      expect([count(file), count(join(aside, 'kac.db'))]).toEqual([1, 2]);
      expect(existsSync(stagingOf(file))).toBe(false);
      expect(await own.register('verify')).toMatchObject({ code: 0 });
      expect(finishRestore(file)).toBeNull();
    },
  );

  it('with the former database aside and the keys gone, makes no new keys', async () => {
    const { own } = await twoStates();
    const file = join(own.data, 'kac.db');
    renameSync(file, stagingOf(file));
    writeFileSync(`${file}.restore.json`, JSON.stringify({ replaced: 'replaced-2026-11-24T18-00-00Z' }));
    renameSync(join(own.data, 'keys.json'), join(own.data, 'projam.json'));
    await expect(own.serve()).rejects.toThrow('atslēgu faila');
    expect(existsSync(join(own.data, 'keys.json'))).toBe(false);
  });

  it('after the last rename, only forgets its note', async () => {
    const { own } = await twoStates();
    const file = join(own.data, 'kac.db');
    writeFileSync(`${file}.restore.json`, JSON.stringify({ replaced: 'replaced-2026-11-24T18-00-00Z' }));
    finishRestore(file);
    expect([count(file), restoreIsPending(file)]).toEqual([2, false]);
  });
});

describe('a backup, killed', () => {
  it('at any moment, leaves no half copy under a copy’s name, and the next one is made', {
    timeout: 600_000,
  }, async () => {
    const own = kept(folder, folder());
    await fill(own, ...Array.from({ length: 30 }, () => 'x'.repeat(4000)));
    for (let round = 0; round < 6; round += 1) {
      await killed('backup.ts', [], own.data, 120 + round * 70 + randomInt(70));
      const names = existsSync(join(own.data, 'backups')) ? own.files('.db') : [];
      for (const name of names) expect(await own.backup('check', name)).toMatchObject({ code: 0 });
    }
    expect(await own.backup()).toMatchObject({ code: 0 });
    expect(own.files('.unfinished')).toEqual([]);
    expect(await own.register('verify')).toMatchObject({ code: 0 });
  });
});

// One server per data folder, however the first one ended.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../api/node/lock.ts';
import { Refusal } from '../../api/node/refusal.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startScript } from '../support/process.ts';

const folder = temporaryFolders();
const lockModule = new URL('../../api/node/lock.ts', import.meta.url).href;
const holder = { pid: 4242, since: '2026-11-22T15:20:00.000Z', address: 'http://127.0.0.1:4321' };

function take(path: string) {
  const result = takeLock(path, holder);
  if (result.ok) onTestFinished(() => result.lock.release());
  return result;
}

const holdInProcess = (path: string) =>
  startScript(
    `const { takeLock } = await import(process.argv[1]);
     const holder = { pid: process.pid, since: '2026-11-22T15:20:00.000Z', address: 'http://127.0.0.1:4321' };
     console.log(takeLock(process.argv[2], holder).ok);
     process.stdin.resume();`,
    lockModule,
    path,
  );

describe('takeLock', () => {
  it('makes the folder for its owner only, and notes who holds it', () => {
    const path = join(folder(), 'data');
    expect(take(path).ok).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(join(path, 'kac.lock.json'), 'utf8'))).toEqual(holder);
  });

  it('refuses a second holder in Latvian: who, since when (Latvian time), what to do', () => {
    const path = folder();
    take(path);
    const second = take(path);
    expect(second).toMatchObject({ ok: false, reason: 'held' });
    const message = second.ok ? '' : second.message;
    expect(message).toContain(path);
    expect(message).toContain('http://127.0.0.1:4321, procesa numurs 4242, sākts 22.11.2026');
    expect(message).toContain('17:20');
    expect(message).toContain('kill 4242');
  });

  it('refuses while another process holds it, and is free the moment that process is killed', async () => {
    const path = folder();
    const other = await holdInProcess(path);
    expect(other.said.trim()).toBe('true');
    const refused = take(path);
    expect(refused).toMatchObject({ ok: false, reason: 'held' });
    expect(refused.ok ? '' : refused.message).toContain(`procesa numurs ${other.child.pid}`);
    await other.stop('SIGKILL');
    expect(existsSync(join(path, 'kac.lock.json'))).toBe(true);
    expect(take(path).ok).toBe(true);
  });

  it('still refuses when the note is missing or spoilt', () => {
    const path = folder();
    take(path);
    writeFileSync(join(path, 'kac.lock.json'), '{"pid":');
    expect(take(path)).toMatchObject({ ok: false, message: expect.stringContaining('KAC_DATA') });
    rmSync(join(path, 'kac.lock.json'));
    expect(take(path)).toMatchObject({ ok: false, message: expect.stringContaining('KAC_DATA') });
  });

  it('frees the folder and takes its note away, once', () => {
    const path = folder();
    const first = take(path);
    if (!first.ok) throw new Error('the folder was free');
    first.lock.release();
    expect(existsSync(join(path, 'kac.lock.json'))).toBe(false);
    expect(take(path).ok).toBe(true);
    first.lock.release();
    expect(existsSync(join(path, 'kac.lock.json'))).toBe(true);
    expect(take(path).ok).toBe(false);
  });

  it('notes a new address', () => {
    const path = folder();
    const first = take(path);
    if (first.ok) first.lock.describe('http://127.0.0.1:5555');
    expect(take(path)).toMatchObject({ message: expect.stringContaining('http://127.0.0.1:5555') });
  });

  it('says so when the folder cannot be written', () => {
    const path = join(folder(), 'a file');
    writeFileSync(path, '');
    expect(() => take(path)).toThrow(Refusal);
    expect(() => take(path)).toThrow(/Datu mapi “.*a file” nevar izmantot/);
  });
});

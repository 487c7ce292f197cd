// The command roots as processes: exit codes, their output, and the state after kill -9.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startScript } from '../support/process.ts';

const folder = temporaryFolders();
const root = (path: string): string => fileURLToPath(new URL(`../../api/${path}`, import.meta.url));

function run(
  path: string,
  env: Record<string, string>,
  cwd = folder(),
  args: readonly string[] = [],
): SpawnSyncReturns<string> {
  const PATH = process.env['PATH'] ?? '';
  return spawnSync(process.execPath, [root(path), ...args], { cwd, env: { PATH, ...env }, encoding: 'utf8' });
}

describe('npm run migrate', () => {
  it('says what it did, and the second time that there was nothing to do', () => {
    const env = { KAC_DATA: folder() };
    expect(run('migrate.ts', env)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Datubāzē veiktas izmaiņas: 0001-submissions'),
      stderr: '',
    });
    expect(run('migrate.ts', env)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Datubāze jau ir atjaunināta\.\n/),
      stderr: '',
    });
  });

  it('shows the recovery key until somebody has confirmed it', () => {
    const env = { KAC_DATA: folder() };
    const key = /^ {2}(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}$/m;
    expect(run('migrate.ts', env).stdout).toMatch(key);
    expect(run('migrate.ts', env).stdout).toMatch(key);
    expect(run('keys.ts', env, undefined, ['confirm'])).toMatchObject({ status: 0, stderr: '' });
    expect(run('migrate.ts', env).stdout).not.toMatch(key);
  });

  it('reads .env, and the environment before it', () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'PORT=x\nKAC_DATA=here\n');
    expect(run('migrate.ts', {}, cwd)).toMatchObject({ status: 1, stderr: expect.stringContaining('PORT') });
    expect(run('migrate.ts', { PORT: '1' }, cwd)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('npm run serve', () => {
  it('says what is wrong without a stack trace, and ends with 1', () => {
    const { status, stdout, stderr } = run('node.ts', { PORT: 'x', KAC_DATA: folder() });
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      'Iestatījumos ir kļūdas:\n  PORT: jābūt portam no 0 līdz 65535.\n',
    ]);
  });
});

describe('a server process', () => {
  const script = `
    const { startServer } = await import(process.argv[1]);
    const [siteFolder, bundleFile, KAC_DATA] = process.argv.slice(2);
    const server = await startServer({ siteFolder, bundleFile, env: { PORT: '0', KAC_DATA, KAC_LIMITS: 'off' }, now: () => new Date('2026-11-23T08:30:00Z'), log: () => {} });
    process.on('SIGTERM', () => server.stop());
    console.log(server.origin);`;

  async function serve(data: string) {
    const files = folder();
    mkdirSync(join(files, 'dist'));
    writeFileSync(join(files, 'bundle.json'), JSON.stringify(testSite));
    const start = new URL('../../api/node/start.ts', import.meta.url).href;
    const running = await startScript(script, start, join(files, 'dist'), join(files, 'bundle.json'), data);
    onTestFinished(() => running.stop());
    return { ...running, origin: running.said.trim() };
  }

  const complaint = (origin: string, key: string) =>
    fetch(`${origin}/api/complaints`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ text: 'Rinda bija gara.' }),
    });

  it('killed in the middle of work has kept everything it acknowledged, and the next one starts', async () => {
    const data = folder();
    const first = await serve(data);
    const acknowledged: { key: string; reference: string }[] = [];
    let stopped = false;
    const worker = async (name: string) => {
      for (let i = 0; !stopped; i += 1) {
        const key = `key-${name}-${i}-0123456789`;
        const receipt = await complaint(first.origin, key)
          .then(answer => answer.json())
          .catch(() => null);
        if (receipt?.reference) acknowledged.push({ key, reference: receipt.reference });
      }
    };
    const workers = ['a', 'b', 'c', 'd'].map(worker);
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), { timeout: 60_000, interval: 5 });
    await first.stop('SIGKILL');
    stopped = true;
    await Promise.all(workers);

    const second = await serve(data);
    for (const { key, reference } of acknowledged.slice(-50)) {
      expect((await (await complaint(second.origin, key)).json()).reference).toBe(reference);
    }
  });

  it('ends by itself, with 0, when asked to stop', async () => {
    const { child, stop } = await serve(folder());
    await stop('SIGTERM');
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  });
});

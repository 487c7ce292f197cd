// The limits of a real server: by connection unless proxies are trusted, kept over a restart, timed by the
// page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
const FORM = '<!doctype html><form><input type="hidden" name="idempotencyKey" value=""></form>';

interface Started extends RunningServer {
  readonly log: readonly LogEntry[];
  pass(seconds: number): void;
}

async function start(env: Record<string, string>): Promise<Started> {
  const root = folder();
  const siteFolder = join(root, 'dist');
  mkdirSync(join(siteFolder, 'sudziba'), { recursive: true });
  writeFileSync(join(siteFolder, 'sudziba', 'index.html'), FORM);
  const bundleFile = join(root, 'site-bundle.json');
  writeFileSync(bundleFile, JSON.stringify(testSite));
  const log: LogEntry[] = [];
  let now = new Date('2026-11-23T08:30:00Z');
  const server = await startServer({
    siteFolder,
    bundleFile,
    env: { PORT: '0', KAC_LIMIT_SUBMIT: '1/2', ...env },
    now: () => now,
    log: entry => log.push(entry),
  });
  onTestFinished(() => server.stop());
  const pass = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  return { ...server, log, pass };
}

async function complain({ origin }: RunningServer, forwarded?: string, more: object = {}): Promise<number> {
  const { status } = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    body: JSON.stringify({ text: 'Rinda', ...more }),
    headers: {
      'content-type': 'application/json',
      ...(forwarded ? { 'x-forwarded-for': forwarded } : {}),
    },
  });
  return status;
}

describe('a server that visitors reach directly', () => {
  it('counts by the connection, whatever header they make up', async () => {
    const server = await start({ KAC_DATA: folder() });
    expect(await complain(server, '1.1.1.1')).toBe(201);
    expect(await complain(server, '2.2.2.2')).toBe(429);
    expect(await complain(server)).toBe(429);
  });

  it('has not forgotten after a restart', async () => {
    const KAC_DATA = folder();
    const first = await start({ KAC_DATA });
    expect(await complain(first)).toBe(201);
    await first.stop();
    expect(await complain(await start({ KAC_DATA }))).toBe(429);
  });

  it('lets everything through where the limits are lifted', async () => {
    const server = await start({ KAC_DATA: folder(), KAC_LIMITS: 'off' });
    for (let i = 0; i < 5; i += 1) expect(await complain(server)).toBe(201);
  });
});

describe('a server behind one trusted proxy', () => {
  it('counts by what the proxy added, and not by what came before', async () => {
    const server = await start({ KAC_DATA: folder(), KAC_PROXY: '1' });
    expect(await complain(server, '203.0.113.7')).toBe(201);
    expect(await complain(server, '1.1.1.1, 203.0.113.7')).toBe(429);
    expect(await complain(server, '203.0.113.8')).toBe(201);
  });
});

describe('the key in a served form', () => {
  const suspicions = ({ log }: Started) => log.at(-1)?.detail?.['suspicions'];
  const keyOf = async ({ origin }: Started): Promise<string> => {
    const page = await (await fetch(`${origin}/sudziba/`)).text();
    return /name="idempotencyKey" value="([^"]+)"/.exec(page)?.[1] ?? '';
  };

  it('tells a form that came back at once from one that was filled in', async () => {
    const server = await start({ KAC_DATA: folder(), KAC_LIMITS: 'off' });
    const idempotencyKey = await keyOf(server);
    expect(await complain(server, undefined, { idempotencyKey })).toBe(201);
    expect(suspicions(server)).toBe('too-fast');
    const slow = await keyOf(server);
    server.pass(20);
    expect(await complain(server, undefined, { idempotencyKey: slow })).toBe(201);
    expect(suspicions(server)).toBeUndefined();
    const forged = `${slow.slice(0, -1)}${slow.endsWith('A') ? 'B' : 'A'}`;
    expect(await complain(server, undefined, { idempotencyKey: forged })).toBe(201);
    expect(suspicions(server)).toBe('forged-key');
  });
});

// The whole server as its operator sees it: start, refusals, stop, and the data after the next start.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Refusal } from '../../api/node/refusal.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { hasSqld, startSqld } from '../support/sqld.ts';

const folder = temporaryFolders();
const now = () => new Date('2026-11-23T08:30:00Z');

function build(): { siteFolder: string; bundleFile: string } {
  const root = folder();
  const siteFolder = join(root, 'dist');
  mkdirSync(siteFolder);
  writeFileSync(join(siteFolder, 'index.html'), '<!doctype html><title>Sākums</title>');
  const bundleFile = join(root, 'site-bundle.json');
  writeFileSync(bundleFile, JSON.stringify(testSite));
  return { siteFolder, bundleFile };
}

async function start(env: Record<string, string>, built = build()): Promise<RunningServer> {
  const server = await startServer({ ...built, env: { PORT: '0', ...env }, now, log: () => {} });
  onTestFinished(() => server.stop());
  return server;
}

const complaint = (origin: string, key: string, text = 'Rinda bija gara.') =>
  fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ text }),
  });

describe('a server', () => {
  it('answers with the site and the API', async () => {
    const { origin } = await start({ KAC_DATA: folder() });
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(origin);
    expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Sākums');
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    expect((await fetch(`${origin}/nav`)).status).toBe(404);
  });

  it('refuses the site bundle of another version, and names what is missing and which command mends it', async () => {
    const built = build();
    const { policies: _, ...old } = testSite;
    writeFileSync(built.bundleFile, JSON.stringify(old));
    const refused = start({ KAC_DATA: folder() }, built);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(/policies: trūkst.*npm run build/);
  });

  it('has after the next start what it acknowledged before, under the same keys', async () => {
    const KAC_DATA = folder();
    const first = await start({ KAC_DATA });
    const receipt = await (await complaint(first.origin, 'key-0001-abcdefgh')).json();
    expect(receipt.reference).toMatch(/^KAC-/);
    await first.stop();
    expect(existsSync(join(KAC_DATA, 'kac.lock.json'))).toBe(false);

    const second = await start({ KAC_DATA });
    expect(await (await complaint(second.origin, 'key-0001-abcdefgh')).json()).toEqual(receipt);
    const status = await fetch(`${second.origin}/api/status`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ trackingCode: receipt.trackingCode }),
    });
    expect(status.status).toBe(200);
  });

  it('finishes a request it has begun when told to stop, and takes no other', async () => {
    const server = await start({ KAC_DATA: folder() });
    const { port } = new URL(server.origin);
    const body = JSON.stringify({ text: 'Pusē pārtraukta.' });
    const head = `POST /api/complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', data => {
      answer += data;
    });
    socket.write(head + body.slice(0, 5));
    await new Promise(resolve => setTimeout(resolve, 100));
    const stopped = server.stop();
    await expect(fetch(server.origin)).rejects.toThrow();
    socket.write(body.slice(5));
    const began = performance.now();
    await stopped;
    // Well before the idle timeout of the connection.
    expect(performance.now() - began).toBeLessThan(2000);
    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  });

  it('stops at once although a browser keeps its connection open', async () => {
    const server = await start({ KAC_DATA: folder() });
    await (await fetch(server.origin)).text();
    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a start is refused in Latvian', () => {
  const refusal = async (env: Record<string, string>, built = build()) => {
    const fault = await start(env, built).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    return (fault as Refusal).message;
  };

  it('for settings, all at once', async () => {
    const message = await refusal({ PORT: 'x', KAC_LIMITS: 'maybe', KAC_DATA: folder() });
    expect(message).toMatch(/^Iestatījumos ir kļūdas:\n {2}PORT: .*\n {2}KAC_LIMITS: /);
  });

  it('when the site is not built', async () => {
    const built = build();
    rmSync(built.bundleFile);
    expect(await refusal({ KAC_DATA: folder() }, built)).toContain('npm run build');
  });

  it('when another server has the folder; that one goes on', async () => {
    const KAC_DATA = folder();
    const first = await start({ KAC_DATA });
    expect(await refusal({ KAC_DATA })).toContain(first.origin);
    expect((await fetch(first.origin)).status).toBe(200);
  });

  it('when the port is taken, and the folder is free again', async () => {
    const first = await start({ KAC_DATA: folder() });
    const { port } = new URL(first.origin);
    const KAC_DATA = folder();
    expect(await refusal({ PORT: port, KAC_DATA })).toContain(`Ports ${port} jau ir aizņemts`);
    await start({ KAC_DATA });
  });

  it('when the machine has no such address', async () => {
    expect(await refusal({ HOST: '192.0.2.1', KAC_DATA: folder() })).toContain('nav adreses “192.0.2.1”');
  });

  it('when the database is there and its keys are not', async () => {
    const KAC_DATA = folder();
    await (await start({ KAC_DATA })).stop();
    rmSync(join(KAC_DATA, 'keys.json'));
    expect(await refusal({ KAC_DATA })).toContain('keys.json');
    expect(existsSync(join(KAC_DATA, 'keys.json'))).toBe(false);
  });

  it('when the database is something else', async () => {
    const KAC_DATA = folder();
    await (await start({ KAC_DATA })).stop();
    writeFileSync(join(KAC_DATA, 'kac.db'), 'a letter '.repeat(1000));
    expect(await refusal({ KAC_DATA })).toMatch(/kac\.db” neizdevās atvērt/);
  });

  it('when the database server does not answer', async () => {
    const env = { KAC_DATA: folder(), KAC_DATABASE_URL: 'http://127.0.0.1:9' };
    expect(await refusal(env)).toContain('“http://127.0.0.1:9” neizdevās atvērt');
  });
});

describe.skipIf(!hasSqld)('a server on a remote database', () => {
  it('keeps what it takes there, and refuses to serve it without its keys', async () => {
    const remote = await startSqld(folder());
    onTestFinished(() => remote.stop());
    const KAC_DATA = folder();
    const env = { KAC_DATA, KAC_DATABASE_URL: remote.url };
    const first = await start(env);
    const receipt = await (await complaint(first.origin, 'key-0002-abcdefgh')).json();
    await first.stop();
    expect(existsSync(join(KAC_DATA, 'kac.db'))).toBe(false);

    const second = await start(env);
    expect(await (await complaint(second.origin, 'key-0002-abcdefgh')).json()).toEqual(receipt);
    await second.stop();
    await expect(start({ ...env, KAC_DATA: folder() })).rejects.toThrow(/keys\.json/);
  });
});

// Connections that are kept alive: longer than a proxy keeps its own, and nobody is kept out by them.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { mostConnections } from '../../api/node/connections.ts';
import { SERVER_OPTIONS } from '../../api/node/http-server.ts';
import { writeSite } from '../runtime/live-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import type { Condition } from './crowd-server.ts';
import { complain, serve } from './served.ts';
import { startTold } from './told.ts';

const folder = temporaryFolders();
const ASK = 'GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n';

interface Idle {
  readonly socket: Socket;
  heard: string;
}

/** Connects and asks once; the connection stays open. */
async function idle(port: number): Promise<Idle> {
  const socket = connect(port, '127.0.0.1');
  const line: Idle = { socket, heard: '' };
  socket.on('data', data => {
    line.heard += data;
  });
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(ASK);
  while (!line.heard.includes('"ok"') && !socket.closed) await new Promise(resolve => setTimeout(resolve, 5));
  return line;
}

async function started(files?: number) {
  const { siteFolder, bundleFile } = writeSite(folder());
  const program = await startTold<Condition>(
    'crowd-server.ts',
    [folder(), siteFolder, bundleFile],
    files === undefined ? {} : { files },
  );
  onTestFinished(async () => void (await program.end()));
  const { origin } = program.first;
  return { program, origin, port: Number(new URL(origin).port) };
}

it('a connection is kept for longer than the minute that is usual among proxies, and the answer says so', async () => {
  expect(SERVER_OPTIONS.keepAliveTimeout).toBeGreaterThan(60_000);
  const { port } = await serve(folder(), folder());
  const { heard } = await idle(port);
  expect(Number(/^Keep-Alive: timeout=(\d+)/im.exec(heard)?.[1])).toBeGreaterThan(60);
});

it('two thousand idle connections keep nobody waiting', async () => {
  const { origin, port, program } = await started();
  for (let i = 0; i < 20; i += 1) await Promise.all(Array.from({ length: 100 }, () => idle(port)));
  expect((await program.ask()).connections).toBeGreaterThanOrEqual(2000);
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  expect((await complain(origin, { text: 'Rinda' })).status).toBe(201);
}, 120_000);

it('idle connections make room before a visitor is turned away', async () => {
  const FILES = 300;
  const { origin, port, program } = await started(FILES);
  const lines: Idle[] = [];
  // As many as there may be at all, and a third more: without room being made, the last ones would not be let in.
  const count = Math.ceil((mostConnections(FILES) * 4) / 3);
  for (let i = 0; i < count; i += 1) lines.push(await idle(port));
  for (const { heard } of lines) expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  expect((await complain(origin, { text: 'Rinda' })).status).toBe(201);
  expect((await program.ask()).errors).toEqual([]);
}, 120_000);

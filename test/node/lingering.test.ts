// The server refuses a body and the client reads why: however it sends, and however slowly.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { MAX_BODY } from '../../api/http/body-limits.ts';
import { serve } from '../faults/served.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();

const head = (...lines: string[]): string =>
  ['POST /api/complaints HTTP/1.1', 'Host: x', ...lines, '', ''].join('\r\n');

/** Sends all of it whatever comes back, as most clients do, and reads only then. */
async function sendThenRead(
  port: number,
  text: string,
  { pauseMs = 0, enough = '"status":413' } = {},
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let fault: Error | null = null;
  socket.on('error', error => {
    fault = error;
  });
  await once(socket, 'connect');
  // Nothing is read while it sends: what comes waits in the system.
  socket.pause();
  await sendAll(socket, text, pauseMs);
  let heard = '';
  socket.on('data', data => {
    heard += data;
  });
  socket.resume();
  await until(() => fault !== null || socket.closed || heard.includes(enough));
  socket.destroy();
  expect(fault).toBeNull();
  return heard;
}

async function sendAll(socket: Socket, text: string, pauseMs: number): Promise<void> {
  const PIECE = 64 * 1024;
  for (let at = 0; at < text.length && !socket.destroyed; at += PIECE) {
    if (!socket.write(text.slice(at, at + PIECE)))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    if (pauseMs > 0) await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise(resolve => setTimeout(resolve, 5));
}

const JSON_TYPE = 'Content-Type: application/json';
/** Much more than the system takes from a sender before the server has read any of it. */
const SIZE = 24 * MAX_BODY;
const BODY = `{"text":"${'a'.repeat(SIZE)}"}`;
const FILE = `--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n${'a'.repeat(SIZE)}\r\n--x--\r\n`;
const chunked = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

const WAYS: readonly (readonly [string, string])[] = [
  ['with its length', head(JSON_TYPE, `Content-Length: ${BODY.length}`) + BODY],
  ['with its length, closing', head(JSON_TYPE, `Content-Length: ${BODY.length}`, 'Connection: close') + BODY],
  ['in chunks', head(JSON_TYPE, 'Transfer-Encoding: chunked') + chunked(BODY)],
  ['in chunks, closing', head(JSON_TYPE, 'Transfer-Encoding: chunked', 'Connection: close') + chunked(BODY)],
  [
    'as a form with files',
    head(
      'Content-Type: multipart/form-data; boundary=x',
      'Accept: application/json',
      `Content-Length: ${FILE.length}`,
    ) + FILE,
  ],
];

it.each(WAYS)('a body over the limit %s gets its 413, every time', async (_, request) => {
  const { port } = await serve(folder(), folder());
  for (let i = 0; i < 5; i += 1) {
    expect(await sendThenRead(port, request)).toMatch(/^HTTP\/1\.1 413 [\s\S]*"status":413/);
  }
});

it('a body that takes longer than a second gets its 413 as well', async () => {
  const { port } = await serve(folder(), folder());
  const body = `{"text":"${'a'.repeat(3 * MAX_BODY)}"}`;
  const request = head(JSON_TYPE, 'Transfer-Encoding: chunked', 'Connection: close') + chunked(body);
  expect(await sendThenRead(port, request, { pauseMs: 100 })).toMatch(/^HTTP\/1\.1 413 /);
});

it('the connection takes the next request once the refused body is over', async () => {
  const { port } = await serve(folder(), folder());
  const next = 'GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n';
  const [, request = ''] = WAYS[0] ?? [];
  const heard = await sendThenRead(port, request + next, { enough: '"status":"ok"' });
  expect(heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*HTTP\/1\.1 200 /);
});

it('a refused body without end is cut off', async () => {
  const timeouts = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 };
  const { port } = await serve(folder(), folder(), { timeouts });
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  let heard = '';
  socket.on('data', data => {
    heard += data;
  });
  socket.write(head(JSON_TYPE, `Content-Length: ${MAX_BODY * 10}`));
  const timer = setInterval(() => socket.write('a'), 50);
  await once(socket, 'close');
  clearInterval(timer);
  expect(heard).toMatch(/^HTTP\/1\.1 413 /);
});

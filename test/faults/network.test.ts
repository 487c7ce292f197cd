// Bad network input: refused or cut off in time, without a trace in the register.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_BODY } from '../../api/http/body-limits.ts';
import { SERVER_OPTIONS, type Timeouts } from '../../api/node/http-server.ts';
import { temporaryFolders } from '../support/folder.ts';
import { askRaw } from './ask.ts';
import { complain, type Register, type Served, serve, soundRegister } from './served.ts';

const folder = temporaryFolders();
const started = (timeouts?: Timeouts) => serve(folder(), folder(), timeouts ? { timeouts } : {});

/** Checks that it still accepts a complaint; returns what is in the register once it is stopped. */
async function afterwards(server: Served): Promise<Register> {
  expect((await complain(server.origin, { text: 'Pēc visa' })).status).toBe(201);
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([]);
  await server.stop();
  return soundRegister(server.data);
}
const ONLY_ONE: Register = { submissions: 1, events: 1 };

const head = (...lines: string[]): string =>
  ['POST /api/complaints HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...lines, '', ''].join(
    '\r\n',
  );

interface Line {
  readonly socket: Socket;
  /** Everything received until the other side closed the connection. */
  readonly heard: Promise<string>;
}

async function dial({ port }: Served): Promise<Line> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', data => {
    text += data;
  });
  // A server that closes the connection may do so while we write.
  socket.on('error', () => undefined);
  const heard = new Promise<string>(resolve => socket.on('close', () => resolve(text)));
  await once(socket, 'connect');
  return { socket, heard };
}

/** Sends `text` repeatedly until the other side has closed the connection. */
function dribble(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 50);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => clearInterval(timer));
}

describe('somebody who sends slowly', () => {
  const QUICK = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100 };

  it('by the byte loses the connection, in the body and in the headers', async () => {
    const server = await started(QUICK);
    const [body, headers] = [await dial(server), await dial(server)];
    body.socket.write(head('Content-Length: 100000'));
    dribble(body.socket, '{');
    headers.socket.write('POST /api/complaints HTTP/1.1\r\n');
    dribble(headers.socket, 'X-A: b\r\n');
    for (const { heard } of [body, headers]) expect(await heard).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });

  it('and hundreds of them keep nobody else waiting', async () => {
    const server = await started(QUICK);
    const lines = await Promise.all(Array.from({ length: 300 }, () => dial(server)));
    for (const { socket } of lines) {
      socket.write(head('Content-Length: 100000'));
      dribble(socket, ' ');
    }
    expect((await complain(server.origin, { text: 'Mana rinda' })).status).toBe(201);
    await Promise.all(lines.map(({ heard }) => heard));
    expect(await afterwards(server)).toEqual({ submissions: 2, events: 2 });
  });

  it('has little more than a minute on a server as it is started', () => {
    const { headersTimeout, requestTimeout, connectionsCheckingInterval } = SERVER_OPTIONS;
    expect(headersTimeout).toBeLessThanOrEqual(15_000);
    expect(requestTimeout + connectionsCheckingInterval).toBeLessThanOrEqual(65_000);
  });
});

describe('headers', () => {
  it.each([
    ['one of 20 KB', `X-A: ${'a'.repeat(20_000)}`],
    ['a thousand', Array.from({ length: 1000 }, (_, i) => `X-${i}: ${'a'.repeat(20)}`).join('\r\n')],
    ['a cookie of 30 KB', `Cookie: ${'a=b; '.repeat(6000)}`],
  ])('%s are too much', async (_, flood) => {
    const server = await started();
    const { socket, heard } = await dial(server);
    socket.write(head(flood, 'Content-Length: 2'));
    expect(await heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });
});

describe('a body', () => {
  it('that is compressed is refused and never unpacked', async () => {
    const server = await started();
    const bomb = gzipSync(`{"text":"${' '.repeat(200 * 1024 * 1024)}"}`);
    expect(bomb.length).toBeLessThan(MAX_BODY);
    const before = process.memoryUsage().rss;
    for (const encoding of ['gzip', 'br', 'deflate', 'gzip, gzip']) {
      const headers = {
        'content-type': 'application/json',
        'content-encoding': encoding,
        'content-length': String(bomb.length),
      };
      const reply = await askRaw(server.port, {
        method: 'POST',
        path: '/api/complaints',
        headers,
        body: bomb,
      });
      expect(reply.status).toBe(400);
      expect(reply.type).toBe('application/problem+json');
    }
    // Unpacking it would have needed at least that much.
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });

  it.each([
    ['/api/complaints', 'application/x-www-form-urlencoded'],
    ['/api/complaints', 'multipart/form-data; boundary=x'],
    ['/api/status', 'application/json'],
    ['/api/receipts/verify', 'application/x-www-form-urlencoded'],
    ['/api/uploads', 'application/json'],
  ])('that is compressed is unpacked nowhere: %s as %s', async (path, type) => {
    const server = await started();
    const body = gzipSync(`{"name":"a.pdf","size":100,"text":"${' '.repeat(1000)}"}`);
    const headers = {
      'content-type': type,
      'content-encoding': 'gzip',
      'upload-token': randomBytes(32).toString('base64url'),
      'content-length': String(body.length),
    };
    const reply = await askRaw(server.port, { method: 'POST', path, headers, body });
    expect(reply.status).toBe(400);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });

  it('in chunks without end is refused long before it is read', async () => {
    const server = await started();
    const { socket, heard } = await dial(server);
    let answered = false;
    let sent = 0;
    socket.once('data', () => {
      answered = true;
    });
    socket.write(head('Transfer-Encoding: chunked', 'Connection: close'));
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    for (; sent < 64 * MAX_BODY && !answered && !socket.destroyed; sent += chunk.length) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), heard, once(socket, 'data')]);
      await new Promise(resolve => setImmediate(resolve));
    }
    socket.end();
    expect(await heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(32 * MAX_BODY);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });

  it('that breaks off leaves nothing, in JSON and in a form with a file', async () => {
    const server = await started();
    const json = await dial(server);
    json.socket.write(head('Content-Length: 1000'));
    json.socket.end('{"text":"Puse no');
    const form = await dial(server);
    form.socket.write(
      `${head('Content-Length: 90000').replace('application/json', 'multipart/form-data; boundary=x')}--x\r\n` +
        'Content-Disposition: form-data; name="text"\r\n\r\nRinda\r\n--x\r\n' +
        'Content-Disposition: form-data; name="attachments"; filename="a.pdf"\r\n\r\n%PDF-1.7\n',
    );
    form.socket.write(randomBytes(20_000));
    await new Promise(resolve => setTimeout(resolve, 100));
    form.socket.destroy();
    await Promise.all([json.heard, form.heard]);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });

  it('with garbage behind it is taken, and the garbage refused', async () => {
    const server = await started();
    const { socket, heard } = await dial(server);
    const text = '{"text":"Rinda"}';
    socket.write(`${head(`Content-Length: ${text.length}`)}${text}`);
    await once(socket, 'data');
    socket.end('GARBAGE \0\xff / HTTP/9.9\r\n\r\n');
    const answers = await heard;
    expect(answers).toMatch(/^HTTP\/1\.1 201 /);
    expect(answers).toMatch(/HTTP\/1\.1 400 Bad Request/);
    expect(await afterwards(server)).toEqual({ submissions: 2, events: 2 });
  });
});

describe('requests that two servers would read differently', () => {
  const inner = 'POST /api/complaints HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n';
  it.each([
    ['with two lengths', head('Content-Length: 5', 'Content-Length: 6')],
    ['with a length and chunks', head('Content-Length: 5', 'Transfer-Encoding: chunked')],
    ['with chunks last but one', head('Transfer-Encoding: chunked, identity')],
    ['with a space before the colon', head('Content-Length : 5')],
    ['with a length below nothing', head('Content-Length: -1')],
    ['with a header over two lines', head('X-A: b', ' c: d', 'Content-Length: 5')],
    ['without a host', 'GET / HTTP/1.1\r\n\r\n'],
    ['that are no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s are refused', async (_, text) => {
    const server = await started();
    const { socket, heard } = await dial(server);
    socket.end(`${text}0\r\n\r\n${inner}`);
    expect(await heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(await afterwards(server)).toEqual(ONLY_ONE);
  });
});

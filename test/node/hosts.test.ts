// The host a request names: once, in letters of a host; only HTTP/1.0 need not name one.
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { serve } from '../faults/served.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();

async function ask(port: number, ...lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', data => {
    heard += data;
  });
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1');
  await once(socket, 'close');
  return heard;
}

const GET = 'GET /api/health HTTP/1.1';

it('may be missing in HTTP/1.0, as balancers ask for the health', async () => {
  const { port } = await serve(folder(), folder());
  expect(await ask(port, 'GET /api/health HTTP/1.0')).toMatch(/^HTTP\/1\.1 200 [\s\S]*"status":"ok"/);
  expect(await ask(port, 'GET /api/live HTTP/1.0')).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ask(port, 'HEAD / HTTP/1.0')).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ask(port, 'GET /api/health HTTP/1.1')).toMatch(/^HTTP\/1\.1 400 /);
});

it('is taken as a name, an address and with a port', async () => {
  const { port } = await serve(folder(), folder());
  for (const host of [
    'kac.example',
    'KAC.example:8080',
    '127.0.0.1',
    `127.0.0.1:${port}`,
    '[::1]',
    '[::1]:4321',
  ])
    expect(await ask(port, GET, `Host: ${host}`), host).toMatch(/^HTTP\/1\.1 200 /);
  expect(await ask(port, 'GET http://kac.example/api/health HTTP/1.1', 'Host: kac.example')).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});

it('is refused twice, empty, and in other characters, with a reason', async () => {
  const { port } = await serve(folder(), folder());
  const hosts = [
    '',
    "a'b",
    'a,b',
    'a;b',
    'a b',
    'a/b',
    'a@b',
    'a?b',
    'a#b',
    'a%41',
    'é',
    'a:b',
    'a:',
    '[a',
    '<b>',
    'a"b',
  ];
  const requests = [
    [GET, 'Host: kac.example', 'Host: kac.example'],
    [GET, 'Host: kac.example', 'hOsT: cits.example'],
    ['GET /api/health HTTP/1.0', 'Host: a', 'Host: b'],
    ["GET http://a'b/api/health HTTP/1.1", 'Host: kac.example'],
    ...hosts.map(host => [GET, `Host: ${host}`]),
  ];
  for (const request of requests) {
    const heard = await ask(port, ...request);
    expect(heard, request.join()).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.toLowerCase(), request.join()).toContain('cache-control: no-store');
    expect(heard, request.join()).toContain('"title":"Pieprasījumu neizdevās izlasīt"');
  }
});

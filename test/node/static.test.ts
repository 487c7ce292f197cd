// The built site over HTTP: through a tiny app and a real folder.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadStatic, staticHandler } from '../../api/node/static.ts';
import { temporaryFolders } from '../support/folder.ts';
import { bytesOf, type Get, header, PAGE, refuseMethod, serveSite } from './static-fixture.ts';

const folder = temporaryFolders();
let get: Get;
beforeAll(async () => {
  get = await serveSite(folder());
});

describe('a page', () => {
  it('is sent with type, length, tag and a cache that asks', async () => {
    const response = await get('/gaita/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(PAGE);
    expect(header(response, 'Content-Type')).toBe('text/html; charset=utf-8');
    expect(header(response, 'Content-Length')).toBe(String(Buffer.byteLength(PAGE)));
    expect(header(response, 'Cache-Control')).toBe('max-age=0, must-revalidate');
    expect(header(response, 'Vary')).toBe('Accept-Encoding');
    expect(header(response, 'Content-Encoding')).toBeNull();
    expect(header(response, 'ETag')).toMatch(/^"[\w-]{22}"$/);
    expect(header(response, 'X-Before')).toBe('kept');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const [full, head] = [await get('/gaita/'), await get('/gaita/', {}, 'HEAD')];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(full.headers));
  });

  const choices: [string, string | null][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['br;q=0, gzip;q=0', null],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['identity', null],
    ['identity;q=1, br;q=0.5', null],
    ['gzip;q=0.5, br;q=0.5, *;q=1', null],
    ['identity;q=0, br', 'br'],
    ['identity;q=0', null],
    ['BR', 'br'],
    ['x-gzip', 'gzip'],
    ['gzip ; q=0.2 , br ; q=0.1', 'gzip'],
    ['br;q=junk, gzip', 'gzip'],
    ['deflate, zstd', null],
    ['', null],
  ];
  it.each(choices)('for Accept-Encoding "%s" comes as %s', async (accept, encoding) => {
    const response = await get('/gaita/', { 'Accept-Encoding': accept });
    expect(header(response, 'Content-Encoding')).toBe(encoding);
    expect(header(response, 'Vary')).toBe('Accept-Encoding');
    const bytes = await bytesOf(response);
    expect(header(response, 'Content-Length')).toBe(String(bytes.length));
    const plain =
      encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(Buffer.from(plain).toString()).toBe(PAGE);
  });

  it('is 304 for its own tag only', async () => {
    const tag = header(await get('/gaita/', { 'Accept-Encoding': 'br' }), 'ETag') ?? '';
    const ask = (tags: string, accept = 'br') =>
      get('/gaita/', { 'Accept-Encoding': accept, 'If-None-Match': tags });
    const same = await ask(tag);
    expect(same.status).toBe(304);
    expect(await same.text()).toBe('');
    expect(header(same, 'ETag')).toBe(tag);
    expect(header(same, 'Vary')).toBe('Accept-Encoding');
    expect(header(same, 'Cache-Control')).toBe('max-age=0, must-revalidate');
    expect((await ask(`"x", W/${tag}`)).status).toBe(304);
    expect((await ask('*')).status).toBe(304);
    expect((await ask('"x"')).status).toBe(200);
    expect((await ask(tag, 'gzip')).status).toBe(200);
    expect((await ask(tag, '')).status).toBe(200);
  });

  it('has one address: 301 to it, with the query', async () => {
    for (const from of ['/gaita', '/gaita/index.html']) {
      const response = await get(`${from}?kods=%C4%81`);
      expect(response.status).toBe(301);
      expect(header(response, 'Location')).toBe('/gaita/?kods=%C4%81');
    }
    expect(header(await get('/index.html'), 'Location')).toBe('/');
    expect((await get('/gaita', {}, 'HEAD')).status).toBe(301);
  });
});

describe('a file', () => {
  it('with a hash in its name is kept a year', async () => {
    const response = await get('/_astro/page.B1x.css');
    expect(header(response, 'Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it('comes as it is when its compressed form is no smaller', async () => {
    const response = await get('/_astro/page.B1x.css', { 'Accept-Encoding': 'br' });
    expect(header(response, 'Content-Encoding')).toBeNull();
    expect(await response.text()).toBe('body{}');
  });

  it.each([
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/x.ics', 'text/calendar; charset=utf-8'],
    ['/x.vcf', 'text/vcard; charset=utf-8'],
    ['/x.jsonld', 'application/ld+json; charset=utf-8'],
    ['/x.json', 'application/json; charset=utf-8'],
    ['/x.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/x.svg', 'image/svg+xml; charset=utf-8'],
    ['/x.woff2', 'font/woff2'],
    ['/x.odd', 'application/octet-stream'],
  ])('%s has the type %s', async (path, type) => {
    expect(header(await get(path), 'Content-Type')).toBe(type);
  });

  it('is found by a name outside ASCII', async () => {
    expect(await (await get('/%C4%81.txt')).text()).toBe('ā');
  });
});

describe('what is not there', () => {
  it.each([
    '/nav',
    '/nav/',
    '/robots.txt/',
    '/gaita//',
    '//gaita',
    '/404.html',
    '/gaita/index.html.br',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
    '/link.txt',
    '/__proto__',
    '/constructor',
  ])('%s is 404 with the page of the site', async path => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Nav atrasta');
    expect(header(response, 'ETag')).toBeNull();
    expect((await get(path, { 'If-None-Match': '*' })).status).toBe(404);
  });

  it('is 404 for HEAD and for POST as well', async () => {
    expect((await get('/nav', {}, 'HEAD')).status).toBe(404);
    expect((await get('/nav', {}, 'POST')).status).toBe(404);
  });

  it('leads nowhere outside', async () => {
    expect(header(await get('//evil.example'), 'Location')).toBeNull();
  });
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s on a page is 405 and says what is allowed',
  async method => {
    for (const path of ['/gaita/', '/gaita', '/robots.txt']) {
      const response = await get(path, {}, method);
      expect(response.status).toBe(405);
      expect(header(response, 'Allow')).toBe('GET, HEAD');
    }
  },
);

it('without a 404 page of its own still answers 404', async () => {
  const bare = new Hono().use(staticHandler(await loadStatic(folder()), { newKey: () => 'k', refuseMethod }));
  const response = await bare.request('/');
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('Lapa nav atrasta.');
});

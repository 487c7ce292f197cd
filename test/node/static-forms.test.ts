// Pages with a form: each view has a separate idempotency key, and no cache keeps it.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { bytesOf, FORM, type Get, header, serveSite } from './static-fixture.ts';

const folder = temporaryFolders();
let get: Get;
beforeAll(async () => {
  get = await serveSite(folder());
});

describe('a page with a form', () => {
  const keysIn = (text: string) =>
    [...text.matchAll(/name="idempotencyKey" value="([^"]*)"/g)].map(match => match[1]);

  it('has a fresh key on every view, another in each of its forms', async () => {
    const [one, other] = [
      keysIn(await (await get('/sudziba/')).text()),
      keysIn(await (await get('/sudziba/')).text()),
    ];
    expect(one).toHaveLength(2);
    expect(new Set([...one, ...other]).size).toBe(4);
    expect(one[0]).toMatch(/^key-\d+$/);
  });

  it('is otherwise the page as built', async () => {
    const text = await (await get('/sudziba/')).text();
    expect(text.replaceAll(/value="key-\d+"/g, 'value=""')).toBe(FORM);
  });

  it('is for one visitor only: no tag, no 304, no shared cache', async () => {
    const response = await get('/sudziba/', { 'If-None-Match': '*' });
    expect(response.status).toBe(200);
    expect(header(response, 'ETag')).toBeNull();
    expect(header(response, 'Cache-Control')).toBe('private, no-cache');
    expect(header(response, 'Vary')).toBe('Accept-Encoding');
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is compressed as %s', async (encoding, decompress) => {
    const response = await get('/sudziba/', { 'Accept-Encoding': encoding });
    expect(header(response, 'Content-Encoding')).toBe(encoding);
    const bytes = await bytesOf(response);
    expect(header(response, 'Content-Length')).toBe(String(bytes.length));
    expect(keysIn(decompress(bytes).toString())[0]).toMatch(/^key-\d+$/);
    expect(bytes.length).toBeLessThan(FORM.length / 2);
  });
});

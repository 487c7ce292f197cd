// The JSON export is valid by its published schema; the page on open data lists every file with a working
// request.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../api/http/security-headers.ts';
import { DATA_FILES, exampleRequest } from '../../src/site/open-data.ts';
import { builtAddresses, distFile } from '../site/dist.ts';

const read = (path: string) => JSON.parse(readFileSync(distFile(path), 'utf8'));
const schema = read('dati/schemas/pakalpojumi.schema.json');
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const check = ajv.compile(schema);

describe('/dati/pakalpojumi.json', () => {
  const data = read('dati/pakalpojumi.json');

  it('obeys its JSON Schema', () => {
    check(data);
    expect(check.errors ?? []).toEqual([]);
    expect(data.$schema).toBe(schema.$id);
  });

  it('has every service, sorted as Latvians do, with codes that its own lists explain', () => {
    expect(data.services.length).toBeGreaterThanOrEqual(16);
    const titles = data.services.map((service: { title: string }) => service.title);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('lv').compare));
    const ids = (list: string) => data[list].map(({ id }: { id: string }) => id);
    for (const { holder, responsible, lifeEvents } of data.services) {
      expect(ids('holders')).toContain(holder);
      expect(ids('posts')).toContain(responsible);
      expect(ids('lifeEvents')).toEqual(expect.arrayContaining(lifeEvents));
    }
  });

  it('says that the licence is still to be confirmed', () => {
    expect(data).toMatchObject({
      licence: expect.stringContaining('publicdomain/zero'),
      licenceToConfirm: true,
    });
  });

  it.each([
    ['a missing field', (first: Record<string, unknown>) => delete first['cost']],
    ['an unknown field', (first: Record<string, unknown>) => Object.assign(first, { nav: 1 })],
    [
      'a date in words',
      (first: Record<string, unknown>) => Object.assign(first, { checked: { on: 'vakar', source: 'Avots' } }),
    ],
  ])('would be refused with %s', (_, mutate) => {
    const broken = structuredClone(data);
    mutate(broken.services[0]);
    expect(check(broken)).toBe(false);
  });

  it('describes every field of a service in Latvian', () => {
    const fields = Object.entries(schema.properties.services.items.properties);
    expect(fields.filter(([, field]) => !(field as { description?: string }).description)).toEqual([]);
  });
});

describe('/dati/', () => {
  const page = readFileSync(distFile('dati/index.html'), 'utf8');
  const addresses = builtAddresses();

  it('names every published file with a request to try, and no other', () => {
    for (const { address } of DATA_FILES) {
      const request = exampleRequest(address, 'http://127.0.0.1:4321/');
      expect(page.includes(request), address).toBe(addresses.has(address));
    }
    expect(page).toContain('/api/openapi.json');
    expect(page).toContain('CC0 1.0');
    expect(page).toContain('Vēl jāapstiprina');
  });

  it('is linked from the foot of every page', () => {
    expect(readFileSync(distFile('sudziba/index.html'), 'utf8')).toMatch(/<footer[\s\S]*href="\/dati\/"/);
  });
});

describe('open data on other sites', () => {
  const app = new Hono().use(securityHeaders as never).get('*', c => c.text(''));
  const headers = async (path: string) => {
    const { headers } = await app.request(path);
    return [headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')];
  };

  it('may be read, pages may not', async () => {
    expect(await headers('/dati/pakalpojumi.json')).toEqual(['*', 'cross-origin']);
    expect(await headers('/dati/schemas/pakalpojumi.schema.json')).toEqual(['*', 'cross-origin']);
    for (const path of ['/', '/dati/', '/api/status', '/datix/a.json'])
      expect(await headers(path), path).toEqual([null, 'same-origin']);
  });
});

// GET /meklet/ and GET /api/search: results without JavaScript, correct responses to bad input, suggestions
// when nothing is found.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { searchOf, warmSearch } from '../../api/http/search.ts';
import { postForm, startApp, type TestApp } from './harness.ts';
import { attribute, elements } from './html.ts';

const HTML = { accept: 'text/html' };
const ask = ({ app }: TestApp, query?: string) =>
  app.request(query === undefined ? '/meklet/' : `/meklet/?q=${encodeURIComponent(query)}`, {
    headers: HTML,
  });
const pageOf = async (test: TestApp, query?: string) => (await ask(test, query)).text();

describe('the search page', () => {
  it('shows what was found and what was typed, in the shell with the script', async () => {
    const test = await startApp();
    const response = await ask(test, 'sunim');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('<title>sunim – Meklēšana – KAC</title>');
    expect(html).toContain('href="/pakalpojumi/suna-registracija/"');
    expect(html).toContain('value="sunim"');
    expect(html).toContain('atrasts 1 rezultāts');
    expect(html).toContain('<script src="/meklet.js">');
  });

  it.each([undefined, '', '   '])('begins with the services most people need for %j', async query => {
    const html = await pageOf(await startApp(), query);
    expect(html).toContain('Biežāk vajadzīgie pakalpojumi');
    expect(html).toContain('href="/pakalpojumi/suna-registracija/"');
    expect(html).not.toContain('nekas nav atrasts');
    expect(html).toContain('<title>Meklēšana – KAC</title>');
  });

  it('takes markup for text', async () => {
    const html = await pageOf(await startApp(), `<script>alert(1)</script>" onfocus="x`);
    expect(html).not.toContain('<script>alert');
    const input = [...elements(parse(html))].find(({ tagName }) => tagName === 'input');
    expect(input && attribute(input, 'value')).toBe(`<script>alert(1)</script>" onfocus="x`);
    expect(input && attribute(input, 'onfocus')).toBeUndefined();
  });

  it('cuts ten thousand characters and says so', async () => {
    const html = await pageOf(await startApp(), `suns ${'a'.repeat(10_000)}`);
    expect(html).toContain('tikai pēc pirmajām 200 rakstzīmēm');
    expect(html).toContain('href="/pakalpojumi/suna-registracija/"');
    expect(html.length).toBeLessThan(5000);
  });

  it.each(['%', '%E0%A4%A', '%00', '%ED%A0%80', 'a&q=b', '+++'])('stands the address ?q=%s', async raw => {
    const { app, log } = await startApp();
    const response = await app.request(`/meklet/?q=${raw}`, { headers: HTML });
    expect(response.status).toBe(200);
    expect(log).toEqual([]);
  });

  it('is only opened, never sent to', async () => {
    const { app } = await startApp();
    const response = await postForm(app, '/meklet/', { q: 'suns' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('tells the log nothing of what was looked for', async () => {
    const test = await startApp();
    await pageOf(test, 'mana slimība');
    expect(test.log).toEqual([]);
  });
});

describe('nothing found', () => {
  it('offers near words, the phone and a form', async () => {
    const html = await pageOf(await startApp(), 'rekonstrukcija');
    expect(html).toContain('nekas nav atrasts');
    expect(html).toContain('href="/meklet/?q=re%C4%A3istr%C4%81cija">reģistrācija</a>');
    expect(html).toContain('href="tel:+37160000000"');
    expect(html).toMatch(/name="idempotencyKey" value="[\w-]{24}"/);
  });

  it('asks what was looked for and stores the answer once, as feedback about the site', async () => {
    const test = await startApp();
    const html = await pageOf(test, 'zzzz ūū');
    const [form] = [...elements(parse(html))].filter(element => attribute(element, 'method') === 'post');
    expect(form && attribute(form, 'action')).toBe('/api/feedback');
    const hidden = [...elements(parse(html))]
      .filter(element => attribute(element, 'type') === 'hidden')
      .map((element): [string, string] => [
        attribute(element, 'name') ?? '',
        attribute(element, 'value') ?? '',
      ]);
    expect(Object.fromEntries(hidden)).toMatchObject({ kind: 'site', page: '/meklet/?q=zzzz ūū' });
    for (const _ of [1, 2]) {
      const sent = await postForm(test.app, '/api/feedback', [...hidden, ['text', 'Meklēju zuzi.']]);
      expect(sent.status).toBe(303);
    }
    const { rows } = await test.database.execute({ sql: 'SELECT kind FROM submissions' });
    expect(rows.map(({ kind }) => kind)).toEqual(['site']);
  });

  it('gives back a form sent empty with its message', async () => {
    const test = await startApp();
    const sent = await postForm(test.app, '/api/feedback', { kind: 'site', page: '/meklet/?q=zz', text: '' });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain('value="/meklet/?q=zz"');
  });

  it('keeps the longest query inside what the form takes', async () => {
    const test = await startApp();
    const html = await pageOf(test, 'ž'.repeat(400));
    const page = /name="page" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const sent = await postForm(test.app, '/api/feedback', { kind: 'site', page, text: 'Teksts' });
    expect(sent.status).toBe(303);
  });

  it('is not said with a form where something was found', async () => {
    expect(await pageOf(await startApp(), 'suns')).not.toContain('/api/feedback');
  });
});

describe('in English', () => {
  const askEnglish = async ({ app }: TestApp, query: string) =>
    (await app.request(`/en/search/?q=${encodeURIComponent(query)}`, { headers: HTML })).text();

  it('speaks English, and marks what is Latvian', async () => {
    const html = await askEnglish(await startApp(), 'suns');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>suns – Search – KAC</title>');
    expect(html).toContain('1 result for “suns”');
    expect(html).toContain('lang="lv" hreflang="lv">Suņa reģistrācija</a>');
    expect(html).toContain('action="/en/search/"');
  });

  it('asks what was looked for, and a note sent empty comes back in English', async () => {
    const test = await startApp();
    const html = await askEnglish(test, 'zzzz');
    expect(html).toContain('action="/api/feedback?lang=en"');
    expect(html).toContain('name="page" value="/en/search/?q=zzzz"');
    const sent = await postForm(test.app, '/api/feedback?lang=en', { kind: 'site', page: '/x', text: '' });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain('<html lang="en">');
  });

  it('refuses other methods in English', async () => {
    const { app } = await startApp();
    const response = await app.request('/en/search/', { method: 'POST', headers: HTML });
    expect(response.status).toBe(405);
    expect(await response.text()).toContain('<html lang="en">');
  });

  it('is not there where English is switched off', async () => {
    const { deps } = await startApp();
    const app = createApp(() => ({ ...deps, site: { ...deps.site, shellEn: null, searchShellEn: null } }));
    for (const method of ['GET', 'POST'])
      expect((await app.request('/en/search/?q=dog', { method })).status).toBe(404);
    const asked = await app.request('/api/search?q=english&lang=en');
    expect(await asked.json()).toMatchObject({ total: 1 });
  });

  it('puts English pages first for programs that ask for it', async () => {
    const { app } = await startApp();
    const asked = await app.request('/api/search?q=english&lang=en');
    expect(await asked.json()).toMatchObject({ results: [{ url: '/en/', lang: 'en' }] });
  });
});

it('an index made beforehand, in steps, is the one that is asked', async () => {
  const { search } = (await startApp()).deps.site;
  const data = { ...search };
  await warmSearch(data);
  const warm = searchOf(data);
  expect(searchOf(data)).toBe(warm);
  expect(warm('suns')).toEqual(searchOf({ ...search })('suns'));
});

describe('the same for programs', () => {
  it('is JSON, best first, without the running text', async () => {
    const { app } = await startApp();
    const response = await app.request('/api/search?q=ku%C4%8D%C4%93ns');
    expect(await response.json()).toEqual({
      query: 'kučēns',
      total: 1,
      results: [
        {
          url: '/pakalpojumi/suna-registracija/',
          kind: 'service',
          title: 'Suņa reģistrācija',
          summary: 'Suns jāreģistrē līdz četru mēnešu vecumam.',
          headings: [],
          keywords: ['čipēšana'],
        },
      ],
      similar: [],
      nearest: [],
    });
  });

  it('is empty for nothing, and knows one method', async () => {
    const { app } = await startApp();
    expect(await (await app.request('/api/search')).json()).toMatchObject({
      query: '',
      total: 0,
      results: [],
    });
    expect((await app.request('/api/search', { method: 'DELETE' })).status).toBe(405);
  });

  it('is described', async () => {
    const { app } = await startApp();
    const description = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, { get?: { parameters?: unknown[] } }>;
    };
    expect(description.paths['/api/search']?.get?.parameters).toMatchObject([
      { name: 'q', in: 'query' },
      { name: 'lang', in: 'query' },
    ]);
  });
});

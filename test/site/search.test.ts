// The built search: light enough, in the header of every page, and its page complete with any query.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { createSearch } from '../../src/search/engine.ts';
import { pack } from '../../src/search/pack.ts';
import { startApp } from '../api/harness.ts';
import { attribute, elements } from '../api/html.ts';
import { SOURCES_OF_WORDS, syntheticServices } from '../search/synthetic.ts';
import { htmlProblems } from '../support/html-check.ts';
import { builtPages, distFile } from './dist.ts';

const KB = 1024;
const brotli = (text: string | Buffer): number => brotliCompressSync(text).length;
const site = JSON.parse(
  readFileSync(new URL('../../build/site-bundle.json', import.meta.url), 'utf8'),
) as SiteBundle;
const pages = builtPages();
const searchPage = pages.find(({ address }) => address === '/meklet/')?.html ?? '';

/** The kiosk, which must have no links out, and the sheets of paper. */
const FRAMES_OF_THEIR_OWN = /^\/kiosks\/|^\/drukai\/./;

/** The bytes of a script and of all its imports. */
function scriptBytes(html: string): number {
  const entry = /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? '';
  const seen = new Set<string>();
  const visit = (path: string): number => {
    if (seen.has(path)) return 0;
    seen.add(path);
    const code = readFileSync(distFile(path.slice(1)), 'utf8');
    const imported = [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)].map(([, file]) => file);
    return brotli(code) + imported.reduce((sum, file) => sum + visit(`/_astro/${file}`), 0);
  };
  return visit(entry);
}

describe('the script', () => {
  it('is at most 12 KB', () => {
    const bytes = scriptBytes(searchPage);
    expect(bytes).toBeGreaterThan(5 * KB);
    expect(bytes).toBeLessThanOrEqual(12 * KB);
  });

  it('stands on the search page only', () => {
    const script = /<script type="module" src="([^"]+)"/.exec(searchPage)?.[1] ?? '-';
    expect(pages.filter(({ html }) => html.includes(script)).map(({ address }) => address)).toEqual([
      '/en/search/',
      '/meklet/',
    ]);
  });
});

describe('the index', () => {
  it('of this site is small and holds no running text', () => {
    const file = readFileSync(distFile('dati/meklesana.json'), 'utf8');
    expect(brotli(file)).toBeLessThan(15 * KB);
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(pack(site.search))));
  });

  it('of a thousand services is at most 60 KB', () => {
    const { documents } = syntheticServices(1000);
    const file = JSON.stringify(pack({ documents, synonyms: [], popular: [], phone: '' }));
    expect(brotli(file)).toBeLessThanOrEqual(60 * KB);
    expect(SOURCES_OF_WORDS).toBeGreaterThan(1000);
  });

  it('finds each of a thousand services by two words of its title', () => {
    const { documents } = syntheticServices(1000);
    const search = createSearch({ documents, synonyms: [] });
    const lost = documents.slice(0, 50).filter(
      ({ title, url }) =>
        !search(title)
          .hits.slice(0, 3)
          .some(hit => hit.url === url),
    );
    expect(lost).toEqual([]);
  });
});

describe('the box in the header', () => {
  it('is a plain form on every page but the search itself', () => {
    const without = pages.filter(({ html }) => !html.includes('class="search-box"'));
    const addresses = without.map(({ address }) => address);
    expect(addresses.filter(address => !FRAMES_OF_THEIR_OWN.test(address))).toEqual([
      '/en/search/',
      '/meklet/',
    ]);
    for (const { html } of pages.slice(0, 3))
      expect(html).toMatch(/<form method="get" action="\/meklet\/">\s*<label [^>]*for="meklet-galvene"/);
  });
});

it('is not to be had on the touch screen and on paper, in any form', () => {
  const found = pages
    .filter(({ address }) => FRAMES_OF_THEIR_OWN.test(address))
    .filter(({ html }) => /type="search"|\/meklet\/|\/en\/search\//.test(html));
  expect(found.map(({ address }) => address)).toEqual([]);
});

describe('the page of the API', () => {
  const queries = [
    '',
    'suns',
    'dog',
    'pakalpojumi',
    'zzzz',
    '<b>"&',
    'nodklis automašīna',
    'a'.repeat(999),
    '\u202e\u0000x',
  ];
  const asked = ['/meklet/', '/en/search/'].flatMap(path => queries.map(query => [path, query] as const));
  const answerTo = async (path: string, query: string): Promise<string> => {
    const { deps } = await startApp();
    const app = createApp(() => ({ ...deps, site }));
    const response = await app.request(`${path}?q=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/html' },
    });
    return response.text();
  };

  it.each(asked)('%s for “%s” is what an HTML parser expects, and light', async (path, query) => {
    const html = await answerTo(path, query);
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).not.toContain('kac:');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toContain('class="search-box"');
    expect(html).toContain(`<html lang="${path === '/meklet/' ? 'lv' : 'en'}"`);
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(brotli(html) + brotli(readFileSync(distFile(style.slice(1))))).toBeLessThanOrEqual(14 * KB);
  });

  it.each([
    ['/meklet/', 'en', '/en/search/'],
    ['/en/search/', 'lv', '/meklet/'],
  ])('%s leads to the same search in the other language', async (path, other, twin) => {
    for (const query of ['suns', `"><b>&'ū`, '']) {
      const links = [...elements(parse(await answerTo(path, query)))].filter(
        element => attribute(element, 'lang') === other && attribute(element, 'href')?.startsWith(twin),
      );
      expect(links.length).toBeGreaterThanOrEqual(2);
      for (const link of links) {
        const address = new URL(attribute(link, 'href') ?? '', 'http://a');
        expect(address.searchParams.get('q') ?? '').toBe(query);
      }
    }
  });
});

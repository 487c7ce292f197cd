// Every page of the built site: present, well-formed, with correct metadata, and light enough.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type BuiltPage, builtPages, distFile, PROMISED } from './dist.ts';

const pages = builtPages();
const brotli = (bytes: Buffer | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const tags = ({ html }: BuiltPage, name: string) =>
  [...elements(parse(html))].filter(({ tagName }) => tagName === name);
const hrefs = (page: BuiltPage, rel: string) =>
  tags(page, 'link')
    .filter(link => attribute(link, 'rel') === rel)
    .map(link => attribute(link, 'href') ?? '');

/** Bytes: one first round trip (budgets.md). The rules are one long text with their own limit. */
const FIRST_ROUND_TRIP = 14 * 1024;
const SCRIPT_ON_FORMS = 12 * 1024;
const SCRIPT_ON_CONTENT = 3 * 1024;
/** The kiosk's idle timer, and the script that sends waiting answers; the survey itself is on its page. */
const SCRIPT_IN_KIOSK = 3 * 1024;
const SCRIPT_OF_KIOSK_SURVEY = 5 * 1024;
/** They show what waits to be sent, as form pages do, and come from the browser's own store. */
const OFFLINE = ['/bezsaiste/', '/en/offline/'];
/** Fetched by form pages besides their scripts. */
const SERVICE_WORKER = 2 * 1024;
/** How built scripts name their static imports. Scripts loaded later on demand have their own limits. */
const IMPORTED = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
const LATER: Readonly<Record<string, number>> = {
  upload: 4 * 1024,
  'proof-of-work': 28 * 1024,
  pbkdf2: 2 * 1024,
  // The register's, for passkeys.
  keys: 2 * 1024,
  // For entering sheets of paper.
  entry: 2 * 1024,
};
/** Data for machines: the browser never runs a block of this type, and the policy allows it. */
const DATA_BLOCK = /<script type="application\/ld\+json">([^<]*)<\/script>/g;

/** The scripts of a page with all their transitive imports. */
function scriptsOf(page: BuiltPage): string[] {
  const found = new Set<string>();
  const queue = tags(page, 'script').flatMap(script => attribute(script, 'src') ?? []);
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (found.has(address)) continue;
    found.add(address);
    const text = readFileSync(distFile(address.slice(1)), 'utf8');
    queue.push(...[...text.matchAll(IMPORTED)].map(([, name]) => `/_astro/${name}`));
  }
  return [...found];
}

describe('the built site', () => {
  it('has every promised address', () => {
    const addresses = new Set(pages.map(({ address }) => address));
    expect(PROMISED.filter(address => !addresses.has(address))).toEqual([]);
    expect(pages.filter(({ address }) => /^\/pakalpojumi\/.+/.test(address)).length).toBeGreaterThanOrEqual(
      16,
    );
    expect(pages.filter(({ address }) => /^\/darbinieki\/.+/.test(address)).length).toBeGreaterThanOrEqual(6);
  });

  it('keeps the shell and the bundle out of what is published', () => {
    expect(existsSync(distFile('internal'))).toBe(false);
  });

  it('loads a form page with everything its scripts import', () => {
    const form = pages.find(({ address }) => address === '/sudziba/');
    expect(form && scriptsOf(form).length).toBeGreaterThan(1);
    for (const worker of ['sw.js', 'kiosks/sw.js'])
      expect(brotli(readFileSync(distFile(worker)))).toBeLessThanOrEqual(SERVICE_WORKER);
  });

  it('keeps what scripts fetch later within limits, and knows all of it', () => {
    const begun = new Set(pages.flatMap(scriptsOf));
    const later = readdirSync(distFile('_astro'))
      // The shell's own entries are for pages that the API renders.
      .filter(name => name.endsWith('.js') && !name.startsWith('_shell_') && !begun.has(`/_astro/${name}`))
      .map(name => ({
        name: name.split('.')[0] ?? '',
        size: brotli(readFileSync(distFile(`_astro/${name}`))),
      }));
    expect(later.map(({ name }) => name).toSorted()).toEqual(Object.keys(LATER).toSorted());
    for (const { name, size } of later) expect(size, name).toBeLessThanOrEqual(LATER[name] ?? 0);
  });
});

describe.each(pages)('$address', page => {
  it('is what an HTML parser expects', async () => {
    expect(await htmlProblems(page.html)).toEqual([]);
  });

  it('says its language, its name and what it is about, with one main heading', () => {
    const [html] = tags(page, 'html');
    expect(html && attribute(html, 'lang')).toBe(page.address.startsWith('/en/') ? 'en' : 'lv');
    const description = tags(page, 'meta').find(meta => attribute(meta, 'name') === 'description');
    expect((description && attribute(description, 'content'))?.length).toBeGreaterThan(15);
    expect(tags(page, 'h1')).toHaveLength(1);
    expect(tags(page, 'main').map(main => attribute(main, 'id'))).toEqual(['saturs']);
    expect(page.html).toContain('href="#saturs"');
  });

  it('skips no heading level', () => {
    const levels = [...elements(parse(page.html))]
      .flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [])
      .map(Number);
    const jumps = levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  it('holds nothing inline and nothing of others', () => {
    const html = page.html.replaceAll(DATA_BLOCK, (_, json: string) => {
      expect(JSON.parse(json)).toHaveProperty('@context');
      return '';
    });
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)| on[a-z]+="/);
    const loaded = [...elements(parse(html))].flatMap(element =>
      ['script', 'img', 'iframe', 'video', 'source'].includes(element.tagName)
        ? (attribute(element, 'src') ?? [])
        : [],
    );
    for (const address of [...loaded, ...hrefs(page, 'stylesheet')]) expect(address).toMatch(/^\/[^/]/);
  });

  it('fits its budget', () => {
    const styles = hrefs(page, 'stylesheet');
    // The styleguide's own samples are not loaded by visitors.
    expect(styles).toHaveLength(page.address === '/stils/' ? 2 : 1);
    const scripts = scriptsOf(page);
    const size = (address: string) => brotli(readFileSync(distFile(address.slice(1))));
    if (!page.address.startsWith('/noteikumi/'))
      expect(brotli(page.html) + size(styles[0] ?? '')).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
    const limit =
      /class="(form|search)"/.test(page.html) || OFFLINE.includes(page.address)
        ? SCRIPT_ON_FORMS
        : page.address === '/kiosks/aptauja/'
          ? SCRIPT_OF_KIOSK_SURVEY
          : page.address.startsWith('/kiosks/')
            ? SCRIPT_IN_KIOSK
            : SCRIPT_ON_CONTENT;
    expect(scripts.reduce((sum, script) => sum + size(script), 0)).toBeLessThanOrEqual(limit);
  });
});

it('gives every page a title of its own', () => {
  const titles = pages
    // The edition in force has two addresses; its own one names the canonical.
    .filter(({ address }) => address !== '/noteikumi/')
    .map(page => /<title>(.*?)<\/title>/s.exec(page.html)?.[1]);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

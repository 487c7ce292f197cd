// The built English edition: pages in both languages refer to each other, the language switch stays on the
// page, Latvian text is marked.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { type BuiltPage, builtPages } from '../site/dist.ts';

const pages = builtPages();
const english = pages.filter(({ address }) => address.startsWith('/en/'));
const tags = ({ html }: BuiltPage, name: string) =>
  [...elements(parse(html))].filter(({ tagName }) => tagName === name);

/** `hreflang` → address on this site. */
const alternates = (page: BuiltPage): Record<string, string> =>
  Object.fromEntries(
    tags(page, 'link')
      .filter(link => attribute(link, 'rel') === 'alternate' && attribute(link, 'hreflang'))
      .map(link => [attribute(link, 'hreflang'), new URL(attribute(link, 'href') ?? '').pathname]),
  );

const switchOf = (page: BuiltPage): string | undefined => {
  const other = page.address.startsWith('/en/') ? 'lv' : 'en';
  const link = tags(page, 'a').find(
    a => attribute(a, 'hreflang') === other && attribute(a, 'lang') === other,
  );
  return link && attribute(link, 'href');
};

it('has every page of the English edition', () => {
  const expected = [
    '',
    'complaint/',
    'contact/',
    'feedback/',
    'hours/',
    'privacy/',
    'receipt-check/',
    'services/',
    'status/',
  ];
  const addresses = english.map(({ address }) => address);
  expect(expected.map(name => `/en/${name}`).filter(address => !addresses.includes(address))).toEqual([]);
  expect(addresses.filter(address => /^\/en\/services\/./.test(address)).length).toBeGreaterThanOrEqual(3);
});

describe('hreflang', () => {
  it('is said by both pages of a pair, with Latvian as the default', () => {
    const byAddress = new Map(pages.map(page => [page.address, page]));
    const paired = pages.filter(page => Object.keys(alternates(page)).length > 0);
    expect(paired.length).toBeGreaterThanOrEqual(2 * 11);
    for (const page of paired) {
      const found = alternates(page);
      expect(Object.keys(found).toSorted(), page.address).toEqual(['en', 'lv', 'x-default']);
      expect(found['x-default']).toBe(found['lv']);
      expect(Object.values(found)).toContain(page.address);
      for (const address of Object.values(found)) {
        const other = byAddress.get(address);
        expect(other && alternates(other), `${page.address} → ${address}`).toEqual(found);
      }
    }
  });

  it('stands on every English page but those without a Latvian twin', () => {
    const alone = english.filter(page => Object.keys(alternates(page)).length === 0);
    expect(alone.map(({ address }) => address)).toEqual(['/en/contact/']);
  });
});

describe('the language switch', () => {
  it('stays on the same page where there is a translation', () => {
    for (const page of pages) {
      const found = alternates(page);
      const twin = page.address.startsWith('/en/') ? found['lv'] : found['en'];
      if (twin) expect(switchOf(page), page.address).toBe(twin);
    }
  });

  it('leads home and says so where there is none', () => {
    const rules = pages.find(({ address }) => address === '/noteikumi/');
    expect(rules && switchOf(rules)).toBe('/en/');
    expect(rules?.html).toContain('English (home page)');
    const contact = english.find(({ address }) => address === '/en/contact/');
    expect(contact && switchOf(contact)).toBe('/');
    expect(contact?.html).toContain('Latviski (sākumlapa)');
  });
});

type Node = DefaultTreeAdapterTypes.Node;
const LATVIAN = /[āčēģīķļņšūž]/i;
/** Names that stay Latvian in English sentences. */
const NAMES =
  /Cēsis|Cēsu|Rīga|“Datu aizsardzības speciālistam”|klientu apkalpošanas centrs|novada pašvaldība/g;

/** Texts in Latvian letters that are not inside `lang="lv"`. */
function* unmarked(node: Node, lang: string): Generator<string> {
  const here = 'tagName' in node ? (attribute(node, 'lang') ?? lang) : lang;
  if ('value' in node && here !== 'lv' && LATVIAN.test(node.value.replaceAll(NAMES, '')))
    yield node.value.trim();
  if ('childNodes' in node) for (const child of node.childNodes) yield* unmarked(child, here);
}

it.each(english)('$address marks what is Latvian, and leads to the Latvian page', page => {
  const [body] = tags(page, 'body');
  expect(body && [...unmarked(body, 'en')]).toEqual([]);
  expect(page.html).toContain('Official information is in Latvian.');
});

/** Links outside running text; inside it an editor marks the language in words. */
function* frameLinks(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) {
    if (attribute(node, 'class')?.split(' ').includes('text')) return;
    if (node.tagName === 'a') yield node;
  }
  if ('childNodes' in node) for (const child of node.childNodes) yield* frameLinks(child);
}

it.each(english)('$address says of every link to a Latvian page that it is one', page => {
  const silent = [...frameLinks(parse(page.html))]
    .filter(link => /^\/(?!en\/|api\/)/.test(attribute(link, 'href') ?? ''))
    .filter(link => attribute(link, 'hreflang') !== 'lv')
    .map(link => attribute(link, 'href'));
  expect(silent).toEqual([]);
});

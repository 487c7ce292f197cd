// `vectors/search.json` over the real content: every query has results, and the intended one is among the
// first three.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../src/contract/search.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { createSearch, type Search } from '../../src/search/engine.ts';
import { pack, unpack } from '../../src/search/pack.ts';
import { fold } from '../../src/search/stem.ts';

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { search: data } = json('build/site-bundle.json') as SiteBundle;
const { cases } = json('test/vectors/search.json') as { cases: { query: string; stems: string[] }[] };

const namesOf = ({ title, headings, keywords }: SearchDocument): string =>
  fold([title, ...headings, ...keywords].join('\n'));

const engines: [string, Search][] = [
  ['the server', createSearch(data)],
  ['the browser', createSearch(unpack(pack(data)))],
];

describe.each(engines)('on %s', (_, search) => {
  it.each(cases)('$query', ({ query, stems }) => {
    const top = search(query).hits.slice(0, 3).map(namesOf);
    expect(top.length).toBeGreaterThan(0);
    expect(top.some(names => stems.some(stem => names.includes(stem)))).toBe(true);
  });

  it.each([
    ['pabalsti', 'service'],
    ['iesniegums', 'service'],
    ['bērnudārzs', 'service'],
    ['kapi', 'service'],
    ['kad strādā', 'hours'],
    ['sudziba', 'page'],
    ['5.1.2', 'rule'],
    ['direktors', 'staff'],
  ])('%s leads to a %s first', (query, kind) => expect(search(query).hits[0]?.kind).toBe(kind));

  it.each([
    ['dog', 'Suņa reģistrācija un ziņu maiņa'],
    ['property taxes', 'Nekustamā īpašuma nodoklis'],
    ['passport', 'Pase un personas apliecība (eID) – konsultācija'],
    ['kindergarden', 'Bērna pieteikšana bērnudārza rindā'],
    ['moving house', 'Declaring your place of residence'],
    ['when are you open', 'Opening hours'],
    ['complain', 'Make a complaint'],
    ['sudziba', 'Make a complaint'],
  ])('leads an English reader from %s to “%s”', (query, title) =>
    expect(search(query, 'en').hits[0]?.title).toBe(title),
  );

  it('finds every document by its own title', () => {
    const lost = data.documents.filter(({ url, title, lang }) => {
      const top = search(title, lang).hits.slice(0, 3);
      return !top.some(hit => hit.url === url);
    });
    expect(lost.map(({ title }) => title)).toEqual([]);
  });
});

it('has every kind of document, each address once', () => {
  const addresses = data.documents.map(({ url }) => url);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(data.documents.map(({ kind }) => kind)).size).toBe(5);
  expect(data.popular.length).toBeGreaterThan(3);
});

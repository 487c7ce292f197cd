// How content becomes search documents, and how the browser's copy is packed.
import { describe, expect, it } from 'vitest';
import type { SearchData } from '../../src/contract/search.ts';
import * as make from '../../src/search/documents.ts';
import { createSearch } from '../../src/search/engine.ts';
import { pack, unpack } from '../../src/search/pack.ts';
import { DOCUMENTS, SYNONYMS } from './documents.ts';

const BODY = `## Ar ko palīdzēsim {#palidziba}

Skatiet [noteikumus](/noteikumi/) un **nāciet**. {/* piezīme redaktoram */}

### Ko <em>ņemt</em> līdzi

- Pase
`;

const service = make.serviceDocument(
  {
    id: 'suna-registracija',
    data: {
      title: 'Suņa reģistrācija',
      summary: 'Suns jāreģistrē.',
      keywords: ['čips'],
      recipient: 'Suņu īpašnieki',
      documents: ['Vakcinācijas apliecība'],
      steps: ['Atvediet suni'],
      result: 'Ieraksts reģistrā',
    },
    body: BODY,
  },
  { name: 'Lauku atbalsta dienests', short: 'LAD' },
  [{ id: 'dzivnieki', title: 'Dzīvnieki' }],
);

describe('a service', () => {
  it('has its address, its holder, its life events and its headings', () => {
    expect(service).toMatchObject({
      url: '/pakalpojumi/suna-registracija/',
      kind: 'service',
      keywords: ['čips'],
      headings: ['Lauku atbalsta dienests', 'LAD', 'Dzīvnieki', 'Ar ko palīdzēsim', 'Ko ņemt līdzi'],
    });
  });

  it('has the words of its fields and its text, each stem once', () => {
    const stems = service.text.split(' ');
    for (const stem of ['ipasniek', 'vakcinacij', 'atvedi', 'ierakst', 'noteikum', 'pas'])
      expect(
        stems.some(word => word.startsWith(stem)),
        stem,
      ).toBe(true);
    expect(new Set(stems).size).toBe(stems.length);
    expect(service.text).not.toMatch(/piezim|palidziba|em\b.*em\b/);
  });
});

it('a person is found by name, post and topic, and says where to go', () => {
  const person = make.staffDocument(
    {
      id: 'anna-parauga',
      data: {
        name: 'Anna Parauga',
        room: '1. kabinets',
        phone: '+371 60000001',
        email: 'anna@paraugs.example',
        topics: ['Dzīvesvieta'],
      },
      body: '',
    },
    'Klientu apkalpošanas speciālists',
  );
  expect(person).toMatchObject({
    url: '/darbinieki/anna-parauga/',
    title: 'Anna Parauga, klientu apkalpošanas speciālists',
    summary: '1. kabinets, tālrunis +371\u00a060000001.',
    headings: ['Dzīvesvieta'],
  });
});

it('a rule point has its anchor, its chapter and the beginning of its text', () => {
  const point = make.ruleDocument({ number: '5.2.3', text: 'vārds '.repeat(60) }, 'Pamatprincipi');
  expect(point).toMatchObject({ url: '/noteikumi/#p-5.2.3', headings: ['Pamatprincipi'], text: 'vard' });
  expect(point.summary).toMatch(/^vārds .*vārds …$/);
  expect(point.summary.length).toBeLessThan(205);
});

it('all opening hours are one page', () => {
  const hours = make.hoursDocument({ title: 'Darba laiks', description: 'Kad strādājam.' }, [
    { id: 'kase', data: { title: 'Kase' }, body: 'Rēķini.' },
    { id: 'klatiene', data: { title: 'Klātiene' } },
  ]);
  expect(hours).toMatchObject({
    url: '/darba-laiks/',
    kind: 'hours',
    headings: ['Kase', 'Klātiene'],
    text: 'rekin',
  });
});

it('an English page says so', () => {
  const data = { title: 'Privacy', summary: 'In short.', lang: 'en' } as const;
  expect(make.pageDocument({ id: 'en-privacy', data })).toMatchObject({ url: '/en/privacy/', lang: 'en' });
  expect(make.pageDocument({ id: 'par-mums', data: { ...data, lang: 'lv' } })).not.toHaveProperty('lang');
});

describe('the browser’s copy', () => {
  const data: SearchData = {
    documents: [{ ...service, lang: 'en', twin: '/x/' }, ...DOCUMENTS],
    synonyms: SYNONYMS,
    popular: [service.url],
    phone: '+371 60000001',
  };
  const copy = unpack(JSON.parse(JSON.stringify(pack(data))));

  it('has everything but the running text', () => {
    expect(copy).toEqual({ ...data, documents: data.documents.map(document => ({ ...document, text: '' })) });
  });

  it('finds what is named', () => {
    expect(createSearch(copy)('kucēns').hits[0]?.title).toBe('Suņa reģistrācija');
    expect(createSearch(copy)('veterinārārsts').hits).toEqual([]);
  });
});

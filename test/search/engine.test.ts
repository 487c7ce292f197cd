// What the search finds, in which order, and its message when it finds little or nothing.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, prepareSearch } from '../../src/search/engine.ts';
import { DOCUMENTS, documentOf, SYNONYMS } from './documents.ts';

const search = createSearch({ documents: DOCUMENTS, synonyms: SYNONYMS });
const first = (typed: string) => search(typed).hits[0]?.title;
const titles = (typed: string) => search(typed).hits.map(({ title }) => title);

describe('what is meant comes first', () => {
  it.each([
    ['suns', 'Suņa reģistrācija', 'everyday word'],
    ['SUŅIEM', 'Suņa reģistrācija', 'any form'],
    ['suniem', 'Suņa reģistrācija', 'no diacritics'],
    ['dzīvesv', 'Dzīvesvietas deklarēšana', 'half a word'],
    ['dzives', 'Dzīvesvietas deklarēšana', 'half a word that looks like a whole one'],
    ['deklarēt', 'Dzīvesvietas deklarēšana', 'the verb of a noun'],
    ['nodklis', 'Nekustamā īpašuma nodoklis', 'a letter left out'],
    ['registarcija', 'Suņa reģistrācija', 'letters swapped'],
    ['kucēni', 'Suņa reģistrācija', 'a synonym'],
    ['kad strādā', 'Darba laiks', 'a synonym of several words'],
    ['direktoram', 'Pēteris Paraugs, izpilddirektors', 'a synonym above a passing mention'],
    ['5.2.3', 'Noteikumu 5.2.3. punkts', 'a point'],
    ['5.2.3. punkts', 'Noteikumu 5.2.3. punkts', 'a point as it is written'],
    ['5.2', 'Noteikumu 5.2. punkts', 'the point itself before those under it'],
  ])('%s → %s (%s)', (typed, title) => expect(first(typed)).toBe(title));

  it('puts the service above the page that only mentions it', () => {
    expect(titles('suņa reģistrācija')).toEqual(['Suņa reģistrācija', 'Par mums']);
    expect(titles('pase')).toEqual(['Pase', 'Par mums']);
  });

  it('puts a whole title above a longer one with the same word', () => {
    const help = documentOf({
      title: 'Palīdzība ar pakalpojumiem',
      keywords: ['e-pakalpojums', 'pakalpojumi'],
    });
    const list = documentOf({ title: 'Pakalpojumi', kind: 'page' });
    const { hits } = createSearch({ documents: [...DOCUMENTS, help, list], synonyms: [] })('pakalpojumu');
    expect(hits).toEqual([list, help]);
  });

  it('prefers who has all the words to who has one of them everywhere', () => {
    const one = documentOf({ title: 'Bērna pabalsts', keywords: ['bērns'], headings: ['Bērni'] });
    const both = documentOf({ title: 'Gaidīšana', keywords: ['rinda bērniem pie ārsta'] });
    const { hits } = createSearch({ documents: [...DOCUMENTS, one, both], synonyms: [] })('bērnu rindas');
    expect(hits).toEqual([both, one]);
  });

  it('does not count a document’s synonyms as so many words found', () => {
    const named = documentOf({ title: 'Suņa nodeva' });
    const dog = ['suns', 'kucēns', 'kranclis', 'šunelis'];
    const many = documentOf({ title: 'Pastaigas', text: dog.join(' ') });
    const { hits } = createSearch({ documents: [named, many], synonyms: [dog] })('suņa');
    expect(hits).toEqual([named, many]);
  });
});

describe('an editor’s synonym', () => {
  const words = [
    ['suns', 'dog', 'kranclis'],
    ['darba laiks', 'atvērts'],
    ['pase', 'pass'],
  ];
  const { documents } = { documents: DOCUMENTS };
  const asked = createSearch({ documents, synonyms: words });

  it.each([
    ['krancli', 'in another form'],
    ['kranclsi', 'mistyped'],
    ['atverrts', 'mistyped, for several words'],
  ])('%s is understood (%s)', typed => expect(asked(typed).hits.length).toBeGreaterThan(0));

  it('mistyped is said to be taken for another word', () => {
    expect(asked('kranclsi')).toMatchObject({ similar: ['kranclsi'], missing: [] });
  });

  it.each(['dig', 'pasts', 'bass'])('is not seen in the short word %s', typed =>
    expect(asked(typed).hits).toEqual([]),
  );
});

describe('two languages', () => {
  const latvian = documentOf({ title: 'Privātums', kind: 'page', summary: 'GDPR' });
  const english = documentOf({
    title: 'Privacy',
    kind: 'page',
    lang: 'en',
    twin: latvian.url,
    summary: 'GDPR',
  });
  const alone = documentOf({ title: 'GDPR in English', kind: 'page', lang: 'en' });
  const both = createSearch({ documents: [latvian, english, alone], synonyms: [['privacy', 'privātums']] });

  it('of a page in both only the reader’s is shown', () => {
    expect(both('GDPR').hits).toEqual([alone, latvian]);
    expect(both('GDPR', 'en').hits).toEqual([alone, english]);
  });

  it('the other is shown where only it has the word', () => {
    const only = createSearch({ documents: [latvian, english], synonyms: [] });
    expect(only('privātums', 'en').hits).toEqual([latvian]);
    expect(only('privacy').hits).toEqual([english]);
  });

  it('the reader’s comes first', () => {
    const one = documentOf({ title: 'Kontakti', keywords: ['e-pasts'] });
    const other = documentOf({ title: 'Contact', keywords: ['e-pasts'], lang: 'en' });
    const search = createSearch({ documents: [one, other], synonyms: [] });
    expect(search('e-pasts').hits).toEqual([one, other]);
    expect(search('e-pasts', 'en').hits).toEqual([other, one]);
  });

  it('nearest words are the reader’s', () => {
    const named = createSearch({ documents: [latvian, english], synonyms: [] });
    // Both are close enough to be suggested; neither is close enough to replace what was typed.
    expect(named('privatesy').nearest).toEqual(['privātums']);
    expect(named('privatesy', 'en').nearest).toEqual(['privacy']);
  });

  it('little English words are not looked for', () => {
    expect(both('what is the privacy', 'en').missing).toEqual([]);
  });
});

describe('what only looks alike', () => {
  it('is left out', () => {
    // `pašvaldības` and `pārstāvji` begin with the stem of `pase`.
    const only = documentOf({ title: 'Pašvaldība', text: 'pasākumi' });
    expect(createSearch({ documents: [only], synonyms: [] })('pases').hits).toEqual([]);
    // The stem of `kase` is `kas`.
    const little = documentOf({ title: 'Kas var saņemt' });
    expect(createSearch({ documents: [little], synonyms: [] })('kasē').hits).toEqual([]);
  });

  it('takes a synonym of several words as a whole', () => {
    expect(titles('kad deklarēt')).not.toContain('Darba laiks');
    expect(titles('kad strādā')).toContain('Darba laiks');
  });

  it('is not taken for a typing error in short words or numbers', () => {
    const documents = [
      documentOf({ title: 'Upes' }),
      documentOf({ title: 'Noteikumu 5.2.4. punkts', kind: 'rule' }),
    ];
    const short = createSearch({ documents, synonyms: [] });
    expect(short('uguns').hits).toEqual([]);
    expect(short('5.2.3').hits).toEqual([]);
  });
});

describe('an answer', () => {
  it('says which words it took for others and which it did not find', () => {
    expect(search('nodklis').similar).toEqual(['nodklis']);
    expect(search('nodoklis').similar).toEqual([]);
    expect(search('Automašīnas reģistrācija')).toMatchObject({ missing: ['Automašīnas'], nearest: [] });
  });

  it('without hits names the nearest words', () => {
    const { hits, nearest, missing } = search('deklarators');
    expect(hits).toEqual([]);
    expect(nearest).toContain('deklarēšana');
    expect(missing).toEqual([]);
    for (const typed of ['qqqqqqqq', 'drudzis'])
      expect(search(typed)).toMatchObject({ hits: [], nearest: [] });
  });

  it('tidies and cuts the query', () => {
    expect(search('  su\u00adns\n\tun  kaķis ')).toMatchObject({ query: 'suns un kaķis', cut: false });
    const long = search(`suns ${'ļoti '.repeat(2000)}`);
    expect(long.cut).toBe(true);
    expect(long.query.length).toBeLessThanOrEqual(200);
    expect(long.hits[0]?.title).toBe('Suņa reģistrācija');
    expect(search(`${'a'.repeat(199)}😀`).query.isWellFormed()).toBe(true);
  });

  it('looks for twelve words at most', () => {
    const filler = (count: number) => Array.from({ length: count }, (_, i) => `zq${i}`).join(' ');
    expect(titles(`${filler(11)} suns`)).toContain('Suņa reģistrācija');
    expect(titles(`${filler(12)} suns`)).toEqual([]);
  });

  it('is empty for nothing, and for signs only', () => {
    for (const typed of ['', '   ', '?!', '\u0000', '<>', '"'])
      expect(search(typed)).toMatchObject({ hits: [], nearest: [], similar: [], missing: [] });
  });

  it('looks for little words when there are no others', () => {
    expect(titles('par mums')).toContain('Par mums');
  });

  it('is the same when the index is made in steps', async () => {
    const prepared = await prepareSearch({ documents: DOCUMENTS, synonyms: SYNONYMS });
    for (const typed of ['suns', 'pase', 'kad strādā', 'nodklis'])
      expect(prepared(typed)).toEqual(search(typed));
  });
});

describe('any text at all', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '*',
    '.*',
    '\\',
    '%',
    '😀',
    '\ud800',
    '<script>',
  ])('%s is a query', typed => expect(Array.isArray(search(typed).hits)).toBe(true));

  it('never throws and never repeats a document', () => {
    const words = fc.constantFrom(
      'suns',
      'pase',
      'kad',
      'strādā',
      '5.2.3',
      'un',
      'par',
      'nodklis',
      '-',
      'e-',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.array(words, { maxLength: 40 }).map(list => list.join(' ')),
    );
    fc.assert(
      fc.property(text, typed => {
        const { hits, query } = search(typed);
        expect(new Set(hits.map(({ url }) => url)).size).toBe(hits.length);
        expect(query.length).toBeLessThanOrEqual(200);
        expect(query.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of the greatest length is answered quickly', () => {
    for (const typed of ['a '.repeat(5000), 'ā'.repeat(10_000), 'par '.repeat(2500)])
      expect(search(typed).query.length).toBeLessThanOrEqual(200);
  });
});

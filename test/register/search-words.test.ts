// How a person is found: spellings that must match, and unusual text.
import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { searchTokens } from '../../api/domain/search-tokens.ts';
import { folded, type SearchWord, termsOf, wordsOf } from '../../api/domain/search-words.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';

/** As in the index: any word of each term. */
const fits = (query: string, content: Parameters<typeof wordsOf>[0]): boolean => {
  const words = new Set<SearchWord>(wordsOf(content));
  const terms = termsOf(query);
  return terms.length > 0 && terms.every(term => term.some(word => words.has(word)));
};

const ANNA = {
  name: 'Anna Parauga-Bērziņa',
  email: 'Anna.Parauga@Paraugs.Example',
  phone: '+371 29 123 456',
};

describe('a person', () => {
  it.each([
    'Anna',
    'anna parauga',
    'PARAUGA ANNA',
    'Parauga-Bērziņa',
    'berzina',
    'Bērziņš',
    'Annas Paraugas',
    'ＡＮＮＡ',
    'Be\u0304rzin\u0327a',
    'Bēr\u00adziņa',
    'anna.parauga@paraugs.example',
    'ANNA.PARAUGA@PARAUGS.EXAMPLE',
    'anna.parauga',
    'anna.parauga@',
    '29123456',
    '+37129123456',
    '0037129123456',
    '29 12 34 56',
    '(+371) 291-23-456',
    'Anna 29123456',
    'Bērziņa, anna.parauga@paraugs.example 2912 3456',
  ])('is found by “%s”', query => expect(fits(query, ANNA)).toBe(true));

  it.each([
    'Ann Bērzs',
    'Ansis',
    'Anna Ozola',
    'Anna 29123457',
    'anna@paraugs.example',
    'parauga@paraugs.example',
    '@paraugs.example',
    'paraugs.example',
    '123456',
    '9123456',
  ])('is not found by “%s”', query => expect(fits(query, ANNA)).toBe(false));

  it.each([
    ['Ivanovs', 'Ivanova'],
    ['Lācis', 'Lāce'],
    ['Ozoliņš', 'Ozoliņa'],
    ['Jānis', 'Jāņa'],
    ['Grosse', 'Große'],
    ['Łukasz', 'Lukasz'],
    ['Søren', 'Soren'],
    ['Иванов', 'ИВАНОВ'],
  ])('called %s is found as %s', (name, query) => expect(fits(query, { name })).toBe(true));

  it.each([
    '29123456, 67123456',
    '29123456 / 67123456',
    '29123456 67123456',
    'mob. 29123456 vai 67123456',
    '+371 29123456; +371 67123456',
  ])('with two numbers is found by either: %s', phone => {
    expect(fits('29123456', { phone })).toBe(true);
    expect(fits('67 123 456', { phone })).toBe(true);
  });

  it('without name, e-mail and phone is found by nothing', () => {
    expect(wordsOf({ text: 'Anna Parauga 29123456 anna@paraugs.example', aboutStaff: 'Anna' })).toEqual([]);
  });

  it.each(['', ' ', '!?', '@', '—', '\u0000'])('is not looked for by “%s”', query =>
    expect(termsOf(query)).toEqual([]),
  );
});

describe('strings that break things', () => {
  it.each(blns)('%s', text => {
    const words = wordsOf({ name: text, email: text, phone: text });
    expect(new Set(words).size).toBe(words.length);
    expect(folded(folded(text))).toBe(folded(text));
    // A name that contains a word is found as it was typed.
    if (
      wordsOf({ name: text }).length > 0 &&
      wordsOf({ name: text }).length <= 20 &&
      !/[@\d]/.test(folded(text))
    )
      expect(fits(text, { name: text })).toBe(true);
    for (const word of words) expect(word).toMatch(/^(name|email|local|phone) \S/);
  });
});

describe('tokens', () => {
  const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
  const token = (fill: number, word: SearchWord) => searchTokens(nodePrimitives, key(fill)).token(word);

  it('say nothing about one another: another key, another word, another kind of word', async () => {
    const [base, same] = [await token(1, 'name ann'), await token(1, 'name ann')];
    expect(base).toEqual(same);
    expect(base).toHaveLength(16);
    for (const other of [
      await token(2, 'name ann'),
      await token(1, 'name anna'),
      await token(1, 'local ann'),
      await searchTokens(nodePrimitives, key(1)).keyCheck(),
    ])
      expect(other).not.toEqual(base);
  });
});

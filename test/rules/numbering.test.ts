// Gaps, repeats, jumps and orphans in the numbers of points and chapters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roman } from '../../src/rules/numbering.ts';
import { parseRules } from '../../src/rules/parse.ts';

const rulesWith = (numbers: readonly string[]): string =>
  ['## I. Nodaļa', ...numbers.map(number => `${number}. Teksts.`)].join('\n\n');

const problemsOf = (numbers: string) => parseRules(rulesWith(numbers.split(' ')), 1).problems;

describe('points', () => {
  it.each([
    '1 2 3',
    '1 1.1 1.2 2 2.1 2.1.1 2.1.2 2.2 3',
    '1 1.1 1.1.1 2',
    '1 2 3 4 5 6 7 8 9 10 10.1 10.2 11',
  ])('may be numbered %s', numbers => expect(problemsOf(numbers)).toEqual([]));

  it.each([
    ['a gap', '1 2 4', '4. punkts', 'trūkst 3. punkta', '“3. …”'],
    ['a gap at the lowest level', '1 1.1 1.1.1 1.1.3', '1.1.3. punkts', 'trūkst 1.1.2. punkta', '“1.1.2.”'],
    ['a first point that is not the first', '2 3', '2. punkts', 'trūkst 1. punkta', '“1. …”'],
    ['a repeat', '1 2 2 3', '2. punkts', '2. punkts jau ir 5. rindā', '“4.”'],
    ['an orphan', '1 2 3.1', '3.1. punkts', 'nav 3. punkta, kuram 3.1. punkts pieder', '“3. …”'],
    ['an orphan of the third level', '1 1.1.1', '1.1.1. punkts', 'nav 1.1. punkta', '“1.1. …”'],
    ['a point too early', '1 3 2', '3. punkts', '3. punkts ir nepareizā vietā', 'aiz 2. punkta'],
    ['a child away from its parent', '1 1.1 2 1.2', '1.2. punkts', 'ir nepareizā vietā', 'aiz 1.1. punkta'],
    ['a child before its parent', '1 2.1 2', '2.1. punkts', 'ir nepareizā vietā', 'aiz 2. punkta'],
  ])('%s is named', (_name, numbers, field, what, fix) => {
    expect(problemsOf(numbers)).toMatchObject([
      { field, what: expect.stringContaining(what), fix: expect.stringContaining(fix) },
    ]);
  });

  it('are right whatever tree they form, and wrong with one of them missing in the middle', () => {
    // A tree as the number of children of each node, to a depth of three.
    const tree = fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 4 }), { minLength: 2, maxLength: 6 });
    const numbered = (chapters: readonly (readonly number[])[]) =>
      chapters.flatMap((children, i) => [
        `${i + 1}`,
        ...children.flatMap((count, j) => [
          `${i + 1}.${j + 1}`,
          ...Array.from({ length: count }, (_, k) => `${i + 1}.${j + 1}.${k + 1}`),
        ]),
      ]);
    fc.assert(
      fc.property(tree, fc.nat(), (chapters, at) => {
        const numbers = numbered(chapters);
        expect(parseRules(rulesWith(numbers), 1).problems).toEqual([]);
        const missing = numbers[at % numbers.length] ?? '';
        const others = numbers.filter(number => number !== missing);
        const next = missing.replace(/\d+$/, last => `${Number(last) + 1}`);
        const isNoticed = others.some(number => number === next || number.startsWith(`${missing}.`));
        expect(parseRules(rulesWith(others), 1).problems.length > 0).toBe(isNoticed);
      }),
    );
  });

  it('are wrong with any two of them exchanged', () => {
    const numbers = ['1', '1.1', '1.2', '2', '2.1', '2.1.1', '2.2', '3'];
    for (let a = 0; a < numbers.length; a += 1) {
      for (let b = a + 1; b < numbers.length; b += 1) {
        const exchanged = numbers.with(a, numbers[b] ?? '').with(b, numbers[a] ?? '');
        expect(parseRules(rulesWith(exchanged), 1).problems, exchanged.join(' ')).not.toEqual([]);
      }
    }
  });
});

describe('chapters', () => {
  const chapters = (...numerals: string[]) =>
    parseRules(numerals.map((numeral, i) => `## ${numeral}. Nodaļa\n\n${i + 1}. Teksts.`).join('\n\n'), 1)
      .problems;

  it('follow one another', () => {
    expect(chapters('I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X')).toEqual([]);
    expect(chapters('I', 'III')).toMatchObject([
      { line: 5, field: 'III nodaļa', fix: expect.stringContaining('“## II. Nodaļa”') },
    ]);
  });

  it('have points', () => {
    expect(parseRules('## I. Nodaļa\n\n## II. Otrā\n\n1. Teksts.', 1).problems).toMatchObject([
      { line: 1, what: 'nodaļā nav neviena punkta' },
    ]);
  });

  it('are counted in Roman numerals', () => {
    expect([1, 4, 9, 14, 40, 44, 99, 111].map(roman)).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'XLIV',
      'XCIX',
      'CXI',
    ]);
  });
});

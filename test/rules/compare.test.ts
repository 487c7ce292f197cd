// The changes between editions: words, removed and added points, points that only got another number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { readContentFiles } from '../../src/build/content-files.ts';
import { compareEditions, numberOf, type PointChange, passages } from '../../src/rules/compare.ts';
import { likeness, type Piece, wordChanges } from '../../src/rules/words.ts';
import { entryOf, REAL, THREE_EDITIONS, threeEntries } from './three-editions.ts';

const shown = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const kinds = (points: readonly PointChange[], kind: PointChange['kind']) =>
  points.filter(change => change.kind === kind).map(numberOf);
const [first, second, third] = threeEntries();

describe('words', () => {
  it.each([
    ['a b c', 'a x c', 'a [-b-]{+x+} c'],
    ['viens divi trīs', 'viens trīs', 'viens [-divi -]trīs'],
    ['', 'jauns', '{+jauns+}'],
    ['ir labi, un viss.', 'nav slikti, bet viss.', '[-ir labi, un-]{+nav slikti, bet+} viss.'],
    ['Šī ir čūska.', 'Šī ir čūskas.', 'Šī ir [-čūska-]{+čūskas+}.'],
    ['vienādi', 'vienādi', 'vienādi'],
  ])('from “%s” to “%s”', (older, newer, expected) => {
    expect(shown(wordChanges(older, newer))).toBe(expected);
  });

  it('lead back to both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('a', 'bē', 'c,', '5.2.', '“d”', '–'), { maxLength: 12 })
      .map(list => list.join(' '));
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const text = (kind: Piece['kind']) =>
          wordChanges(older, newer)
            .filter(piece => piece.kind !== kind)
            .map(piece => piece.text)
            .join('')
            .replaceAll(/\s+/g, ' ')
            .trim();
        expect(text('added')).toBe(older.trim());
        expect(text('removed')).toBe(newer.trim());
      }),
    );
  });

  it('are alike by what they share', () => {
    expect(likeness('Rinda ir īsa.', 'rinda, ir īsa')).toBe(1);
    expect(likeness('viens divi', 'divi trīs')).toBe(0.5);
    expect(likeness('a', 'b')).toBe(0);
    expect(likeness('', '')).toBe(1);
  });
});

describe('editions', () => {
  it('in the tests are sound content', async () => {
    const files = (await readContentFiles(process.cwd())).filter(
      // Our surveys measure points that the invented editions do not have.
      ({ path }) => !/^content\/(rules|surveys|surveys-en)\//.test(path),
    );
    const editions = Object.entries(THREE_EDITIONS).map(([path, text]) => ({ path, text, utf8: true }));
    expect(checkContent([...files, ...editions], '2026-11-22')).toEqual([]);
  });

  it('that are equal have nothing but unchanged points', () => {
    const { points, facts, chapters } = compareEditions(entryOf(REAL), entryOf(REAL));
    expect(kinds(points, 'same')).toHaveLength(39);
    expect(points).toHaveLength(39);
    expect([facts, chapters]).toEqual([[], []]);
  });

  it('name changed, added and removed points, the signatory and a heading', () => {
    const { points, facts, chapters } = compareEditions(first, second);
    expect(kinds(points, 'changed')).toEqual(['5.1.2']);
    expect(kinds(points, 'added')).toEqual(['14']);
    expect(kinds(points, 'removed')).toEqual(['5.5.3']);
    expect(kinds(points, 'renumbered')).toEqual(['15']);
    expect(kinds(points, 'same')).toHaveLength(36);
    const change = points.find(point => point.kind === 'changed');
    expect(change?.kind === 'changed' && shown(change.pieces)).toContain(
      'viņš [-par to-]{+nekavējoties+} atvainojas klientam',
    );
    expect(facts.map(({ name, pieces }) => [name, shown(pieces)])).toEqual([
      ['signatory', 'Novada domes priekšsēdētājs [-Laimis Šāvējs-]{+Parauga Vārds+}'],
    ]);
    expect(chapters.map(({ name, pieces }) => [name, shown(pieces)])).toEqual([
      ['V', 'Noslēguma [-jautājums-]{+jautājumi+}'],
    ]);
  });

  it('show a removed point where it stood', () => {
    const numbers = compareEditions(first, second).points.map(numberOf);
    expect(numbers.slice(numbers.indexOf('5.5.2'), numbers.indexOf('5.5.2') + 3)).toEqual([
      '5.5.2',
      '5.5.3',
      '5.6',
    ]);
  });

  it('do not call every later point changed when one is put in before them', () => {
    const { points } = compareEditions(second, third);
    expect(kinds(points, 'added')).toEqual(['6']);
    expect(kinds(points, 'changed')).toEqual([]);
    expect(kinds(points, 'removed')).toEqual([]);
    expect(kinds(points, 'renumbered')).toEqual([
      '7',
      '8',
      '9',
      '10',
      '11',
      '11.1',
      '11.2',
      ...'12 13 14 15 16'.split(' '),
    ]);
  });

  it('find a point by its own words before they take a like one at its number', () => {
    const edition = (...points: string[]) => ({
      ...entryOf(REAL),
      body: [
        '## I. Nodaļa',
        ...points.map((what, i) => `${i + 1}. Darbinieks laikus atbild uz ${what}.`),
      ].join('\n\n'),
    });
    const { points } = compareEditions(
      edition('vēstulēm', 'zvaniem'),
      edition('e-pastu', 'vēstulēm', 'zvaniem'),
    );
    expect(points.map(change => `${change.kind} ${numberOf(change)}`)).toEqual([
      'added 1',
      'renumbered 2',
      'renumbered 3',
    ]);
  });

  it('follow a point that got another number and other words', () => {
    const newer = REAL.replace(
      '13. Noteikumu izpildi kontrolē',
      '13. Starppunkts.\n\n14. Izpildi kontrolē',
    ).replace('14. Noteikumi stājas', '15. Noteikumi stājas');
    const change = compareEditions(entryOf(REAL), entryOf(newer)).points.find(
      point => numberOf(point) === '14',
    );
    expect(change).toMatchObject({ kind: 'changed', older: { number: '13' } });
  });

  it('show a point replaced at its place as one change', () => {
    const newer = REAL.replace('5.1. pieklājība:', '5.1. cieņa:');
    const change = compareEditions(entryOf(REAL), entryOf(newer)).points.find(
      point => numberOf(point) === '5.1',
    );
    expect(change?.kind === 'changed' && shown(change.pieces)).toBe('[-pieklājība-]{+cieņa+}:');
  });

  it('account for every point of both, whatever is left out of either', () => {
    const numbers = /^\d.*$/gm;
    const without = (drop: readonly number[]) => {
      const text = [...REAL.matchAll(numbers)].map(([line]) => line).filter((_, i) => !drop.includes(i));
      return { ...entryOf(REAL), body: `## I. Nodaļa\n\n${text.join('\n\n')}` };
    };
    const dropped = fc.array(fc.nat({ max: 38 }), { maxLength: 20 });
    fc.assert(
      fc.property(dropped, dropped, (a, b) => {
        const { points } = compareEditions(without(a), without(b));
        expect(points.filter(point => 'older' in point)).toHaveLength(39 - new Set(a).size);
        expect(points.filter(point => 'newer' in point)).toHaveLength(39 - new Set(b).size);
      }),
      { numRuns: 30 },
    );
  });
});

it('gathers neighbours that did not change', () => {
  const found = passages(compareEditions(first, second).points).map(passage =>
    passage.kind === 'same' ? passage.points.length : numberOf(passage.change),
  );
  expect(found).toEqual([7, '5.1.2', 16, '5.5.3', 13, '14', '15']);
});

// Hidden numbers can't be computed from published ones: every list that fits a published one is tried.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicScore, publicShare } from '../../api/domain/register/public-figures.ts';
import { isSmall, LEAST, shownParts } from '../../api/domain/register/suppression.ts';

const counts = (list: readonly number[]) => shownParts(list.map(n => ({ cells: [n], adds: [n] })));
/** What a reader sees of a list whose sum is published: numbers, or null. */
const seen = (list: readonly number[]) => {
  const shown = counts(list);
  return list.map((n, i) => (shown[i] ? n : null));
};

/** Every way to split a number into so many parts, none less than `least`. */
function* waysTo(sum: number, parts: number, least: number): Generator<number[]> {
  if (parts === 0) {
    if (sum === 0) yield [];
    return;
  }
  for (let n = least; n <= sum; n += 1)
    for (const rest of waysTo(sum - n, parts - 1, least)) yield [n, ...rest];
}

/** All lists that fit what is seen, for a reader who knows the sum and that zeros are shown. */
function candidates(view: readonly (number | null)[], sum: number): number[][] {
  const hidden = view.filter(n => n === null).length;
  const rest = sum - view.reduce<number>((total, n) => total + (n ?? 0), 0);
  // When nothing at all is shown, a hidden number may also be zero.
  const least = hidden === view.length ? 0 : 1;
  return [...waysTo(rest, hidden, least)].map(values => {
    const left = [...values];
    return view.map(n => n ?? (left.shift() as number));
  });
}

const lists = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 });

describe('a list with a published sum', () => {
  it.each([
    ['nothing small: all of it', [5, 9, 0, 12], [5, 9, 0, 12]],
    ['one small: the next goes along, whatever its size', [9, 3, 20, 0], [9, null, null, 0]],
    ['the last one: the first goes along', [9, 20, 0, 3], [null, 20, 0, null]],
    ['two that add up to enough', [3, 4, 20], [null, null, 20]],
    ['two ones: they would be known by their sum', [1, 1, 20, 6], [null, null, null, 6]],
    ['nothing else left to hide', [1, 1, 4], [null, null, null]],
    ['small ones everywhere, zeros among them', [1, 1, 1, 1, 1, 0], [null, null, null, null, null, null]],
  ])('%s', (_, list, view) => {
    expect(seen(list)).toEqual(view);
  });

  it('never shows a small number', () => {
    fc.assert(
      fc.property(lists, list => {
        expect(seen(list).filter(n => n !== null && isSmall(n))).toEqual([]);
      }),
    );
  });

  it('leaves at least five possible values for each hidden number', () => {
    fc.assert(
      fc.property(lists, list => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum >= LEAST);
        const view = seen(list);
        const possible = candidates(view, sum);
        view.forEach((n, i) => {
          if (n === null) expect(new Set(possible.map(one => one[i])).size).toBeGreaterThanOrEqual(LEAST);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('tells no hidden number to somebody who knows how the hidden ones are chosen', () => {
    fc.assert(
      fc.property(lists, list => {
        const sum = list.reduce((a, b) => a + b, 0);
        fc.pre(sum >= LEAST);
        const view = seen(list);
        const alike = candidates(view, sum).filter(one => JSON.stringify(seen(one)) === JSON.stringify(view));
        expect(alike).toContainEqual(list);
        view.forEach((n, i) => {
          if (n === null) expect(new Set(alike.map(one => one[i])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a list of shares', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 2,
    maxLength: 4,
  });
  const shown = (rows: readonly (readonly [number, number])[]) =>
    shownParts(rows.map(([good, bad]) => ({ cells: [good, bad, good + bad], adds: [good, bad] })));

  it('leaves several values for both sides of each hidden share, unless that side is nobody at all', () => {
    fc.assert(
      fc.property(pairs, rows => {
        const visible = shown(rows);
        const hidden = rows.filter((_, i) => !visible[i]);
        if (hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        for (const side of [0, 1] as const) {
          const rest = hidden.reduce((sum, row) => sum + row[side], 0);
          const all = rows.reduce((sum, row) => sum + row[side], 0);
          // A sum too small to be published alone is not published with its list either (`publicSums`).
          if (!isSmall(all)) expect(rest === 0 || rest >= LEAST).toBe(true);
        }
      }),
    );
  });
});

describe('a share that stands alone', () => {
  it.each([
    [0, 0, null],
    [2, 3, 'hidden'],
    [4, 8, 'hidden'],
    [40, 40, { percent: 100, is: 'exactly', of: 40 }],
    [30, 40, { percent: 75, is: 'exactly', of: 40 }],
    [39, 40, { percent: 90, is: 'at-least', of: 40 }],
    [36, 40, { percent: 90, is: 'at-least', of: 40 }],
    [1, 40, { percent: 10, is: 'at-most', of: 40 }],
    [0, 40, { percent: 0, is: 'exactly', of: 40 }],
  ])('%i of %i', (part, of, share) => {
    expect(publicShare(part, of)).toEqual(share);
  });

  it('says the same of every small number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 500 }), of => {
        for (const turn of [(n: number) => n, (n: number) => of - n])
          expect(new Set([1, 2, 3, 4].map(n => JSON.stringify(publicShare(turn(n), of)))).size).toBe(1);
      }),
    );
  });

  it('keeps the mean from telling what the share does not', () => {
    expect(publicScore({ n: 5, good: 4, mean: 4.4 })).toMatchObject({ mean: 'hidden' });
    expect(publicScore({ n: 20, good: 12, mean: 3.84 })).toMatchObject({ n: 20, mean: 3.8 });
    expect(publicScore({ n: 3, good: 3, mean: 5 })).toEqual({ n: 'hidden', good: 'hidden', mean: 'hidden' });
    expect(publicScore({ n: 0, good: 0, mean: null })).toEqual({ n: 0, good: null, mean: null });
  });
});

// Statistics compared with values computed by hand or printed in tables, and with properties that hold for
// any answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  meanOf,
  medianOf,
  npsOf,
  shareOf,
  totalOf,
  tQuantile,
} from '../../api/domain/surveys/statistics.ts';

/** Counts of 1, 2, 3 … in order. */
const scale = (...counts: number[]): Distribution => counts.map((n, i) => ({ worth: i + 1, n }));
const nps = (counts: Readonly<Record<number, number>>): Distribution =>
  Object.entries(counts).map(([worth, n]) => ({ worth: Number(worth), n }));

const anyScale = fc
  .array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 })
  .map(counts => scale(...counts));

/**
 * The probability between -q and q under Student's t, by Simpson's rule: independent of how the quantile is
 * computed.
 */
function middleOf(q: number, df: number): number {
  const steps = 20_000;
  const h = (2 * q) / steps;
  const density = (x: number) => (1 + (x * x) / df) ** (-(df + 1) / 2);
  const integral = (from: number, width: number, count: number): number => {
    let sum = 0;
    for (let i = 0; i <= count; i++)
      sum += density(from + i * width) * (i === 0 || i === count ? 1 : i % 2 ? 4 : 2);
    return (sum * width) / 3;
  };
  // The total by the substitution x = tan(u)·√df, over which the density is a power of the cosine.
  const whole = (() => {
    const count = 20_000;
    const width = Math.PI / count;
    let sum = 0;
    for (let i = 1; i < count; i++) sum += Math.cos(-Math.PI / 2 + i * width) ** (df - 1) * (i % 2 ? 4 : 2);
    if (df === 1) sum += 2;
    return (Math.sqrt(df) * sum * width) / 3;
  })();
  return integral(-q, h, steps) / whole;
}

describe('the quantile of Student’s t', () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [10, 2.228],
    [30, 2.042],
    [40, 2.021],
    [60, 2.0],
    [120, 1.98],
    [1000, 1.962],
  ])('%i degrees of freedom: %f, as in tables', (df, q) => {
    expect(tQuantile(df)).toBeCloseTo(q, 3);
  });

  it.each([1, 2, 3, 5, 9, 17, 30, 31, 32, 50, 99, 400])('of %i leaves 95 in 100 in the middle', df => {
    expect(middleOf(tQuantile(df), df)).toBeCloseTo(0.95, 4);
  });

  it('has no value for nobody’s freedom', () => {
    expect(() => tQuantile(0)).toThrow(RangeError);
    expect(() => tQuantile(2.5)).toThrow(RangeError);
  });
});

describe('the mean', () => {
  it('with its interval, reckoned by hand: 1×2, 2×3, 3×4, 4×5', () => {
    // mean 40/10 = 4, variance (4+2·1+0+4·1)/9 = 10/9, s/√n = 0.33333, t(9) = 2.262
    expect(meanOf(scale(0, 1, 2, 3, 4), [1, 5])).toEqual({
      value: 4,
      low: expect.closeTo(4 - 2.262 / 3, 6),
      high: expect.closeTo(4 + 2.262 / 3, 6),
    });
  });

  it('stays on the scale', () => {
    // 4 and 5: 4.5 ± 12.706 · 0.5
    expect(meanOf(scale(0, 0, 0, 1, 1), [1, 5])).toEqual({ value: 4.5, low: 1, high: 5 });
  });

  it('says nothing of the spread of one answer, and nothing at all of none', () => {
    expect(meanOf(scale(0, 0, 1), [1, 5])).toEqual({ value: 3, low: null, high: null });
    expect(meanOf(scale(0, 0, 0), [1, 5])).toBeNull();
  });

  it('lies within its interval, and the interval within the scale', () => {
    fc.assert(
      fc.property(anyScale, of => {
        const mean = meanOf(of, [1, 5]);
        if (totalOf(of) === 0 || !mean || mean.low === null || mean.high === null) {
          expect(mean === null ? 0 : 1).toBe(totalOf(of));
          return;
        }
        expect(mean.low).toBeGreaterThanOrEqual(1);
        expect(mean.low).toBeLessThanOrEqual(mean.value + 1e-9);
        expect(mean.high).toBeGreaterThanOrEqual(mean.value - 1e-9);
        expect(mean.high).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('grows no wider when everybody answers the same once more', () => {
    fc.assert(
      fc.property(anyScale, of => {
        const [one, two] = [meanOf(of), meanOf(of.map(({ worth, n }) => ({ worth, n: 2 * n })))];
        if (!one || !two || one.low === null || one.high === null) return;
        expect((two.high ?? 0) - (two.low ?? 0)).toBeLessThanOrEqual(one.high - one.low + 1e-9);
      }),
    );
  });
});

describe('the median', () => {
  it.each([
    ['odd', scale(0, 1, 1, 1), 3],
    ['even, the same', scale(0, 1, 2, 1), 3],
    ['even, between two', scale(0, 2, 0, 2), 3],
    ['of 9 answers', scale(1, 0, 0, 3, 5), 5],
    ['of one', scale(0, 0, 0, 1), 4],
    ['of none', scale(0, 0), null],
  ])('%s', (_, of, median) => {
    expect(medianOf(of)).toBe(median);
  });

  it('has at most half of all answers on each side', () => {
    fc.assert(
      fc.property(anyScale, of => {
        const median = medianOf(of);
        if (median === null) return expect(totalOf(of)).toBe(0);
        const half = totalOf(of) / 2;
        expect(totalOf(of.filter(({ worth }) => worth < median))).toBeLessThanOrEqual(half);
        expect(totalOf(of.filter(({ worth }) => worth > median))).toBeLessThanOrEqual(half);
      }),
    );
  });
});

describe('a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: Wilson's method without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i has the published interval', (part, of, low, high) => {
    const share = shareOf(part, of);
    expect(share?.value).toBeCloseTo(part / of, 9);
    expect(share?.low).toBeCloseTo(low, 4);
    expect(share?.high).toBeCloseTo(high, 4);
  });

  it('of nobody is none', () => expect(shareOf(0, 0)).toBeNull());

  it('lies within its interval, and the interval turns over with the share', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (part, rest) => {
        const share = shareOf(part, part + rest);
        if (!share || share.low === null || share.high === null) {
          expect(part + rest).toBe(0);
          return;
        }
        expect(share.low).toBeLessThanOrEqual(share.value + 1e-12);
        expect(share.high).toBeGreaterThanOrEqual(share.value - 1e-12);
        const other = shareOf(rest, part + rest);
        expect(other?.low).toBeCloseTo(1 - share.high, 9);
      }),
      {
        examples: [
          [0, 0],
          [0, 1],
          [1, 0],
        ],
      },
    );
  });
});

describe('the net promoter score', () => {
  it('by hand: 5 promoters, 3 passives, 2 detractors', () => {
    const score = npsOf(nps({ 10: 3, 9: 2, 8: 1, 7: 2, 6: 1, 0: 1 }));
    expect(score).toMatchObject({ n: 10, promoters: 5, passives: 3, detractors: 2, value: 30 });
    // p = 5.75/13, d = 2.75/13: difference 0.230769; variance (8.5/13 - 0.053254)/13 = 0.046199, its root 0.214939
    expect(score?.low).toBeCloseTo(100 * (0.230769 - 1.959964 * 0.214939), 2);
    expect(score?.high).toBeCloseTo(100 * (0.230769 + 1.959964 * 0.214939), 2);
  });

  it('of none is none', () => expect(npsOf(nps({}))).toBeNull());

  it('lies within its interval and within -100 and 100, also where all answer the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 11, maxLength: 11 }), counts => {
        const score = npsOf(counts.map((n, worth) => ({ worth, n })));
        if (!score) return;
        expect(score.low).toBeGreaterThanOrEqual(-100);
        expect(score.high).toBeLessThanOrEqual(100);
        expect(score.low).toBeLessThan(score.high ?? 0);
        expect(score.low).toBeLessThanOrEqual(score.value);
        expect(score.high).toBeGreaterThanOrEqual(score.value);
        expect(score.promoters + score.passives + score.detractors).toBe(score.n);
      }),
      { examples: [[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]], [[30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]] },
    );
  });
});

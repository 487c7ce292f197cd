// Statistics of answers given as counts. Pure; every interval is at 95 %. The source of each formula is
// given.

/** Number of times each value was given. */
export type Distribution = readonly { readonly worth: number; readonly n: number }[];

export interface Interval {
  readonly value: number;
  /** Null when the spread is unknown: fewer than two answers. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/** The 0.975 quantiles of Student's t for 1 … 30 degrees of freedom (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2). */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

/**
 * The 0.975 quantile of Student's t. Beyond the table by the expansion about the normal quantile (Abramowitz
 * and Stegun, Handbook of Mathematical Functions, 26.7.5), which is exact to five digits there.
 * @param df degrees of freedom, at least 1
 */
export function tQuantile(df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`no degrees of freedom: ${df}`);
  const known = T[df - 1];
  if (known !== undefined) return known;
  const g1 = (Z ** 3 + Z) / 4;
  const g2 = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const g3 = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + g1 / df + g2 / df ** 2 + g3 / df ** 3;
}

export const totalOf = (of: Distribution): number => of.reduce((sum, { n }) => sum + n, 0);

/** The sample variance (divided by n - 1); null for fewer than two. */
function varianceOf(of: Distribution, mean: number): number | null {
  const n = totalOf(of);
  if (n < 2) return null;
  return of.reduce((sum, { worth, n: times }) => sum + times * (worth - mean) ** 2, 0) / (n - 1);
}

/**
 * The mean with its interval, mean ± t·s/√n (NIST/SEMATECH e-Handbook, 1.3.5.2), cut off at the ends of the
 * scale. Null without answers.
 */
export function meanOf(of: Distribution, range: readonly [number, number] | null = null): Interval | null {
  const n = totalOf(of);
  if (n === 0) return null;
  const value = of.reduce((sum, { worth, n: times }) => sum + worth * times, 0) / n;
  const variance = varianceOf(of, value);
  if (variance === null) return { value, low: null, high: null };
  const margin = tQuantile(n - 1) * Math.sqrt(variance / n);
  const [least, most] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { value, low: Math.max(least, value - margin), high: Math.min(most, value + margin) };
}

/** The median: the middle answer, or the mean of the two middle ones; null without answers. */
export function medianOf(of: Distribution): number | null {
  const n = totalOf(of);
  if (n === 0) return null;
  const sorted = of.toSorted((a, b) => a.worth - b.worth);
  const at = (place: number): number => {
    let before = 0;
    for (const { worth, n: times } of sorted) {
      before += times;
      if (place < before) return worth;
    }
    throw new RangeError('a place beyond all answers');
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

/**
 * A share, 0 … 1, with Wilson's score interval (E. B. Wilson, JASA 22 (1927), 209–212), which is valid for
 * few answers and at both ends, unlike the normal approximation. Null when the base is zero.
 */
export function shareOf(part: number, of: number): Interval | null {
  if (of === 0) return null;
  const value = part / of;
  const z2 = Z ** 2;
  const centre = (value + z2 / (2 * of)) / (1 + z2 / of);
  const margin = (Z / (1 + z2 / of)) * Math.sqrt((value * (1 - value)) / of + z2 / (4 * of ** 2));
  // At the ends the bound is the end itself; computed, it would differ by a rounding error.
  return {
    value,
    low: part === 0 ? 0 : Math.max(0, centre - margin),
    high: part === of ? 1 : Math.min(1, centre + margin),
  };
}

export interface Nps extends Interval {
  readonly n: number;
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 … 6. */
  readonly detractors: number;
}

/**
 * The net promoter score, -100 … 100: the percentage of 9–10 minus that of 0–6 (F. F. Reichheld, Harvard
 * Business Review, December 2003). Its interval uses the difference of two shares of one multinomial, whose
 * variance is (p + d - (p - d)²)/n; three answers spread evenly over the scores -1, 0 and 1 as 3/4, 3/2, 3/4
 * are added first, so that it is also valid for few and one-sided answers (B. Rocks, The American
 * Statistician 70 (2016), 365–372: adjusted Wald). Null without answers.
 */
export function npsOf(of: Distribution): Nps | null {
  const n = totalOf(of);
  if (n === 0) return null;
  const within = (low: number, high: number) =>
    totalOf(of.filter(({ worth }) => worth >= low && worth <= high));
  const [promoters, passives, detractors] = [within(9, 10), within(7, 8), within(0, 6)];
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const margin = Z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  const value = (100 * (promoters - detractors)) / n;
  return {
    n,
    promoters,
    passives,
    detractors,
    value,
    // The added answers pull towards the middle, so for very few answers the interval may miss the score
    // itself.
    low: Math.max(-100, Math.min(value, 100 * (p - d - margin))),
    high: Math.min(100, Math.max(value, 100 * (p - d + margin))),
  };
}

/** The lowest point that counts as satisfied: 4 of 5, on other scales the second highest. */
export const goodFrom = ([, high]: readonly [number, number]): number => high - 1;

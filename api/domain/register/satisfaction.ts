// Satisfaction with the handling, from the ratings of submitters. Pure.

/** Ratings with the same values. */
export interface RatingGroup {
  /** 1 … 5. */
  readonly satisfaction: number;
  readonly effort: number | null;
  readonly n: number;
}

export interface Score {
  /** Number of answers. */
  readonly n: number;
  /** Number of answers 4 or 5. */
  readonly good: number;
  /** The mean of 1 … 5; null for none. */
  readonly mean: number | null;
}

export interface Satisfaction {
  /** “How satisfied are you with the handling?” (CSAT). */
  readonly satisfaction: Score;
  /** “How easy was it?” (CES). */
  readonly effort: Score;
}

function scoreOf(groups: readonly RatingGroup[], pick: (group: RatingGroup) => number | null): Score {
  let [n, good, sum] = [0, 0, 0];
  for (const group of groups) {
    const value = pick(group);
    if (value === null) continue;
    n += group.n;
    sum += value * group.n;
    if (value >= 4) good += group.n;
  }
  return { n, good, mean: n === 0 ? null : sum / n };
}

export const satisfactionOf = (groups: readonly RatingGroup[]): Satisfaction => ({
  satisfaction: scoreOf(groups, ({ satisfaction }) => satisfaction),
  effort: scoreOf(groups, ({ effort }) => effort),
});

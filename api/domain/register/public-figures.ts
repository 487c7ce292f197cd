// The public figures of a year: whole months only, without small numbers and anything that would reveal them.
import {
  type CaseGroup,
  type Dimension,
  ENDINGS,
  type Ending,
  type Figures,
  figuresBy,
  figuresOf,
  judged,
  monthsOf,
  type Period,
  type Terms,
  type ValueFigures,
} from './figures.ts';
import { type RatingGroup, type Score, satisfactionOf } from './satisfaction.ts';
import { cellsOf, isSmall, LEAST, type Part, shownParts } from './suppression.ts';

export const HIDDEN = 'hidden';
export type Public<T> = T | typeof HIDDEN;

/** A share in whole percent. `at-least`, `at-most`: one side of it is too small to publish. */
export interface PublicShare {
  readonly percent: number;
  readonly is: 'exactly' | 'at-least' | 'at-most';
  readonly of: number;
}

export interface PublicRow {
  /** A month `2026-03`, a kind, a service id, a rule point …; empty when none was named. */
  readonly value: string;
  readonly received: Public<number>;
  readonly closed: Public<number>;
  /** Null when there was nothing to judge. */
  readonly onTime: Public<PublicShare | null>;
  /** Working days; null when there is none. */
  readonly median: Public<number | null>;
  readonly p90: Public<number | null>;
}

export interface PublicScore {
  readonly n: Public<number>;
  /** Ratings of 4 or 5 out of 5. */
  readonly good: Public<PublicShare | null>;
  /** Mean of 1 … 5, rounded to a tenth. */
  readonly mean: Public<number | null>;
}

export interface PublicReport {
  readonly year: number;
  /** The whole months it covers. */
  readonly period: Period;
  readonly total: PublicRow;
  readonly endings: Readonly<Record<Ending, Public<number>>>;
  readonly months: readonly PublicRow[];
  readonly by: Readonly<Record<Exclude<Dimension, 'all'>, readonly PublicRow[]>>;
  readonly satisfaction: PublicScore;
  readonly effort: PublicScore;
}

/** With fewer cases, the 90th percentile is almost the longest one: a single case. */
const LEAST_FOR_P90 = 2 * LEAST;

const percent = (part: number, of: number): number => Math.round((100 * part) / of);

/** A single share: when one side is too small to publish, a bound for it. */
export function publicShare(part: number, of: number): Public<PublicShare | null> {
  if (of === 0) return null;
  const rest = of - part;
  if (isSmall(of) || (isSmall(part) && isSmall(rest))) return HIDDEN;
  // Rounded to the largest small number, so that one case more or less does not show.
  if (isSmall(rest)) return { percent: Math.floor((100 * (of - LEAST + 1)) / of), is: 'at-least', of };
  if (isSmall(part)) return { percent: Math.ceil((100 * (LEAST - 1)) / of), is: 'at-most', of };
  return { percent: percent(part, of), is: 'exactly', of };
}

/** What the year's own share reveals about the sums of its parts. */
function publicSums(total: Figures): (figures: Figures) => number[] {
  const share = publicShare(total.onTime, judged(total));
  if (share === HIDDEN || share === null) return () => [];
  if (share.is !== 'exactly') return figures => [judged(figures)];
  return figures => [figures.onTime, judged(figures) - figures.onTime];
}

/** Durations, when there are enough of them; a hidden number must not be revealed by having a median. */
const times = ({ timed, median, p90 }: Figures, isShown: boolean) =>
  ({
    median: isShown && timed >= LEAST ? median : timed === 0 ? null : HIDDEN,
    p90: isShown && timed >= LEAST_FOR_P90 ? p90 : timed === 0 ? null : HIDDEN,
  }) as const;

/** One column of a list, protected on its own: columns of different lists are independent. */
const column = (
  figures: readonly Figures[],
  cells: (of: Figures) => number[],
  adds: (of: Figures) => number[],
): boolean[] => shownParts(figures.map((of): Part => ({ cells: cells(of), adds: adds(of) })));

const sumIf = (total: number, pick: (of: Figures) => number) => (of: Figures) =>
  isSmall(total) ? [] : [pick(of)];

/** A list whose parts add up to the year (`total`), or, without it, parts that add up to nothing published. */
function listed(rows: readonly ValueFigures[], total: Figures | null): PublicRow[] {
  const none = () => [];
  const received = column(rows, of => [of.received], total ? sumIf(total.received, of => of.received) : none);
  const closed = column(rows, of => [of.closed], total ? sumIf(total.closed, of => of.closed) : none);
  const onTime = column(
    rows,
    of => cellsOf({ part: of.onTime, of: judged(of) }),
    total ? publicSums(total) : none,
  );
  return rows.map((of, i) => ({
    value: of.value,
    received: received[i] ? of.received : HIDDEN,
    closed: closed[i] ? of.closed : HIDDEN,
    onTime: onTime[i] ? publicShare(of.onTime, judged(of)) : HIDDEN,
    ...times(of, closed[i] === true),
  }));
}

function totalRow(year: number, total: Figures): PublicRow {
  const onTime = publicShare(total.onTime, judged(total));
  return {
    value: String(year),
    received: isSmall(total.received) ? HIDDEN : total.received,
    closed: isSmall(total.closed) ? HIDDEN : total.closed,
    onTime,
    ...times(total, !isSmall(total.closed)),
  };
}

function publicEndings({ endings, closed }: Figures): PublicReport['endings'] {
  const parts = ENDINGS.map((ending): Part => {
    const n = endings[ending];
    return { cells: [n], adds: isSmall(closed) ? [] : [n] };
  });
  const shown = shownParts(parts);
  return Object.fromEntries(
    ENDINGS.map((ending, i) => [ending, shown[i] ? endings[ending] : HIDDEN]),
  ) as PublicReport['endings'];
}

/** A mean with its number reveals the sum, and with a bound on the share sometimes the exact answers. */
export function publicScore({ n, good, mean }: Score): PublicScore {
  const share = publicShare(good, n);
  const isExact = share !== HIDDEN && (share === null || share.is === 'exactly');
  return {
    n: isSmall(n) ? HIDDEN : n,
    good: share,
    mean: mean === null ? null : isExact ? Math.round(mean * 10) / 10 : HIDDEN,
  };
}

/** Outcomes add up to the closed complaints: when that number is hidden, all of them are. */
function publicOutcomes(rows: readonly ValueFigures[], complaints: PublicRow | undefined): PublicRow[] {
  const outcomes = rows.filter(({ value, closed }) => value !== '' && closed > 0);
  if (complaints?.closed === HIDDEN) return outcomes.map(({ value }) => withheld(value));
  const shown = column(
    outcomes,
    of => [of.closed],
    of => [of.closed],
  );
  return outcomes.map(({ value, closed }, i) => ({
    ...withheld(value),
    closed: shown[i] ? closed : HIDDEN,
  }));
}

const withheld = (value: string): PublicRow => ({
  value,
  received: HIDDEN,
  closed: HIDDEN,
  onTime: HIDDEN,
  median: HIDDEN,
  p90: HIDDEN,
});

export interface Counted {
  readonly year: number;
  readonly groups: Readonly<Record<Dimension, readonly CaseGroup[]>>;
  readonly ratings: readonly RatingGroup[];
}

/** The whole months of a year so far; null when there is none. */
export function wholeMonths(year: number, today: string): Period | null {
  const months = monthsOf(year, today).filter(({ to }) => to <= today);
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** Everything that is published about a year; `period` from `wholeMonths`. */
export function publicReport({ year, groups, ratings }: Counted, period: Period, terms: Terms): PublicReport {
  const total = figuresOf(groups.all, period, terms);
  // In an order independent of size, because a hidden number between two others would be known to lie between
  // them.
  const by = (dimension: Dimension) =>
    figuresBy(groups[dimension], period, terms).sort((a, b) => (a.value < b.value ? -1 : 1));
  const months = monthsOf(year, period.to).map(month => ({
    ...figuresOf(groups.all, month, terms),
    value: month.from.slice(0, 7),
  }));
  const kind = listed(by('kind'), total);
  const { satisfaction, effort } = satisfactionOf(ratings);
  return {
    year,
    period,
    total: totalRow(year, total),
    endings: publicEndings(total),
    months: monthRows(months, total),
    by: {
      kind,
      service: listed(by('service'), total),
      // A complaint may name several points, so these have no common sum.
      point: listed(by('point'), null),
      outcome: publicOutcomes(
        by('outcome'),
        kind.find(({ value }) => value === 'complaint'),
      ),
      channel: listed(by('channel'), total),
    },
    satisfaction: publicScore(satisfaction),
    effort: publicScore(effort),
  };
}

/**
 * Months add up to the year for received, closed, and closed in time. An overdue case counts in every month
 * at whose end it is open, so the judged months do not add up to the judged year.
 */
function monthRows(months: readonly ValueFigures[], total: Figures): PublicRow[] {
  const share = publicShare(total.onTime, judged(total));
  const isExact = share !== HIDDEN && share !== null && share.is === 'exactly';
  const onTime = column(
    months,
    of => cellsOf({ part: of.onTime, of: judged(of) }),
    of => (isExact ? [of.onTime] : []),
  );
  return listed(months, total).map((row, i) => {
    const of = months[i] as ValueFigures;
    return { ...row, onTime: onTime[i] ? publicShare(of.onTime, judged(of)) : HIDDEN };
  });
}

// Reads the data of the figures and converts it to Riga's days.
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays, addMonths, rigaDate, rigaInstant, yearOf } from '../../../src/calendar/dates.ts';
import { explainDeadline, policyFor } from '../../../src/calendar/deadline.ts';
import type { RegisterDeps } from '../../deps.ts';
import { toInstant } from '../../domain/intake.ts';
import {
  type CaseGroup,
  DIMENSIONS,
  type Dimension,
  dayOf,
  eachValue,
  monthsOf,
  type Period,
  type Terms,
} from '../../domain/register/figures.ts';
import type { RatingGroup } from '../../domain/register/satisfaction.ts';
import { workingDays } from '../../domain/register/working-days.ts';
import type { Span } from '../../store/register/figures.ts';

type Tools = Pick<RegisterDeps, 'figures' | 'site' | 'now'>;

const startOf = (day: string): string => toInstant(rigaInstant(day, '00:00'));

/** The instants at which a period starts and ends in Riga. */
export const spanOf = ({ from, to }: Period): Span => ({
  from: startOf(from),
  to: startOf(to),
});

/** The rules by which the figures judge a case. */
export function termsOf({ site, now }: Omit<Tools, 'figures'>): Terms {
  const calendar = createCalendar(site.calendar);
  const known = new Map<string, string | null>();
  function forwardBy(receivedOn: string): string | null {
    try {
      return explainDeadline(calendar, receivedOn, policyFor(site.policies, receivedOn).forward.term).dueOn;
    } catch (error) {
      if (error instanceof YearMissingError || (error as Error).name === 'PolicyMissingError') return null;
      throw error;
    }
  }
  return {
    days: workingDays(site.calendar),
    today: rigaDate(now()),
    forwardBy(receivedOn) {
      const found = known.get(receivedOn);
      if (found !== undefined) return found;
      const by = forwardBy(receivedOn);
      known.set(receivedOn, by);
      return by;
    },
  };
}

/** Converts slots of the store to Riga's days. */
export const withDays = (groups: readonly CaseGroup[]): CaseGroup[] =>
  groups.map(group => ({
    ...group,
    receivedOn: dayOf(group.receivedOn),
    closedOn: group.closedOn === null ? null : dayOf(group.closedOn),
  }));

/** Rule points as they are stored. */
export function pointsIn(stored: string): readonly string[] {
  try {
    const points: unknown = JSON.parse(stored);
    return Array.isArray(points) ? points.filter(point => typeof point === 'string') : [];
  } catch {
    return [];
  }
}

export interface CountedPeriod {
  readonly groups: Readonly<Record<Dimension, readonly CaseGroup[]>>;
  readonly ratings: readonly RatingGroup[];
}

/** A statement blocks the database while it runs, so only this many days at once where most cases are. */
const DAYS_AT_ONCE = 5;
/** Nearly everything that came in a period is closed by then. */
const MONTHS_AFTER = 3;
/** Older open cases are counted together. */
const OPEN_YEARS = 10;

function* pieces({ from, to }: Period): Generator<Period> {
  for (let start = from; start < to; ) {
    const next = addDays(start, DAYS_AT_ONCE);
    const end = next < to ? next : to;
    yield { from: start, to: end };
    start = end;
  }
}

/**
 * Ranges of closing dates to query for a period: a few days at a time while most cases were closed, months at
 * a time later. Without gaps or overlaps.
 */
export function closings({ from, to }: Period, today: string): Period[] {
  const years = Array.from({ length: yearOf(today) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
  const months = years.flatMap(year => monthsOf(year, addDays(today, 1))).filter(month => month.to > from);
  const busyUntil = addMonths(to, MONTHS_AFTER);
  return months.flatMap(month => (month.from < busyUntil ? [...pieces(month)] : [month]));
}

/** Ranges of arrival dates of open cases: one year at a time, and everything older at once. */
export function arrivals({ from, to }: Period): { readonly from: string | null; readonly to: string }[] {
  const years = Array.from({ length: OPEN_YEARS }, (_, i) => `${yearOf(from) - i}-01-01`).toReversed();
  const bounds = [...years.filter(day => day < to), to];
  return bounds.map((end, i) => ({ from: bounds[i - 1] ?? null, to: end }));
}

type Slice = Parameters<Tools['figures']['groups']>[1];

const slicesOf = (period: Period, today: string): Slice[] => [
  ...closings(period, today).map(of => ({ receivedBefore: spanOf(period).to, closed: spanOf(of) })),
  ...arrivals(period).map(({ from, to }) => ({
    receivedFrom: from === null ? null : startOf(from),
    receivedBefore: startOf(to),
    closed: null,
  })),
];

/**
 * Everything for a period's figures, in small statements one after the other, so that other work gets its
 * turn.
 */
export async function countPeriod({ figures, now }: Tools, period: Period): Promise<CountedPeriod> {
  const span = spanOf(period);
  const groups: Record<Dimension, CaseGroup[]> = {
    all: [],
    kind: [],
    service: [],
    point: [],
    outcome: [],
    channel: [],
  };
  for (const dimension of DIMENSIONS)
    for (const of of slicesOf(period, rigaDate(now()))) {
      const counted = withDays(await figures.groups(dimension, of));
      for (const one of dimension === 'point' ? eachValue(counted, pointsIn) : counted)
        groups[dimension].push(one);
    }
  return { groups, ratings: await figures.ratings(span) };
}

// Reads what the figures are made of and puts Riga's days to it.
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays, rigaDate, rigaInstant, yearOf } from '../../../src/calendar/dates.ts';
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

/** The instants at which a period begins and ends in Riga. */
export const spanOf = ({ from, to }: Period): Span => ({
  from: toInstant(rigaInstant(from, '00:00')),
  to: toInstant(rigaInstant(to, '00:00')),
});

/** By what the figures judge a case. */
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

/** Slots of the store as Riga's days. */
export const withDays = (groups: readonly CaseGroup[]): CaseGroup[] =>
  groups.map(group => ({
    ...group,
    receivedOn: dayOf(group.receivedOn),
    closedOn: group.closedOn === null ? null : dayOf(group.closedOn),
  }));

function pointsIn(stored: string): readonly string[] {
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

/** When what counts in a period may have been closed, month by month; null: not at all. */
function closings({ from }: Period, today: string): (Period | null)[] {
  const years = Array.from({ length: yearOf(today) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
  const months = years.flatMap(year => monthsOf(year, addDays(today, 1)));
  return [...months.filter(({ to }) => to > from), null];
}

/**
 * Everything a period's figures need. One small statement after the other: what comes in meanwhile has its turn between.
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
    for (const month of closings(period, rigaDate(now()))) {
      const of = { receivedBefore: span.to, closed: month && spanOf(month) };
      const counted = withDays(await figures.groups(dimension, of));
      for (const one of dimension === 'point' ? eachValue(counted, pointsIn) : counted)
        groups[dimension].push(one);
    }
  return { groups, ratings: await figures.ratings(span) };
}

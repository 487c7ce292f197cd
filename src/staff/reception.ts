// When a person receives visitors: the weekly table, corrected by the working-day calendar, by the centre's
// own exceptional days, and by absences. Dates and times are Riga's, whatever the host's zone. Pure.
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, weekday, yearOf } from '../calendar/dates.ts';
import { WEEKDAYS } from '../calendar/scalars.ts';
import type { ReceptionPlan } from './next.ts';
import type { StaffMember } from './schema.ts';

/** The facts of a person that decide when they receive. */
export type Receiver = Pick<StaffMember, 'reception' | 'absences'>;

/**
 * A date with unusual hours of the centre (an editor's exception, an hour less before a holiday): nobody
 * receives outside them, because the door is closed.
 */
export interface CentreDay {
  readonly date: string;
  /** When the centre is open; empty means closed. */
  readonly hours: readonly string[];
  /** Why, in Latvian, for the visitor. */
  readonly reason: string;
}

export interface ReceptionDay {
  /** Time ranges in order, not adjacent; empty means no reception. */
  readonly ranges: readonly string[];
  /**
   * Why the day differs from the week; null on an ordinary day and for an absence, whose reason is not
   * published.
   */
  readonly reason: string | null;
}

/** Merges adjacent ranges: between `09:00-12:00` and `12:00-13:00` nobody is sent away. */
function merged(ranges: readonly string[] = []): string[] {
  const result: string[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last?.slice(6) === range.slice(0, 5)) result[result.length - 1] = last.slice(0, 6) + range.slice(6);
    else result.push(range);
  }
  return result;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The intersection of two lists of ranges. */
const intersection = (a: readonly string[], b: readonly string[]): string[] =>
  a.flatMap(one =>
    merged(b).flatMap(other => {
      const from = later(one.slice(0, 5), other.slice(0, 5));
      const to = earlier(one.slice(6), other.slice(6));
      return from < to ? [`${from}-${to}`] : [];
    }),
  );

const isAway = ({ absences = [] }: Receiver, date: string): boolean =>
  absences.some(({ from, through }) => from <= date && date <= through);

/**
 * The reception on a Riga date. Order: absence; a day of the centre's own, which cuts the person's hours; holidays and
 * moved days (a worked Saturday keeps the weekday it replaces); the weekly table.
 * Throws YearMissingError for a date the calendar does not cover.
 */
export function receptionOn(
  person: Receiver,
  calendar: Calendar,
  exceptions: readonly CentreDay[],
  date: string,
): ReceptionDay {
  if (isAway(person, date)) return { ranges: [], reason: null };
  const day = calendar.dayKind(date);
  const usual = merged(person.reception[day.worksAs ?? weekday(date)]);
  const exception = exceptions.find(entry => entry.date === date);
  if (exception) return { ranges: intersection(usual, exception.hours), reason: exception.reason };
  if (day.working) return { ranges: usual, reason: day.kind === 'moved-worked' ? day.reason : null };
  return day.kind === 'weekend' ? { ranges: usual, reason: null } : { ranges: [], reason: day.reason };
}

/** The dates from `from` on, at most `days`, that the calendar covers. */
function coveredDates(calendar: Calendar, from: string, days: number): string[] {
  return Array.from({ length: days }, (_, i) => addDays(from, i)).filter(
    date => yearOf(date) >= calendar.from && yearOf(date) <= calendar.through,
  );
}

const isUsual = (person: Receiver, date: string, ranges: readonly string[]): boolean =>
  merged(person.reception[weekday(date)]).join() === ranges.join();

/** The reception of the coming `days` in a small form for the page; it ends early when the calendar does. */
export function receptionPlan(
  person: Receiver,
  calendar: Calendar,
  exceptions: readonly CentreDay[],
  from: string,
  days: number,
): ReceptionPlan {
  const dates = coveredDates(calendar, from, days);
  const present: Receiver = { reception: person.reception };
  const changes = dates.flatMap(date => {
    const { ranges } = receptionOn(present, calendar, exceptions, date);
    return isAway(person, date) || isUsual(person, date, ranges) ? [] : [[date, ranges] as const];
  });
  const through = dates.at(-1) ?? addDays(from, -1);
  return {
    week: WEEKDAYS.map(day => merged(person.reception[day])),
    changes: Object.fromEntries(changes),
    away: (person.absences ?? [])
      .filter(absence => absence.through >= from && absence.from <= through)
      .map(absence => [absence.from, absence.through] as const),
    through,
  };
}

export interface ChangedReception extends ReceptionDay {
  readonly date: string;
}

/**
 * Days among the next `days` whose reception differs from the weekly table, without absences, with the
 * reason.
 */
export function changedReceptions(
  person: Receiver,
  calendar: Calendar,
  exceptions: readonly CentreDay[],
  from: string,
  days: number,
): ChangedReception[] {
  return coveredDates(calendar, from, days)
    .filter(date => !isAway(person, date))
    .map(date => ({ date, ...receptionOn(person, calendar, exceptions, date) }))
    .filter(({ date, ranges }) => !isUsual(person, date, ranges));
}

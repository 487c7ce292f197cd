// Expands hours, exceptions and the calendar into the data that the browser needs for “open now”. Pure.
import type { Calendar } from '../calendar/calendar.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  rigaInstant,
  rigaTime,
  weekday,
  yearOf,
} from '../calendar/dates.ts';
import { WEEKDAYS, type WeekHours } from '../calendar/scalars.ts';
import { unbroken } from '../site/format.ts';
import type { LiveHours, Stretch } from './live.ts';
import {
  type DayHours,
  daysFrom,
  hoursInForce,
  type OpenRange,
  parseRanges,
  type Schedule,
} from './opening.ts';

/** A page that is not rebuilt for a year still knows the coming holidays. */
const MONTHS_AHEAD = 13;

export interface Horizon {
  /** The last day with known hours; before `from` when the calendar has already ended. */
  readonly through: string;
  /** True when the calendar ends earlier than requested. */
  readonly isCut: boolean;
}

/** The last day for which hours are known: `months` ahead of `from`, or the end of the calendar. */
export function horizon(calendar: Calendar, from: string, months = MONTHS_AHEAD): Horizon {
  const wanted = addDays(addMonths(from, months), -1);
  if (yearOf(wanted) <= calendar.through) return { through: wanted, isCut: false };
  return { through: `${calendar.through}-12-31`, isCut: true };
}

/** Days from `from` through the horizon; empty when the calendar ended before. */
export const daysAhead = (schedule: Schedule, from: string, through: string): DayHours[] =>
  daysFrom(schedule, from, Math.max(0, daysBetween(from, through) + 1));

/** On the day of the spring change, a time in the skipped hour is converted to what clocks then show. */
function minuteOf(date: string, time: string): number {
  const shown = rigaTime(rigaInstant(date, time));
  return Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3));
}

const stretchesOn = (date: string, ranges: readonly OpenRange[]): Stretch[] =>
  ranges.map(({ opens, closes }): Stretch => [minuteOf(date, opens), minuteOf(date, closes)]);

/** Any date without a clock change serves to read a weekly table. */
const ORDINARY_DAY = '2026-01-01';

const ordinaryWeek = (week: WeekHours): Stretch[][] =>
  WEEKDAYS.map(day => stretchesOn(ORDINARY_DAY, parseRanges(week[day])));

const isSame = (a: readonly Stretch[], b: readonly Stretch[]): boolean => String(a) === String(b);

type LiveDay = Pick<DayHours, 'date' | 'ranges' | 'reason'>;

function liveFrom(week: WeekHours, days: readonly LiveDay[], from: string, through: string): LiveHours {
  const w = ordinaryWeek(week);
  const x: Record<string, [Stretch[], string?]> = {};
  for (const { date, ranges, reason } of days) {
    const ordinary = w[WEEKDAYS.indexOf(weekday(date))] ?? [];
    const actual = stretchesOn(date, ranges);
    // A holiday on a Sunday changes nothing for the visitor, so it is left out.
    if (isSame(actual, ordinary)) continue;
    x[date] = reason === null ? [actual] : [actual, unbroken(reason)];
  }
  return { from, through, w, x };
}

/** One channel's hours from `from` on, for `MONTHS_AHEAD` months or as far as the calendar goes. */
export function liveHours(schedule: Schedule, from: string): LiveHours {
  const { through } = horizon(schedule.calendar, from);
  const week = (hoursInForce(schedule.hours, from) ?? schedule.hours[0])?.weekly ?? {};
  return liveFrom(week, daysAhead(schedule, from, through), from, through);
}

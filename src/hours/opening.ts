// When a channel is open: its weekly table, corrected by its exceptions and by the working-day calendar.
// Times are Riga wall clock.
import type { Calendar, Day, DayKind } from '../calendar/calendar.ts';
import { addDays, weekday } from '../calendar/dates.ts';
import type { Weekday } from '../calendar/scalars.ts';
import type { Hours } from './schema.ts';

/** The hours of one channel with the calendar that corrects them. */
export interface Schedule {
  /** One entry per period of validity; the content check guarantees that no two overlap. */
  hours: readonly Hours[];
  calendar: Calendar;
}

/** `08:30` to `12:30`, the end not included. */
export interface OpenRange {
  opens: string;
  closes: string;
}

export interface DayHours {
  date: string;
  weekday: Weekday;
  /** In order, not adjacent; empty means closed. */
  ranges: OpenRange[];
  /**
   * `exception`: the editor's own day; `shortened`: one hour less before a holiday; `not-in-force`: outside
   * the table's dates.
   */
  kind: DayKind | 'exception' | 'shortened' | 'not-in-force';
  /** Why the day differs from the weekly table, in Latvian; null when it does not. */
  reason: string | null;
}

/** Merges adjacent ranges: a lunch change at 12:00 does not close the counter. */
export function parseRanges(ranges: readonly string[] = []): OpenRange[] {
  const merged: OpenRange[] = [];
  for (const range of ranges) {
    const [opens = '', closes = ''] = range.split('-');
    const previous = merged.at(-1);
    if (previous?.closes === opens) previous.closes = closes;
    else merged.push({ opens, closes });
  }
  return merged;
}

function hourEarlier(time: string): string {
  const hour = Number(time.slice(0, 2)) - 1;
  return hour < 0 ? '00:00' : `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}

/** Closes the day one hour earlier, which may shorten or remove more than the last range. */
function shorten(ranges: readonly OpenRange[]): OpenRange[] {
  const last = ranges.at(-1);
  if (!last) return [];
  const closing = hourEarlier(last.closes);
  return ranges
    .filter(range => range.opens < closing)
    .map(range => ({ ...range, closes: range.closes < closing ? range.closes : closing }));
}

type Answer = Omit<DayHours, 'date' | 'weekday'>;

function workingHours(hours: Hours, day: Day, worksAs: Weekday): Answer {
  const ranges = parseRanges(hours.weekly[worksAs]);
  const moved = day.kind === 'moved-worked' ? day.reason : null;
  if (!day.shortenedBefore || ranges.length === 0) return { ranges, kind: day.kind, reason: moved };
  const shortened = `par stundu īsāka darba diena pirms svētkiem (${day.shortenedBefore})`;
  return { ranges: shorten(ranges), kind: 'shortened', reason: moved ? `${moved}; ${shortened}` : shortened };
}

/** The table in force on a date; undefined between and outside periods. */
export const hoursInForce = (hours: readonly Hours[], date: string): Hours | undefined =>
  hours.find(({ validFrom, validThrough }) => date >= validFrom && date <= (validThrough ?? date));

/** The weekly table of a date, without exceptions and holidays. */
export const ordinaryRanges = ({ hours }: Schedule, date: string): OpenRange[] =>
  parseRanges(hoursInForce(hours, date)?.weekly[weekday(date)]);

function dayAnswer({ hours: periods, calendar }: Schedule, date: string): Answer {
  const hours = hoursInForce(periods, date);
  if (!hours) return { ranges: [], kind: 'not-in-force', reason: 'darba laiks šai dienai nav noteikts' };
  const exception = hours.exceptions.find(entry => entry.date === date);
  if (exception) return { ranges: parseRanges(exception.hours), kind: 'exception', reason: exception.reason };
  const day = calendar.dayKind(date);
  if (day.worksAs) return workingHours(hours, day, day.worksAs);
  // A centre may open on Saturdays by its own table; the calendar's weekend only means that it is not a
  // working day.
  if (day.kind === 'weekend')
    return { ranges: parseRanges(hours.weekly[weekday(date)]), kind: 'weekend', reason: null };
  return { ranges: [], kind: day.kind, reason: day.reason };
}

/**
 * The opening hours on a Riga date. Order: the editor's exception, then holidays and moved days (a worked Saturday
 * keeps the hours of the weekday it replaces), then an hour less before a holiday (Darba likums 135), then the
 * weekly table. Throws YearMissingError for a date the calendar does not cover, unless an exception settles it.
 */
export const hoursOn = (schedule: Schedule, date: string): DayHours => ({
  date,
  weekday: weekday(date),
  ...dayAnswer(schedule, date),
});

/** `days` consecutive dates with their hours, starting with `from`. */
export const daysFrom = (schedule: Schedule, from: string, days: number): DayHours[] =>
  Array.from({ length: days }, (_, i) => hoursOn(schedule, addDays(from, i)));

/**
 * Days among the next `days` (the first is `from`) whose hours are not those of the weekly table, with the reason:
 * exceptions, moved days, shortened days, and holidays on days that would otherwise be open.
 */
export function comingExceptions(schedule: Schedule, from: string, days: number): DayHours[] {
  const isOrdinarilyClosed = (day: DayHours) => ordinaryRanges(schedule, day.date).length === 0;
  return daysFrom(schedule, from, days).filter(
    day => day.reason !== null && !(day.ranges.length === 0 && isOrdinarilyClosed(day)),
  );
}

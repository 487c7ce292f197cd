// When a channel is open: its weekly table, corrected by its exceptions and by the working-day calendar.
// Times are Riga wall clock; only `statusAt` deals in instants.
import type { Calendar, Day, DayKind } from '../calendar/calendar.ts';
import { addDays, rigaDate, rigaInstant, weekday } from '../calendar/dates.ts';
import type { Weekday } from '../calendar/scalars.ts';
import type { Hours } from './schema.ts';

/** One channel's hours together with the calendar that corrects them. */
export interface Schedule {
  /** One entry a period of validity; the content check sees to it that no two hold on one day. */
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
  /** In order, never touching; empty means closed. */
  ranges: OpenRange[];
  /** `exception` is the editor's own day, `shortened` an hour less before a holiday, `not-in-force` outside the table's dates. */
  kind: DayKind | 'exception' | 'shortened' | 'not-in-force';
  /** Why the day differs from the weekly table, in Latvian; null when it does not. */
  reason: string | null;
}

export interface Status {
  open: boolean;
  /** The next opening or closing; null when none comes within LOOKAHEAD_DAYS. */
  nextChange: Date | null;
}

/** Longer than any closure, short enough to answer at once for a table without a single open day. */
export const LOOKAHEAD_DAYS = 60;

/** Ranges that touch become one: a clerk's lunch swap at 12:00 is not a closing. */
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

/** Closes the whole day an hour earlier, which may cut into or remove more than the last stretch. */
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

/** The table that holds on a date, undefined between two periods and outside them. */
export const hoursInForce = (hours: readonly Hours[], date: string): Hours | undefined =>
  hours.find(({ validFrom, validThrough }) => date >= validFrom && date <= (validThrough ?? date));

/** What the weekly table alone says of a date: no exception, no holiday. */
export const ordinaryRanges = ({ hours }: Schedule, date: string): OpenRange[] =>
  parseRanges(hoursInForce(hours, date)?.weekly[weekday(date)]);

function dayAnswer({ hours: periods, calendar }: Schedule, date: string): Answer {
  const hours = hoursInForce(periods, date);
  if (!hours) return { ranges: [], kind: 'not-in-force', reason: 'darba laiks šai dienai nav noteikts' };
  const exception = hours.exceptions.find(entry => entry.date === date);
  if (exception) return { ranges: parseRanges(exception.hours), kind: 'exception', reason: exception.reason };
  const day = calendar.dayKind(date);
  if (day.worksAs) return workingHours(hours, day, day.worksAs);
  // A centre may serve on Saturdays by its own table; the calendar's weekend only says that it is no working day.
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

/** Whether the channel is open at this instant and when that next changes. Throws YearMissingError like `hoursOn`. */
export function statusAt(schedule: Schedule, instant: Date): Status {
  const today = rigaDate(instant);
  for (let ahead = 0; ahead <= LOOKAHEAD_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    for (const { opens, closes } of hoursOn(schedule, date).ranges) {
      const opening = rigaInstant(date, opens);
      const closing = rigaInstant(date, closes);
      if (instant < opening) return { open: false, nextChange: opening };
      if (instant < closing) return { open: true, nextChange: closing };
    }
  }
  return { open: false, nextChange: null };
}

/** `days` dates in a row with their hours, starting with `from`. */
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

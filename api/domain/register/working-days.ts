// The number of working days between two dates, fast enough for every pair of days in a register.
import { createCalendar } from '../../../src/calendar/calendar.ts';
import { addDays } from '../../../src/calendar/dates.ts';
import type { CalendarData } from '../../../src/calendar/schema.ts';

/**
 * The working days after `from` up to and including `to`: the day of receipt is not counted (Administratīvā procesa
 * likums 42(1)). Null when the calendar does not cover one of the dates.
 */
export type WorkingDaysBetween = (from: string, to: string) => number | null;

const made = new WeakMap<CalendarData, WorkingDaysBetween>();

/** Counts the whole calendar once, on first use. */
export function workingDays(data: CalendarData): WorkingDaysBetween {
  const known = made.get(data);
  if (known) return known;
  const calendar = createCalendar(data);
  const until = new Map<string, number>();
  let count = 0;
  for (let date = `${data.from}-01-01`; date <= `${data.through}-12-31`; date = addDays(date, 1)) {
    if (calendar.dayKind(date).working) count += 1;
    until.set(date, count);
  }
  const between: WorkingDaysBetween = (from, to) => {
    const [before, through] = [until.get(from), until.get(to)];
    return before === undefined || through === undefined ? null : through - before;
  };
  made.set(data, between);
  return between;
}

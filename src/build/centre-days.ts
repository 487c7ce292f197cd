// The days on which the centre's counter has other than its usual hours, in the form the staff slice needs.
// Pure.
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, daysBetween, yearOf } from '../calendar/dates.ts';
import { comingExceptions } from '../hours/opening.ts';
import type { Hours } from '../hours/schema.ts';
import type { CentreDay } from '../staff/reception.ts';

/**
 * Exceptions, shortened and moved days and holidays of the counter among the next `days`, up to the end of
 * the calendar. Days outside the dates of an hours table are left out, because another table applies then or
 * none is known.
 */
export function centreDays(
  hours: readonly { readonly data: Hours }[],
  calendar: Calendar,
  from: string,
  days: number,
): CentreDay[] {
  const last = [addDays(from, days - 1), `${calendar.through}-12-31`].toSorted()[0] ?? from;
  if (yearOf(from) < calendar.from || last < from) return [];
  const counter = hours.map(({ data }) => data).filter(({ channel }) => channel === 'counter');
  return comingExceptions({ hours: counter, calendar }, from, daysBetween(from, last) + 1)
    .filter(({ kind }) => kind !== 'not-in-force')
    .map(({ date, ranges, reason }) => ({
      date,
      hours: ranges.map(({ opens, closes }) => `${opens}-${closes}`),
      reason: reason ?? '',
    }));
}

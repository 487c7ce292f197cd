// The days on which the centre's counter keeps other hours than usual, as the staff slice wants them. Pure.
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, daysBetween, yearOf } from '../calendar/dates.ts';
import { comingExceptions } from '../hours/opening.ts';
import type { Hours } from '../hours/schema.ts';
import type { CentreDay } from '../staff/reception.ts';

/**
 * Exceptions, shortened and moved days and holidays of the counter among the next `days`, as far as the calendar
 * goes. Days outside a table's dates are left out: another table of the counter holds then, or none is known.
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

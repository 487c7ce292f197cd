// When a submission recorded by staff was received: a moment in Riga time from which a term can be counted.
// Pure.
import { createCalendar } from '../../../src/calendar/calendar.ts';
import { rigaDate, rigaInstant, rigaTime, yearOf } from '../../../src/calendar/dates.ts';
import { PolicyMissingError, policyFor } from '../../../src/calendar/deadline.ts';
import type { DueRules } from '../due.ts';

/** Why this cannot be the time of receipt. */
export type ReceivedFault = 'time' | 'skipped' | 'future' | 'no-policy' | 'no-year';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The instant of a Riga date `YYYY-MM-DD` and a time `HH:MM`, or what is wrong: an invalid time, a time
 * skipped by the clocks in spring, a future time, a day before the first known policy, a year outside the
 * working-day calendar.
 */
export function receivedInstant(
  site: DueRules,
  { date, time, now }: { readonly date: string; readonly time: string; readonly now: Date },
): Date | ReceivedFault {
  if (!TIME.test(time)) return 'time';
  const at = rigaInstant(date, time);
  if (rigaDate(at) !== date || rigaTime(at) !== time) return 'skipped';
  if (at.getTime() > now.getTime()) return 'future';
  const { from, through } = createCalendar(site.calendar);
  const year = yearOf(date);
  if (year < from || year > through) return 'no-year';
  return hasPolicy(site, date) ? at : 'no-policy';
}

function hasPolicy({ policies }: DueRules, date: string): boolean {
  try {
    policyFor(policies, date);
    return true;
  } catch (error) {
    if (error instanceof PolicyMissingError) return false;
    throw error;
  }
}

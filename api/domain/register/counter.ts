// When something that staff record was received: a moment on Riga's clocks that the register can count a term from. Pure.
import { createCalendar } from '../../../src/calendar/calendar.ts';
import { rigaDate, rigaInstant, rigaTime, yearOf } from '../../../src/calendar/dates.ts';
import { PolicyMissingError, policyFor } from '../../../src/calendar/deadline.ts';
import type { DueRules } from '../due.ts';

/** Why this can't be when it was received. */
export type ReceivedFault = 'time' | 'skipped' | 'future' | 'no-policy' | 'no-year';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * The instant of a Riga date `YYYY-MM-DD` and a time `HH:MM`, or what is wrong with it: no such time, a time that the
 * clocks skipped in spring, one to come, a day before the first policy known, a year outside the working-day calendar.
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

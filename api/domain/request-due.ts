// Deadlines for requests of the submitter after the submission.
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { rigaDate } from '../../src/calendar/dates.ts';
import { explainDeadline } from '../../src/calendar/deadline.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { dueFor } from './due.ts';

/** A request for a review is a submission of its own: the same term as for a complaint. Riga date, or null. */
export const reviewDue = (site: SiteBundle, requestedAt: string): string | null =>
  dueFor(site, 'complaint', new Date(requestedAt)).dueOn;

/**
 * A request of the data subject: a month from receipt (GDPR 12(3)). Null when the calendar does not reach
 * that far.
 */
export const erasureDue = (site: SiteBundle, requestedAt: string): string | null =>
  inMonths(site, requestedAt, 1);

/** Two more months when it is complex, with notice to the person within the first (GDPR 12(3)). */
export const erasureDueAtMost = (site: SiteBundle, requestedAt: string): string | null =>
  inMonths(site, requestedAt, 3);

function inMonths(site: SiteBundle, requestedAt: string, months: number): string | null {
  try {
    return explainDeadline(createCalendar(site.calendar), rigaDate(new Date(requestedAt)), { months }).dueOn;
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return null;
  }
}

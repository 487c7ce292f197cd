// By when the office answers what the submitter asks for on the way.
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { rigaDate } from '../../src/calendar/dates.ts';
import { explainDeadline } from '../../src/calendar/deadline.ts';
import { dueFor } from './due.ts';
import type { SiteBundle } from './site-bundle.ts';

/** A request for a review is a submission of its own: the same term as for a complaint. Riga date, or null. */
export const reviewDue = (site: SiteBundle, requestedAt: string): string | null =>
  dueFor(site, 'complaint', new Date(requestedAt)).dueOn;

/** A request of the data subject: a month from receipt (GDPR 12(3)). Null where the calendar does not reach that far. */
export function erasureDue(site: SiteBundle, requestedAt: string): string | null {
  try {
    return explainDeadline(createCalendar(site.calendar), rigaDate(new Date(requestedAt)), { months: 1 })
      .dueOn;
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return null;
  }
}

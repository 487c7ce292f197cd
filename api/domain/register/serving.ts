// How an answer reaches the person, and from which day it counts as notified (Paziņošanas likums 8 and 9).
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays } from '../../../src/calendar/dates.ts';
import { explainDeadline } from '../../../src/calendar/deadline.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { mailAddressOf } from '../mails.ts';
import type { Content, Kind } from '../submission.ts';

/** `status-page` also where nothing was chosen, or what was chosen lacks its address: so the receipt told. */
export type ServedBy = 'email' | 'post' | 'e-address' | 'status-page' | 'none';

export interface Serving {
  readonly by: ServedBy;
  /** Riga date from which it counts as notified; null where the law names none or the calendar does not reach. */
  readonly countsFrom: string | null;
  readonly undated: 'year-missing' | 'not-asked' | 'no-reply' | null;
}

/** What staff send themselves. */
export const byHand = ({ by }: Pick<Serving, 'by'>): boolean => by === 'post' || by === 'e-address';

function waysOf(kind: Kind, content: Content): { readonly by: ServedBy; readonly asked: boolean } {
  const { replyBy, address } = content;
  if (mailAddressOf(kind, content)) return { by: 'email', asked: true };
  if (replyBy === 'e-address') return { by: 'e-address', asked: true };
  if (replyBy === 'post' && typeof address === 'string' && address.trim() !== '')
    return { by: 'post', asked: true };
  if (replyBy === 'none') return { by: 'none', asked: true };
  return { by: 'status-page', asked: replyBy === 'status-page' };
}

/** How staff send what the register can't. */
export const SENT_BY = ['post', 'registered', 'e-address'] as const;
export type SentBy = (typeof SENT_BY)[number];

const SECOND: { readonly workingDays: number } = { workingDays: 2 };
const BY_LETTER_DAYS = 8;
const BY_REGISTERED_DAYS = 7;

/**
 * How the answer to this submission is served. E-address, e-mail and the institution's own page count from the second
 * working day (9(1¹), 9(2), 9(3)), the latter two only for whoever asked for them in writing, as the form does; an
 * ordinary letter from the eighth day after it was registered as outgoing (8(2)).
 * @param sentOn Riga date
 */
export function servingOf(
  { calendar }: Pick<SiteBundle, 'calendar'>,
  { kind, content, sentOn }: { readonly kind: Kind; readonly content: Content; readonly sentOn: string },
): Serving {
  const { by, asked } = waysOf(kind, content);
  if (by === 'none') return { by, countsFrom: null, undated: 'no-reply' };
  if (!asked) return { by, countsFrom: null, undated: 'not-asked' };
  if (by === 'post') return { by, countsFrom: addDays(sentOn, BY_LETTER_DAYS), undated: null };
  const second = secondWorkingDay(calendar, sentOn);
  return { by, countsFrom: second, undated: second === null ? 'year-missing' : null };
}

function secondWorkingDay(calendar: SiteBundle['calendar'], sentOn: string): string | null {
  try {
    return explainDeadline(createCalendar(calendar), sentOn, SECOND).dueOn;
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return null;
  }
}

/**
 * From which Riga date what was sent by hand counts as notified: an ordinary letter from the eighth day (8(2)), a
 * registered one from the seventh (8(3)), by e-address from the second working day (9(1¹)); null beyond the calendar.
 */
export function notifiedFrom(
  { calendar }: Pick<SiteBundle, 'calendar'>,
  { way, sentOn }: { readonly way: SentBy; readonly sentOn: string },
): string | null {
  if (way === 'e-address') return secondWorkingDay(calendar, sentOn);
  return addDays(sentOn, way === 'registered' ? BY_REGISTERED_DAYS : BY_LETTER_DAYS);
}

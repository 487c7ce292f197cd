// How an answer reaches the person, and from which day it counts as notified (Paziņošanas likums 8 and 9).
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays } from '../../../src/calendar/dates.ts';
import { explainDeadline } from '../../../src/calendar/deadline.ts';
import type { Kind } from '../../../src/contract/kinds.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { mailAddressOf } from '../mails.ts';
import type { Content } from '../submission.ts';

/** `status-page` also when nothing was chosen, or the chosen way lacks its address, as the receipt states. */
export type ServedBy = 'email' | 'post' | 'e-address' | 'status-page' | 'none';

export interface Serving {
  readonly by: ServedBy;
  /**
   * Riga date from which it counts as notified; null when the law names none or the calendar does not reach
   * it.
   */
  readonly countsFrom: string | null;
  readonly undated: 'year-missing' | 'not-asked' | 'no-reply' | null;
}

/** Ways in which staff send the reply themselves. */
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

/** How staff send what the register cannot. */
export const SENT_BY = ['post', 'registered', 'e-address'] as const;
export type SentBy = (typeof SENT_BY)[number];

const SECOND: { readonly workingDays: number } = { workingDays: 2 };
const BY_LETTER_DAYS = 8;
const BY_REGISTERED_DAYS = 7;

/**
 * How the answer to this submission is served. E-address, e-mail and the institution's own page count from
 * the second working day (9(1¹), 9(2), 9(3)), the latter two only for persons who asked for them in writing,
 * as the form does; an ordinary letter from the eighth day after it was registered as outgoing (8(2)).
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
 * The Riga date from which a reply sent by hand counts as notified: an ordinary letter from the eighth day
 * (8(2)), a registered one from the seventh (8(3)), by e-address from the second working day (9(1¹)); null
 * beyond the calendar.
 */
export function notifiedFrom(
  { calendar }: Pick<SiteBundle, 'calendar'>,
  { way, sentOn }: { readonly way: SentBy; readonly sentOn: string },
): string | null {
  if (way === 'e-address') return secondWorkingDay(calendar, sentOn);
  return addDays(sentOn, way === 'registered' ? BY_REGISTERED_DAYS : BY_LETTER_DAYS);
}

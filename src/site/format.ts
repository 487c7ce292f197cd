// How facts read on a page: phones, times, dates and money with the spaces that must not break.
import { formatDate } from '../calendar/format.ts';

const NBSP = '\u00a0';

/** Numbers stay with the word they count and “gada” with its year, so a date never breaks after a number. */
export const unbroken = (text: string): string => text.replaceAll(/(\d\.?) (?=\p{L})/gu, `$1${NBSP}`);

/** `darbinieku mācības` → `Darbinieku mācības` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `+371 64162440` on one line. */
export const phoneText = (phone: string): string => phone.replace(' ', NBSP);

export const phoneLink = (phone: string): string => `tel:${phone.replaceAll(' ', '')}`;

/** What search results and browser tabs show before they cut a title off. */
const TITLE_ROOM = 70;

/** The page's title with the centre's name after it, the name shortened or left out where the room is gone. */
export const documentTitle = (title: string, centre: string): string =>
  [`${title} – ${centre}`, `${title} – KAC`].find(text => text.length <= TITLE_ROOM) ?? title;

/** `08:30` as Latvian offices write it: `8.30`. */
export const clock = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

/** `2026. gada 22. novembris` with its spaces kept. */
export const dateText = (date: string): string => unbroken(formatDate(date));

/** `2026. gada 22. novembrī` with its spaces kept. */
export const dateTextWhen = (date: string): string => unbroken(formatDate(date, 'locative'));

/** From the locative of a date the dative that “līdz” takes: months differ between the two only in the ending. */
export const dative = (locative: string): string => locative.replace(/ī$/, 'im').replace(/ā$/, 'am');

/** Until a day: `2027. gada 31. decembrim`. */
export const formatDateUntil = (date: string): string => dative(formatDate(date, 'locative'));

/** `14,23 EUR`; whole euros without cents. */
export function euros(amount: number): string {
  const digits = Number.isInteger(amount) ? String(amount) : amount.toFixed(2).replace('.', ',');
  return `${digits}${NBSP}EUR`;
}

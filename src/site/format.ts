// Formats phone numbers, times, dates and money for pages, with non-breaking spaces.
import { formatDate } from '../calendar/format.ts';

const NBSP = '\u00a0';

/** Joins numbers to the following word and “gada” to its year, so that a date never breaks after a number. */
export const unbroken = (text: string): string => text.replaceAll(/(\d\.?) (?=\p{L})/gu, `$1${NBSP}`);

/** `darbinieku mācības` → `Darbinieku mācības` */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `+371 64162440` on one line. */
export const phoneText = (phone: string): string => phone.replace(' ', NBSP);

export const phoneLink = (phone: string): string => `tel:${phone.replaceAll(' ', '')}`;

/** Length at which search results and browser tabs cut a title off. */
const TITLE_ROOM = 70;

/** The page's title followed by the centre's name, which is shortened or omitted when there is no room. */
export const documentTitle = (title: string, centre: string): string =>
  [`${title} – ${centre}`, `${title} – KAC`].find(text => text.length <= TITLE_ROOM) ?? title;

/** `08:30` in Latvian office notation: `8.30`. */
export const clock = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

/** `2026. gada 22. novembris` with non-breaking spaces. */
export const dateText = (date: string): string => unbroken(formatDate(date));

/** `2026. gada 22. novembrī` with non-breaking spaces. */
export const dateTextWhen = (date: string): string => unbroken(formatDate(date, 'locative'));

/** Turns the locative of a date into the dative required after “līdz”: for months only the ending differs. */
export const dative = (locative: string): string => locative.replace(/ī$/, 'im').replace(/ā$/, 'am');

/** A date for use after “līdz”: `2027. gada 31. decembrim`. */
export const formatDateUntil = (date: string): string => dative(formatDate(date, 'locative'));

/** `14,23 EUR`; whole euros without cents. */
export function euros(amount: number): string {
  const digits = Number.isInteger(amount) ? String(amount) : amount.toFixed(2).replace('.', ',');
  return `${digits}${NBSP}EUR`;
}

// Dates and terms in Latvian. Own tables instead of Intl: ICU data for lv differs between hosts and has no
// accusative, and a receipt must be the same on every host.
import { weekday, yearOf } from './dates.ts';
import type { Weekday } from './scalars.ts';

/** Nominative “novembris”, genitive “novembra”, accusative “novembri”, locative “novembrī”. */
export type GrammaticalCase = 'nominative' | 'genitive' | 'accusative' | 'locative';

const STEMS = [
  'janvār',
  'februār',
  'mart',
  'aprīl',
  'maij',
  'jūnij',
  'jūlij',
  'august',
  'septembr',
  'oktobr',
  'novembr',
  'decembr',
];
/** Months of the -is declension; the others end in -s. */
const IS_MONTHS = new Set([1, 2, 4, 9, 10, 11, 12]);

const ENDINGS: Record<GrammaticalCase, { s: string; is: string }> = {
  nominative: { s: 's', is: 'is' },
  genitive: { s: 'a', is: 'a' },
  accusative: { s: 'u', is: 'i' },
  locative: { s: 'ā', is: 'ī' },
};

function monthName(month: number, grammatical: GrammaticalCase): string {
  const stem = STEMS[month - 1];
  if (!stem) throw new RangeError(`Not a month: ${month}`);
  // Only this month changes its last consonant in the genitive.
  if (month === 4 && grammatical === 'genitive') return 'aprīļa';
  return stem + ENDINGS[grammatical][IS_MONTHS.has(month) ? 'is' : 's'];
}

/** “janvāris” and so on, from January. */
export const MONTHS_LV: readonly string[] = STEMS.map((_, i) => monthName(i + 1, 'nominative'));

const WEEKDAY_NAMES: Record<Weekday, string> = {
  monday: 'pirmdiena',
  tuesday: 'otrdiena',
  wednesday: 'trešdiena',
  thursday: 'ceturtdiena',
  friday: 'piektdiena',
  saturday: 'sestdiena',
  sunday: 'svētdiena',
};

const WEEKDAY_ENDINGS: Record<GrammaticalCase, string> = {
  nominative: 'a',
  genitive: 'as',
  accusative: 'u',
  locative: 'ā',
};

/** Day and month: `22. novembris`, in the locative `22. novembrī`. */
export function formatDay(date: string, grammatical: GrammaticalCase = 'nominative'): string {
  return `${Number(date.slice(8))}. ${monthName(Number(date.slice(5, 7)), grammatical)}`;
}

/** Full date: `2026. gada 22. novembris`. */
export function formatDate(date: string, grammatical: GrammaticalCase = 'nominative'): string {
  return `${yearOf(date)}. gada ${formatDay(date, grammatical)}`;
}

/** A month `YYYY-MM`: `2026. gada novembris`, in the locative `2026. gada novembrī`. */
export const formatMonth = (month: string, grammatical: GrammaticalCase = 'nominative'): string =>
  `${yearOf(month)}. gada ${monthName(Number(month.slice(5, 7)), grammatical)}`;

/** Name of the weekday in lower case: `svētdiena`, in the locative `svētdienā`. */
export function formatWeekday(day: Weekday, grammatical: GrammaticalCase = 'nominative'): string {
  return WEEKDAY_NAMES[day].slice(0, -1) + WEEKDAY_ENDINGS[grammatical];
}

/** `a, b un c`. */
export function listOf(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} un ${parts.at(-1)}`;
}

/**
 * Dates in order, grouped by month: `30. un 31. marts; 1., 2. un 7. aprīlis`. Every month has its year when
 * the list spans more than one.
 */
export function formatDays(dates: readonly string[]): string {
  const months = Map.groupBy(dates, date => date.slice(0, 7));
  const severalYears = new Set(dates.map(yearOf)).size > 1;
  return [...months.entries()]
    .map(([month, days]) => {
      const numbers = listOf(days.map(day => `${Number(day.slice(8))}.`));
      const year = severalYears ? `${month.slice(0, 4)}. gada ` : '';
      return `${year}${numbers} ${monthName(Number(month.slice(5)), 'nominative')}`;
    })
    .join('; ');
}

/** Latvian uses the singular after 1, 21, 31 …, but not after 11. */
export const isSingular = (n: number): boolean => n % 10 === 1 && n % 100 !== 11;

/** `sestdiena, 27. jūnijs`: the weekday with the day. */
export function formatWeekdayAndDay(date: string, grammatical: GrammaticalCase = 'nominative'): string {
  return `${formatWeekday(weekday(date), grammatical)}, ${formatDay(date, grammatical)}`;
}

/** Duration for “… laikā”: `10 darba dienu laikā`, `1 mēneša laikā`. */
export function formatTermWithin(term: { workingDays: number } | { months: number }): string {
  if ('workingDays' in term) {
    return `${term.workingDays} darba ${isSingular(term.workingDays) ? 'dienas' : 'dienu'} laikā`;
  }
  return `${term.months} ${isSingular(term.months) ? 'mēneša' : 'mēnešu'} laikā`;
}

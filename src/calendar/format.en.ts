// Dates in English, for the English edition. Own tables for the same reason as in `format.ts`.
import { weekday, yearOf } from './dates.ts';

/** From January. */
export const MONTHS_EN: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function monthName(month: number): string {
  const name = MONTHS_EN[month - 1];
  if (!name) throw new RangeError(`Not a month: ${month}`);
  return name;
}

/** `22 November` */
export const formatDayEn = (date: string): string =>
  `${Number(date.slice(8))} ${monthName(Number(date.slice(5, 7)))}`;

/** `22 November 2026` */
export const formatDateEn = (date: string): string => `${formatDayEn(date)} ${yearOf(date)}`;

/** `Sunday` */
export const formatWeekdayEn = (date: string): string => {
  const name = weekday(date);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** `a, b and c` */
export const listOfEn = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/**
 * Dates in order, grouped by month: `30 and 31 March; 1, 2 and 7 April`; with the year when there is more
 * than one.
 */
export function formatDaysEn(dates: readonly string[]): string {
  const severalYears = new Set(dates.map(yearOf)).size > 1;
  return [...Map.groupBy(dates, date => date.slice(0, 7))]
    .map(([month, days]) => {
      const numbers = listOfEn(days.map(day => String(Number(day.slice(8)))));
      return `${numbers} ${monthName(Number(month.slice(5)))}${severalYears ? ` ${month.slice(0, 4)}` : ''}`;
    })
    .join('; ');
}

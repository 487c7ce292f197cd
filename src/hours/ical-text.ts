// The grammar of iCalendar (RFC 5545): lines, escaping, and the rules of Riga's clocks. Pure.
import { contentLines } from '../site/content-lines.ts';

/** A property; parameters are part of the name: `DTSTART;TZID=Europe/Riga`. */
export type Line = readonly [name: string, value: string];

/** Backslash, comma, semicolon and line break are special in texts. */
export const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, sign => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** The lines as a file. */
export const calendarText = (lines: readonly Line[]): string =>
  contentLines(lines.map(([name, value]) => `${name}:${value}`));

/** `2026-12-04` → `20261204` */
export const dateValue = (date: string): string => date.replaceAll('-', '');

/** Riga wall clock, for a property with `TZID=Europe/Riga`: `20261204T100000`. */
export const wallClockValue = (date: string, time: string): string =>
  `${dateValue(date)}T${time.replace(':', '')}00`;

/** An instant as UTC: `20261204T080000Z`. */
export const instantValue = (instant: Date): string =>
  `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const change = (
  kind: string,
  name: string,
  from: string,
  to: string,
  start: string,
  month: number,
): Line[] => [
  ['BEGIN', kind],
  ['TZNAME', name],
  ['TZOFFSETFROM', from],
  ['TZOFFSETTO', to],
  ['DTSTART', start],
  ['RRULE', `FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`],
  ['END', kind],
];

/**
 * Riga's clock changes by the European Union's rule, in force since 2001: last Sundays of March and October.
 */
export const RIGA_ZONE: readonly Line[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', 'Europe/Riga'],
  ...change('DAYLIGHT', 'EEST', '+0200', '+0300', '20010325T030000', 3),
  ...change('STANDARD', 'EET', '+0300', '+0200', '20011028T040000', 10),
  ['END', 'VTIMEZONE'],
];

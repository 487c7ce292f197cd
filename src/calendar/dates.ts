// Arithmetic on calendar dates `YYYY-MM-DD`, and conversion between instants and Riga wall-clock time. Dates
// are strings: they compare with < and > and do not depend on the host's time zone.
import { WEEKDAYS, type Weekday } from './scalars.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Latvia's offsets from UTC in hours, summer time first; Intl decides which one applies. */
const RIGA_OFFSETS = [3, 2] as const;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The date `days` later (earlier when negative). Throws RangeError when `date` is not `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string => iso(utc(date) + days * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (utc(to) - utc(from)) / DAY_MS;

/** The calendar year as a number. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Day of the week by its code name, Monday first. */
export function weekday(date: string): Weekday {
  const name = WEEKDAYS[(new Date(utc(date)).getUTCDay() + 6) % 7];
  if (!name) throw new RangeError(`Not a date: ${date}`);
  return name;
}

/** Saturday or Sunday. */
export const isWeekend = (date: string): boolean => ['saturday', 'sunday'].includes(weekday(date));

/**
 * The same day of the month `months` later, or that month's last day when there is no such day
 * (31 January + 1 month = 28 or 29 February; Administratīvā procesa likums 43(1)).
 */
export function addMonths(date: string, months: number): string {
  const first = new Date(utc(`${date.slice(0, 7)}-01`));
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(iso(first.getTime()), Math.min(Number(date.slice(8)), lastDay) - 1);
}

/** The month `months` after another, `YYYY-MM`; before it when negative. */
export const monthAfter = (month: string, months: number): string =>
  addMonths(`${month}-01`, months).slice(0, 7);

const rigaClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Riga',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function rigaParts(instant: Date): Record<string, string> {
  return Object.fromEntries(rigaClock.formatToParts(instant).map(part => [part.type, part.value]));
}

/**
 * Since 1926 Riga time differs from UTC by whole hours, so a day never begins within a quarter of an hour.
 */
const QUARTER_MS = 900_000;
let lastAsked: { readonly quarter: number; readonly date: string } | null = null;

/** The date in Latvia at this instant, whatever the host's time zone. */
export function rigaDate(instant: Date): string {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  // Called several times per submission, nearly always for the same moment; `Intl` is slow.
  if (lastAsked?.quarter === quarter) return lastAsked.date;
  const { year, month, day } = rigaParts(instant);
  const date = `${year}-${month}-${day}`;
  lastAsked = { quarter, date };
  return date;
}

/** The wall-clock time `HH:MM` in Latvia at this instant, whatever the host's time zone. */
export function rigaTime(instant: Date): string {
  const { hour, minute } = rigaParts(instant);
  return `${hour}:${minute}`;
}

/**
 * The instant at which clocks in Riga show `time` (`HH:MM`) on `date`. In the repeated hour of autumn it is
 * the first of the two; in the skipped hour of spring it is the moment one hour later.
 */
export function rigaInstant(date: string, time: string): Date {
  const wallClock = Date.parse(`${date}T${time}:00Z`);
  const candidates = RIGA_OFFSETS.map(hours => new Date(wallClock - hours * HOUR_MS));
  const exact = candidates.find(instant => rigaDate(instant) === date && rigaTime(instant) === time);
  return exact ?? new Date(wallClock - RIGA_OFFSETS[1] * HOUR_MS);
}

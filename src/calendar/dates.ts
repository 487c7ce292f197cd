// Arithmetic on calendar dates `YYYY-MM-DD` and the bridge between instants and Riga wall-clock time.
// Dates are strings, so they compare with < and > and cannot drift with the host's time zone.
import { WEEKDAYS, type Weekday } from './scalars.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Latvia's offsets from UTC in hours, summer time first; which one holds is asked of Intl, never assumed. */
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

/** The month so many months after another, `YYYY-MM`; before it where they are negative. */
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

/** Since 1926 Riga's clocks differ from UTC by whole hours, so that no day begins within a quarter of one. */
const QUARTER_MS = 900_000;
let lastAsked: { readonly quarter: number; readonly date: string } | null = null;

/** The date in Latvia at this instant, whatever the host's time zone. */
export function rigaDate(instant: Date): string {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  // Asked several times for each form that comes in, nearly always of the same moment; `Intl` takes a while.
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
 * The instant at which Riga's clocks show `time` (`HH:MM`) on `date`. In the repeated hour of autumn it is the
 * first of the two; in the skipped hour of spring, which no clock shows, it is the moment one hour later.
 */
export function rigaInstant(date: string, time: string): Date {
  const wallClock = Date.parse(`${date}T${time}:00Z`);
  const candidates = RIGA_OFFSETS.map(hours => new Date(wallClock - hours * HOUR_MS));
  const exact = candidates.find(instant => rigaDate(instant) === date && rigaTime(instant) === time);
  return exact ?? new Date(wallClock - RIGA_OFFSETS[1] * HOUR_MS);
}

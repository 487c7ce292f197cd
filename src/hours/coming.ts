// What lies ahead: days with other hours than usual and the public holidays, as rows of tables. Pure.
import { type Calendar, createCalendar } from '../calendar/calendar.ts';
import { addDays, weekday, yearOf } from '../calendar/dates.ts';
import { formatWeekday, formatWeekdayAndDay } from '../calendar/format.ts';
import type { Holiday } from '../calendar/holidays.ts';
import type { CalendarData } from '../calendar/schema.ts';
import { dateText, unbroken } from '../site/format.ts';
import { rangesText } from '../site/week.ts';
import { comingExceptions } from './opening.ts';
import type { Hours } from './schema.ts';

export interface HoursEntry {
  readonly id: string;
  readonly data: Hours;
}

const CHANNEL_ORDER: readonly Hours['channel'][] = ['counter', 'phone', 'cash-desk'];

/** The counter first: most people come in person. */
export const sortChannels = <Entry extends HoursEntry>(hours: readonly Entry[]): Entry[] =>
  hours.toSorted((a, b) => CHANNEL_ORDER.indexOf(a.data.channel) - CHANNEL_ORDER.indexOf(b.data.channel));

export interface ChangedDay {
  readonly date: string;
  readonly day: string;
  /** The channels that share these hours on this day. */
  readonly channels: readonly Hours['channel'][];
  /** Empty when closed. */
  readonly hours: string;
  readonly reason: string;
}

const dayText = (date: string): string => unbroken(formatWeekdayAndDay(date));

/** How many days ahead the calendar can answer, at most `days`. */
const within = (calendar: Calendar, from: string, days: number): number =>
  yearOf(addDays(from, days)) <= calendar.through ? days : 0;

function changesOf(
  { data: hours }: HoursEntry,
  calendar: Calendar,
  from: string,
  days: number,
): ChangedDay[] {
  return comingExceptions({ hours, calendar }, from, within(calendar, from, days)).map(day => ({
    date: day.date,
    day: dayText(day.date),
    channels: [hours.channel],
    hours: rangesText(day.ranges.map(({ opens, closes }) => `${opens}-${closes}`)),
    reason: unbroken(day.reason ?? ''),
  }));
}

/** The changed days among the next `days`, by date; channels with the same change share a row. */
export function comingChanges(
  entries: readonly HoursEntry[],
  data: CalendarData,
  from: string,
  days: number,
): ChangedDay[] {
  const calendar = createCalendar(data);
  const changes = sortChannels(entries).flatMap(entry => changesOf(entry, calendar, from, days));
  const alike = Map.groupBy(changes, ({ date, hours, reason }) => [date, hours, reason].join('|'));
  return [...alike.values()]
    .flatMap(group => (group[0] ? { ...group[0], channels: group.flatMap(({ channels }) => channels) } : []))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

export interface ComingHoliday {
  readonly date: string;
  readonly dateText: string;
  readonly weekday: string;
  readonly name: string;
}

/** The holidays of the next twelve months that the calendar covers. */
export function comingHolidays(data: CalendarData, from: string): ComingHoliday[] {
  const calendar = createCalendar(data);
  const until = addDays(from, 365);
  const years = [yearOf(from), yearOf(until)].filter(
    year => year >= calendar.from && year <= calendar.through,
  );
  return [...new Set(years)]
    .flatMap(year => calendar.holidays(year))
    .filter(({ date }: Holiday) => date >= from && date < until)
    .map(({ date, name }) => ({
      date,
      dateText: dateText(date),
      weekday: formatWeekday(weekday(date)),
      name: unbroken(name),
    }));
}

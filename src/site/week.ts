// A week of hours as rows of a table or a short list. Pure; shared by opening hours and reception hours.
import type { WeekHours } from '../calendar/scalars.ts';
import { WEEKDAYS, type Weekday } from '../calendar/weekdays.ts';
import { clock } from './format.ts';
import type { Messages } from './messages.ts';

export interface WeekRow {
  readonly days: string;
  readonly hours: string;
  readonly closed: boolean;
}

/** `08:30-12:30` → `8.30–12.30`; an empty list is an empty text. `separator` stands between hours and minutes. */
export const rangesText = (ranges: readonly string[] = [], separator = '.'): string =>
  ranges
    .map(range => range.split('-').map(clock).join('–'))
    .join(', ')
    .replaceAll('.', separator);

function rowOf(days: string, ranges: readonly string[] | undefined, say: Messages['week']): WeekRow {
  const hours = rangesText(ranges, say.clock);
  return { days, hours: hours || say.closed, closed: hours === '' };
}

/** Seven rows, Monday first. */
export const fullWeek = (week: WeekHours, { week: say }: Messages): WeekRow[] =>
  WEEKDAYS.map(day => rowOf(say[day], week[day], say));

function daysText(days: readonly Weekday[], { week: say }: Messages): string {
  const names = days.map((day, i) => (i === 0 ? say[day] : say.inside(say[day])));
  return names.length > 2 ? `${names[0]} – ${names.at(-1)}` : names.join(', ');
}

/** Neighbouring days with the same hours in one row: `Otrdiena – ceturtdiena`. */
export function groupedWeek(week: WeekHours, messages: Messages): WeekRow[] {
  const groups: { days: Weekday[]; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = rangesText(week[day], messages.week.clock);
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  return groups.map(({ days, hours }) => ({
    days: daysText(days, messages),
    hours: hours || messages.week.closed,
    closed: hours === '',
  }));
}

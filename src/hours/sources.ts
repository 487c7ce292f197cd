// The source of a special day in the calendar, and whether it is still to be confirmed. Pure.
import { yearOf } from '../calendar/dates.ts';
import type { CalendarData } from '../calendar/schema.ts';
import type { DayHours } from './opening.ts';

export interface Source {
  readonly source: string;
  readonly url?: string | undefined;
  readonly checked: string;
  readonly toConfirm?: true | undefined;
}

const movedDaySource = (data: CalendarData, date: string): Source | undefined => {
  const moved = data.movedDays.find(({ off, worked }) => off === date || worked === date);
  // Whether this centre follows the order is decided and confirmed per year.
  const year = data.years.find(entry => entry.year === yearOf(date));
  return moved && { ...moved, toConfirm: moved.toConfirm ?? year?.toConfirm };
};

/** The source of a holiday: its own entry when listed, otherwise the law. */
export const holidaySource = (data: CalendarData, date: string): Source =>
  [...data.oneOffHolidays, ...data.songFestivalClosingDays].find(day => day.date === date) ??
  data.statutoryHolidays;

/** The source of a day's hours; null when the centre itself decides them. */
export function daySource(data: CalendarData, { date, kind }: DayHours): Source | null {
  switch (kind) {
    case 'holiday':
    case 'substitute':
      return holidaySource(data, date);
    case 'moved-off':
    case 'moved-worked':
      return movedDaySource(data, date) ?? null;
    case 'shortened':
      return data.shorterBeforeHolidaySource;
    default:
      return null;
  }
}

/** Every source once, in the order of first mention, with its citation number. */
export function sourcesOf(sources: readonly (Source | null)[]) {
  const key = ({ source, url }: Source) => `${source}|${url}`;
  const given = sources.filter(source => source !== null);
  const list = [...new Map(given.map(source => [key(source), source])).values()];
  return { list, numberOf: (source: Source) => list.findIndex(other => key(other) === key(source)) + 1 };
}

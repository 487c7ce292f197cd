// Opening hours for an English reader: days with other hours and the holidays ahead, as rows. Pure.
import { createCalendar } from '../calendar/calendar.ts';
import { addDays, yearOf } from '../calendar/dates.ts';
import { formatDateEn, formatWeekdayEn } from '../calendar/format.en.ts';
import { holidayNameEn } from '../calendar/holidays.en.ts';
import type { CalendarData } from '../calendar/schema.ts';

export interface EnglishHoliday {
  readonly date: string;
  readonly dateText: string;
  readonly weekday: string;
  readonly name: string;
}

/** The public holidays of the twelve months from this day that the calendar covers. */
export function englishHolidays(data: CalendarData, from: string): EnglishHoliday[] {
  const calendar = createCalendar(data);
  const until = addDays(from, 365);
  const years = new Set(
    [yearOf(from), yearOf(until)].filter(year => year >= calendar.from && year <= calendar.through),
  );
  return [...years]
    .flatMap(year => calendar.holidays(year))
    .filter(({ date }) => date >= from && date < until)
    .map(holiday => ({
      date: holiday.date,
      dateText: formatDateEn(holiday.date),
      weekday: formatWeekdayEn(holiday.date),
      name: holidayNameEn(holiday),
    }));
}

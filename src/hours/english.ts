// Opening hours in English: days with unusual hours and coming holidays, as rows. Pure.
import { createCalendar } from '../calendar/calendar.ts';
import { addDays, yearOf } from '../calendar/dates.ts';
import { formatDateEn, formatWeekdayEn } from '../calendar/format.en.ts';
import { holidayNameEn } from '../calendar/holidays.en.ts';
import type { CalendarData } from '../calendar/schema.ts';
import { englishEdition } from '../site/messages-english.en.ts';
import type { HoursEntry } from './channels.ts';
import type { ChangedDay } from './coming.ts';

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

export interface EnglishChange extends ChangedDay {
  /** Undefined when the reason is an editor's Latvian text. */
  readonly reasonEn: string | undefined;
}

/** Adds an English reason to changes that follow from the calendar; an editor's reason stays Latvian. */
export function englishChanges(
  changes: readonly ChangedDay[],
  hours: readonly HoursEntry[],
  data: CalendarData,
): EnglishChange[] {
  const calendar = createCalendar(data);
  const written = new Set(hours.flatMap(({ data: { exceptions } }) => exceptions.map(({ date }) => date)));
  const holidayOn = (date: string): string | undefined => {
    const holiday = calendar.holidays(yearOf(date)).find(each => each.date === date);
    return holiday && holidayNameEn(holiday);
  };
  return changes.map(change => {
    const { date } = change;
    if (written.has(date)) return { ...change, reasonEn: undefined };
    const tomorrow = calendar.dayKind(date).shortenedBefore && holidayOn(addDays(date, 1));
    const shorter = tomorrow ? englishEdition.hours.shorter(tomorrow) : undefined;
    return { ...change, reasonEn: holidayOn(date) ?? shorter };
  });
}

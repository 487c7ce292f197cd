// The working-day calendar: the kind of each day, for opening hours and legal terms.
import { addDays, isWeekend, weekday, yearOf } from './dates.ts';
import { formatDay, formatWeekday, listOf } from './format.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import type { Weekday } from './scalars.ts';
import type { CalendarData, CalendarYear } from './schema.ts';

export const CALENDAR_FILE = 'content/calendar/kalendars.yaml';

export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'substitute' | 'moved-off' | 'moved-worked';

export interface Day {
  date: string;
  kind: DayKind;
  working: boolean;
  /** Why the day has this kind, in Latvian and in lower case for use in brackets. */
  reason: string;
  /** Whose hours apply: its own weekday; on a worked Saturday the weekday it replaces; null on a day off. */
  worksAs: Weekday | null;
  /**
   * Name of tomorrow's holiday when this working day is one hour shorter (Darba likums 135), otherwise null.
   */
  shortenedBefore: string | null;
}

/**
 * A date in a year the calendar does not cover. Never treated as “no holidays”: a wrong due date is worse
 * than none.
 */
export class YearMissingError extends Error {
  override readonly name = 'YearMissingError';
  readonly year: number;
  constructor(year: number, from: number, through: number) {
    super(
      `Kalendārā nav ${year}. gada: tas aptver laiku no ${from}. līdz ${through}. gadam. ` +
        `Papildiniet failu ${CALENDAR_FILE}.`,
    );
    this.year = year;
  }
}

export interface Calendar {
  /**
   * First and last covered year. Check these before looking ahead when a missing year is an expected case.
   */
  readonly from: number;
  readonly through: number;
  /** Throws YearMissingError outside the covered years. */
  dayKind(date: string): Day;
  /**
   * The entry of the day's year: whether moved days are known, whether this centre follows them, and the
   * source.
   */
  yearState(year: number): CalendarYear;
  /** Whether this centre follows the Cabinet's order on moved working days in that year. */
  followsCabinetOrder(year: number): boolean;
  /** Holidays of a year in date order, substitute days included. */
  holidays(year: number): readonly Holiday[];
}

/** One year, computed on first use. */
interface YearTable {
  state: CalendarYear;
  list: readonly Holiday[];
  holidays: ReadonlyMap<string, Holiday[]>;
  off: ReadonlyMap<string, string>;
  worked: ReadonlyMap<string, string>;
}

function yearTable(data: CalendarData, year: number): YearTable {
  const state = data.years.find(entry => entry.year === year);
  // The schema guarantees exactly one entry for every covered year.
  if (!state) throw new YearMissingError(year, data.from, data.through);
  const list = holidaysOf(year, data);
  const moved = state.follows ? data.movedDays.filter(day => yearOf(day.off) === year) : [];
  return {
    state,
    list,
    holidays: Map.groupBy(list, day => day.date),
    off: new Map(moved.map(day => [day.off, day.worked])),
    worked: new Map(moved.map(day => [day.worked, day.off])),
  };
}

const dayOff = (date: string, kind: DayKind, reason: string): Day => ({
  date,
  kind,
  working: false,
  reason,
  worksAs: null,
  shortenedBefore: null,
});

const namesOf = (days: readonly Holiday[]): string => listOf(days.map(day => day.name));

function describeDayOff(table: YearTable, date: string): Day | null {
  const holidays = table.holidays.get(date);
  if (holidays) {
    const kind = holidays[0]?.kind === 'substitute' ? 'substitute' : 'holiday';
    return dayOff(date, kind, namesOf(holidays));
  }
  const workedInstead = table.off.get(date);
  if (workedInstead) {
    return dayOff(date, 'moved-off', `darba diena pārcelta uz ${formatDay(workedInstead, 'accusative')}`);
  }
  if (!isWeekend(date) || table.worked.has(date)) return null;
  return dayOff(date, 'weekend', formatWeekday(weekday(date)));
}

/** A substitute day always follows a day off, so the day after a working day can only be a proper holiday. */
function shortenedBefore(table: YearTable, date: string): string | null {
  const tomorrow = table.holidays.get(addDays(date, 1));
  return tomorrow ? namesOf(tomorrow) : null;
}

function describeDay(data: CalendarData, table: YearTable, date: string): Day {
  const off = describeDayOff(table, date);
  if (off) return off;
  const replaced = table.worked.get(date);
  return {
    date,
    kind: replaced ? 'moved-worked' : 'weekday',
    working: true,
    reason: replaced ? `darba diena, pārcelta no ${formatDay(replaced, 'genitive')}` : 'darba diena',
    worksAs: weekday(replaced ?? date),
    // 31 December is a holiday, so the day after a working day is always in the same year.
    shortenedBefore: data.shorterBeforeHoliday ? shortenedBefore(table, date) : null,
  };
}

/**
 * Builds the calendar from `content/calendar/kalendars.yaml`, parsed by `calendarSchema`. Holidays take
 * precedence over moved days, moved days over the weekend. Moved days count only in years in which this
 * centre follows the Cabinet's order (for municipalities it is a recommendation, Darba likums 133(4)).
 */
export function createCalendar(data: CalendarData): Calendar {
  const tables = new Map<number, YearTable>();
  const tableOf = (year: number): YearTable => {
    const table = tables.get(year) ?? yearTable(data, year);
    tables.set(year, table);
    return table;
  };
  return {
    from: data.from,
    through: data.through,
    dayKind: date => describeDay(data, tableOf(yearOf(date)), date),
    yearState: year => tableOf(year).state,
    followsCabinetOrder: year => tableOf(year).state.follows,
    holidays: year => tableOf(year).list,
  };
}

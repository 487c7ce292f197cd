// Everything that pages show about the days ahead, up to the end of the calendar. Pure.
import { createCalendar } from '../calendar/calendar.ts';
import { addDays, addMonths } from '../calendar/dates.ts';
import type { CalendarData } from '../calendar/schema.ts';
import type { Channel } from './channels.ts';
import {
  byDay,
  type ChangedDay,
  comingChanges,
  SPARE_DAYS,
  type SpecialDay,
  specialDays,
  unknownYears,
} from './coming.ts';
import { horizon } from './live-data.ts';

export interface Outlook {
  /** Changes for a notice, with extra days for a page that is rebuilt late. */
  readonly news: readonly ChangedDay[];
  /** Special days of the next twelve months. */
  readonly year: readonly SpecialDay[];
  /** The last day `year` speaks of. */
  readonly through: string;
  /** The calendar ends earlier than twelve months from now. */
  readonly isCut: boolean;
  /** Years within view whose moved working days are not known yet. */
  readonly unknownYears: readonly number[];
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The outlook from `from` over `channels`. */
export function hoursOutlook(channels: readonly Channel[], data: CalendarData, from: string): Outlook {
  const { through } = horizon(createCalendar(data), from);
  const wanted = addDays(addMonths(from, 12), -1);
  const last = earlier(wanted, through);
  return {
    news: comingChanges(channels, data, from, earlier(addDays(from, SPARE_DAYS - 1), through)),
    year: byDay(specialDays(channels, data, from, last), channels.length),
    through: last,
    isCut: last < wanted,
    unknownYears: unknownYears(data, from, last),
  };
}

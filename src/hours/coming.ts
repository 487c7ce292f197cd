// The days ahead: their hours, days with unusual hours, and notices of them. Pure.
import { addDays, daysBetween, weekday, yearOf } from '../calendar/dates.ts';
import { formatDay, formatWeekday } from '../calendar/format.ts';
import type { CalendarData } from '../calendar/schema.ts';
import { dateText, unbroken } from '../site/format.ts';
import { rangesText } from '../site/week.ts';
import type { Channel, ChannelId } from './channels.ts';
import { daysAhead, horizon } from './live-data.ts';
import { comingExceptions, type DayHours, hoursOn, ordinaryRanges } from './opening.ts';
import { daySource, type Source } from './sources.ts';

export interface ChangedDay {
  readonly date: string;
  /** The channels with these hours on this day. */
  readonly channels: readonly ChannelId[];
  /** `8.30–12.30`; empty when closed. */
  readonly hours: string;
  readonly reason: string;
  readonly source: Source | null;
}

const hoursText = ({ ranges }: DayHours): string =>
  rangesText(ranges.map(({ opens, closes }) => `${opens}-${closes}`));

/** `22. novembris`, with the year when it is not the year of `from`. */
export const dayText = (date: string, from: string): string =>
  unbroken(yearOf(date) === yearOf(from) ? formatDay(date) : dateText(date));

export const weekdayText = (date: string): string => formatWeekday(weekday(date));

function changesOf({ id }: Channel, data: CalendarData, days: readonly DayHours[]): ChangedDay[] {
  return days.map(day => ({
    date: day.date,
    channels: [id],
    hours: hoursText(day),
    reason: unbroken(day.reason ?? ''),
    source: daySource(data, day),
  }));
}

/** By date; channels with the same change share a row. */
function together(changes: readonly ChangedDay[]): ChangedDay[] {
  const alike = Map.groupBy(changes, ({ date, hours, reason }) => [date, hours, reason].join('|'));
  return [...alike.values()]
    .flatMap(group => (group[0] ? { ...group[0], channels: group.flatMap(change => change.channels) } : []))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The days from `from` through `through` that have unusual opening hours. */
export function comingChanges(
  channels: readonly Channel[],
  data: CalendarData,
  from: string,
  through: string,
): ChangedDay[] {
  const days = Math.max(0, daysBetween(from, through) + 1);
  return together(
    channels.flatMap(channel => changesOf(channel, data, comingExceptions(channel.schedule, from, days))),
  );
}

const HOLIDAYS: readonly string[] = ['holiday', 'substitute'];

/** Like `comingChanges`, plus holidays on which it would be closed anyway, because people look for them. */
export function specialDays(
  channels: readonly Channel[],
  data: CalendarData,
  from: string,
  through: string,
): ChangedDay[] {
  const changes = comingChanges(channels, data, from, through);
  const known = new Set(changes.map(({ date }) => date));
  const idle = channels.flatMap(channel =>
    changesOf(
      channel,
      data,
      daysAhead(channel.schedule, from, through).filter(
        ({ date, kind }) => HOLIDAYS.includes(kind) && !known.has(date),
      ),
    ),
  );
  return together([...changes, ...idle]);
}

export interface SpecialDay extends Omit<ChangedDay, 'channels' | 'hours'> {
  /** Hours by the channels that share them; one entry without channels when all of them do. */
  readonly parts: readonly Pick<ChangedDay, 'channels' | 'hours'>[];
}

/** One entry per day and reason, for a table; `count` is the number of channels. */
export function byDay(changes: readonly ChangedDay[], count: number): SpecialDay[] {
  const groups = Map.groupBy(changes, ({ date, reason }) => `${date}|${reason}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { date, reason, source } = first;
    const isAll = first.channels.length === count;
    const parts = isAll ? [{ channels: [], hours: first.hours }] : [first, ...others];
    return [{ date, reason, source, parts }];
  });
}

/**
 * Extra days in a table or notice, so that a page that is rebuilt late can still be updated in the browser.
 */
export const SPARE_DAYS = 21;
/** Number of days shown to a visitor. */
export const SHOWN_DAYS = 7;

/** The last of `days` days from `from` that the calendar covers. */
function lastDay({ schedule }: Channel, from: string, days: number): string {
  const last = addDays(from, days - 1);
  const { through } = horizon(schedule.calendar, from);
  return last < through ? last : through;
}

/** The changed days of the next `days`, up to the end of the calendar. */
export function comingChangesWithin(
  channels: readonly Channel[],
  data: CalendarData,
  from: string,
  days: number,
): ChangedDay[] {
  const [first] = channels;
  return first ? comingChanges(channels, data, from, lastDay(first, from, days)) : [];
}

export interface DatedDay {
  readonly date: string;
  /** One cell per channel, in the order of the channels. */
  readonly cells: readonly { readonly hours: string; readonly reason: string }[];
}

/** The coming days in order, with the hours of every channel. */
export function datedDays(channels: readonly Channel[], from: string): DatedDay[] {
  const [first] = channels;
  if (!first) return [];
  const days = daysAhead(first.schedule, from, lastDay(first, from, SPARE_DAYS));
  return days.map(({ date }) => ({
    date,
    cells: channels.map(({ schedule }) => {
      const day = hoursOn(schedule, date);
      const isUsual = day.ranges.length === 0 && ordinaryRanges(schedule, date).length === 0;
      return { hours: hoursText(day), reason: isUsual ? '' : unbroken(day.reason ?? '') };
    }),
  }));
}

/** Years up to `through` whose moved working days are not known yet; the table says so. */
export const unknownYears = (data: CalendarData, from: string, through: string): number[] =>
  data.years
    .filter(
      ({ year, movedDays }) => movedDays === 'unknown' && year >= yearOf(from) && year <= yearOf(through),
    )
    .map(({ year }) => year);

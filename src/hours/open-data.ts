// The opening hours as data for other programs: `/dati/darba-laiks.json`. Pure.
import { yearOf } from '../calendar/dates.ts';
import type { CalendarData } from '../calendar/schema.ts';
import type { Facts } from '../site/facts-schema.ts';
import type { Channel } from './channels.ts';
import { daysAhead, horizon } from './live-data.ts';
import { ordinaryRanges } from './opening.ts';
import { daySource, holidaySource, type Source } from './sources.ts';

/** Without fields that only editors need. */
const published = ({ source, url, checked, toConfirm }: Source): Source => ({
  source,
  ...(url && { url }),
  checked,
  ...(toConfirm && { toConfirm }),
});

function specialDays({ id, schedule }: Channel, data: CalendarData, from: string, through: string) {
  return daysAhead(schedule, from, through)
    .filter(
      day => day.reason !== null && (day.ranges.length > 0 || ordinaryRanges(schedule, day.date).length > 0),
    )
    .map(day => {
      const source = daySource(data, day);
      return {
        date: day.date,
        channel: id,
        kind: day.kind,
        hours: day.ranges,
        reason: day.reason,
        ...(source && { source: published(source) }),
      };
    });
}

/**
 * Weekly tables, special days and holidays from `from` to the last known day. Times are Riga wall clock; the
 * calendar's sources and the marks for sample data and unconfirmed facts are included.
 */
export function hoursData(channels: readonly Channel[], data: CalendarData, facts: Facts, from: string) {
  const [first] = channels;
  const { through, isCut } = first ? horizon(first.schedule.calendar, from) : { through: from, isCut: true };
  const years = data.years.filter(({ year }) => year >= yearOf(from) && year <= yearOf(through));
  return {
    centre: facts.name,
    timeZone: 'Europe/Riga',
    generated: from,
    from,
    through,
    /** The working-day calendar ends before the thirteen months that are meant to be covered. */
    calendarEndsEarly: isCut,
    channels: channels.map(({ id, schedule }) => ({
      channel: id,
      periods: schedule.hours.map(({ title, validFrom, validThrough, weekly, exceptions, sample }) => ({
        title,
        validFrom,
        ...(validThrough && { validThrough }),
        weekly,
        exceptions,
        ...(sample && { sample }),
      })),
    })),
    specialDays: channels.flatMap(channel => specialDays(channel, data, from, through)),
    holidays: years
      .flatMap(({ year }) => first?.schedule.calendar.holidays(year) ?? [])
      .filter(({ date }) => date >= from && date <= through)
      .map(holiday => ({ ...holiday, source: published(holidaySource(data, holiday.date)) })),
    movedDays: data.movedDays
      .filter(
        ({ off, worked }) =>
          years.some(({ year }) => year === yearOf(off)) && (off >= from || worked >= from),
      )
      .map(({ off, worked, title, ...source }) => ({ off, worked, title, source: published(source) })),
    years: years.map(({ year, movedDays, follows, ...source }) => ({
      year,
      movedDays,
      followsCabinetOrder: follows,
      source: published(source),
    })),
  };
}

// Shared by the hours tests: the hours of the vectors, a centre with three channels, the real calendar and facts.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Calendar, createCalendar } from '../../src/calendar/calendar.ts';
import { type Channel, channelsOf } from '../../src/hours/channels.ts';
import { type Hours, hoursSchema } from '../../src/hours/schema.ts';
import { type Facts, factsSchema } from '../../src/site/facts-schema.ts';
import { realCalendarData } from '../calendar/fixtures.ts';
import vectors from '../vectors/hours.json' with { type: 'json' };

const joinRanges = (ranges: string[][]): string[] => ranges.map(range => range.join('-'));

export const vectorHours: Hours = hoursSchema.parse({
  title: 'Klientu apkalpošana klātienē',
  channel: 'counter',
  validFrom: '2020-01-01',
  weekly: Object.fromEntries(
    Object.entries(vectors.fixture.weekly).map(([day, ranges]) => [day, joinRanges(ranges)]),
  ),
  exceptions: vectors.fixture.exceptions.map(day => ({ ...day, hours: joinRanges(day.hours) })),
});

export const realCalendar: Calendar = createCalendar(realCalendarData());

export const realFacts: Facts = factsSchema.parse(
  parse(readFileSync(new URL('../../content/site.yaml', import.meta.url), 'utf8')),
);

const WEEK = {
  monday: ['08:30-12:30', '13:00-18:00'],
  tuesday: ['08:30-12:30', '13:00-17:00'],
  wednesday: ['08:30-12:30', '13:00-17:00'],
  thursday: ['08:30-12:30', '13:00-17:00'],
  friday: ['08:30-12:30', '13:00-15:30'],
};

/** A centre like the sample one, independent of changes to the content. */
const CENTRE = [
  {
    title: 'Klientu apkalpošana klātienē',
    channel: 'counter',
    validFrom: '2026-01-01',
    weekly: WEEK,
    exceptions: [
      { date: '2026-12-04', hours: ['10:00-12:00'], reason: 'darbinieku mācības' },
      { date: '2026-12-11', hours: [], reason: 'inventarizācija' },
    ],
    sample: true,
  },
  {
    title: 'Konsultācijas pa tālruni',
    channel: 'phone',
    validFrom: '2026-01-01',
    weekly: WEEK,
    sample: true,
  },
  {
    title: 'Kase',
    channel: 'cash-desk',
    validFrom: '2026-01-01',
    weekly: {
      monday: ['09:00-12:00', '13:00-17:00'],
      tuesday: ['09:00-12:00', '13:00-16:00'],
      wednesday: ['09:00-12:00', '13:00-16:00'],
      thursday: ['09:00-12:00', '13:00-16:00'],
      friday: ['09:00-12:00'],
    },
    sample: true,
  },
];

/** The centre's three channels as of a date. */
export const centreChannels = (date: string): Channel[] =>
  channelsOf(
    CENTRE.map(entry => ({ id: entry.channel, data: hoursSchema.parse(entry) })),
    realCalendar,
    date,
  );

export const channel = (...hours: Hours[]): Channel =>
  channelsOf(
    hours.map(data => ({ id: data.validFrom, data })),
    realCalendar,
    '2026-11-22',
  )[0] as Channel;

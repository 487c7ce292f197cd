// The opening hours as a calendar to subscribe to: a weekly event for each time range, and separate events
// for days that differ (RFC 5545). Pure. UIDs are made of channel, period and day, so an update changes
// events instead of duplicating them.
import { addDays, rigaInstant, weekday, yearOf } from '../calendar/dates.ts';
import { WEEKDAYS, type Weekday } from '../calendar/scalars.ts';
import type { CalendarData } from '../calendar/schema.ts';
import type { Facts } from '../site/facts-schema.ts';
import { hoursPageLv } from '../site/messages-hours-page.lv.ts';
import type { Channel, ChannelId } from './channels.ts';
import {
  calendarText,
  dateValue,
  escapeText,
  instantValue,
  type Line,
  RIGA_ZONE,
  wallClockValue,
} from './ical-text.ts';
import { daysAhead, horizon } from './live-data.ts';
import { type DayHours, type OpenRange, ordinaryRanges, parseRanges } from './opening.ts';
import type { Hours } from './schema.ts';
import { daySource } from './sources.ts';

const { feed: say } = hoursPageLv;
const RIGA = ';TZID=Europe/Riga';

interface Feed {
  readonly channels: readonly Channel[];
  readonly data: CalendarData;
  readonly facts: Facts;
  /** The day of the build. */
  readonly today: string;
}

const isSame = (a: OpenRange, b: OpenRange): boolean => a.opens === b.opens && a.closes === b.closes;
const has = (ranges: readonly OpenRange[], range: OpenRange): boolean =>
  ranges.some(other => isSame(other, range));

interface Event {
  readonly uid: string;
  readonly when: readonly Line[];
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

/** The second half of every UID: the centre's name, because a site's address may change and UIDs may not. */
const namespace = ({ shortName }: Facts): string =>
  shortName
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');

function eventLines({ uid, when, summary, description, category }: Event, { facts, today }: Feed): Line[] {
  const { street, locality } = facts.address.value;
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', `${uid}@${namespace(facts)}`],
    ['DTSTAMP', instantValue(rigaInstant(today, '00:00'))],
    ...when,
    ['SUMMARY', escapeText(summary)],
    ...(description ? ([['DESCRIPTION', escapeText(description)]] as const) : []),
    ['LOCATION', escapeText(`${street}, ${locality}`)],
    ['CATEGORIES', category],
    // The centre's hours must not mark the subscriber as busy.
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}

const span = (date: string, { opens, closes }: OpenRange): Line[] => [
  [`DTSTART${RIGA}`, wallClockValue(date, opens)],
  [`DTEND${RIGA}`, wallClockValue(date, closes)],
];

const DAY_CODE: Record<Weekday, string> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};

interface Stretch {
  readonly range: OpenRange;
  readonly weekdays: readonly Weekday[];
}

/** The time ranges of a week, each once with its days. */
function stretchesOf({ weekly }: Hours): Stretch[] {
  const all = WEEKDAYS.flatMap(day => parseRanges(weekly[day]).map(range => ({ day, range })));
  const alike = Map.groupBy(all, ({ range }) => `${range.opens}-${range.closes}`);
  return [...alike.values()].flatMap(group =>
    group[0] ? { range: group[0].range, weekdays: group.map(({ day }) => day) } : [],
  );
}

const sampleNote = (hours: Hours): string => (hours.sample ? say.sample : '');

/** One weekly event, without the days on which this range does not apply. */
function weeklyEvent(
  id: ChannelId,
  hours: Hours,
  days: readonly DayHours[],
  { range, weekdays }: Stretch,
): Event[] {
  const candidates = days.filter(day => weekdays.includes(day.weekday));
  const holds = (day: DayHours) => has(day.ranges, range);
  const first = candidates.find(holds);
  const last = candidates.findLast(holds);
  if (!first || !last) return [];
  const excluded = candidates.filter(day => day.date > first.date && day.date < last.date && !holds(day));
  return [
    {
      uid: `${id}-${hours.validFrom}-${range.opens.replace(':', '')}-${range.closes.replace(':', '')}`,
      when: [
        ...span(first.date, range),
        [
          'RRULE',
          `FREQ=WEEKLY;UNTIL=${instantValue(rigaInstant(last.date, range.opens))};BYDAY=${weekdays.map(day => DAY_CODE[day]).join(',')}`,
        ],
        ...excluded.map(({ date }): Line => [`EXDATE${RIGA}`, wallClockValue(date, range.opens)]),
      ],
      summary: say.open(hours.title),
      description: sampleNote(hours),
      category: id,
    },
  ];
}

const sourceNote = (data: CalendarData, day: DayHours): string => {
  const source = daySource(data, day)?.source;
  return source ? say.source(source) : '';
};

/** The time ranges of a day that differ from its weekly table. */
function changedEvents({ id, schedule }: Channel, hours: Hours, day: DayHours, { data }: Feed): Event[] {
  const usual = ordinaryRanges(schedule, day.date);
  return day.ranges
    .filter(range => !has(usual, range))
    .map(range => ({
      uid: `${id}-${day.date}-${range.opens.replace(':', '')}`,
      when: span(day.date, range),
      summary: say.changed(hours.title, day.reason ?? ''),
      description: [sourceNote(data, day), sampleNote(hours)].filter(Boolean).join('\n'),
      category: id,
    }));
}

/** The period starts at the beginning of the build's year: enough history in a small file. */
function periodEvents(channel: Channel, hours: Hours, feed: Feed): Event[] {
  const { through } = horizon(channel.schedule.calendar, feed.today);
  const year = `${yearOf(feed.today)}-01-01`;
  const from = hours.validFrom > year ? hours.validFrom : year;
  const last = hours.validThrough && hours.validThrough < through ? hours.validThrough : through;
  const days = daysAhead(channel.schedule, from, last);
  return [
    ...stretchesOf(hours).flatMap(stretch => weeklyEvent(channel.id, hours, days, stretch)),
    ...days.flatMap(day => changedEvents(channel, hours, day, feed)),
  ];
}

interface ClosedDay {
  readonly day: DayHours;
  readonly id: ChannelId;
}

/** Unscheduled closed days: one all-day event for all channels with the same reason. */
function closedEvents(feed: Feed): Event[] {
  const { channels, data, today } = feed;
  const closed = channels.flatMap(({ id, schedule }) => {
    const { through } = horizon(schedule.calendar, today);
    return daysAhead(schedule, `${yearOf(today)}-01-01`, through)
      .filter(day => day.kind !== 'not-in-force' && day.ranges.length === 0)
      .filter(({ date }) => ordinaryRanges(schedule, date).length > 0)
      .map((day): ClosedDay => ({ day, id }));
  });
  const alike = Map.groupBy(closed, ({ day }) => `${day.date}|${day.reason}`);
  return [...alike.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const { day } = first;
    const ids = group.map(({ id }) => id);
    return [
      {
        uid: `${ids.join('-')}-${day.date}-closed`,
        when: [
          ['DTSTART;VALUE=DATE', dateValue(day.date)],
          ['DTEND;VALUE=DATE', dateValue(addDays(day.date, 1))],
        ] as const,
        summary: say.closed(ids.length < channels.length ? ids : [], day.reason ?? weekday(day.date)),
        description: sourceNote(data, day),
        category: ids.join(','),
      },
    ];
  });
}

/** The whole feed as the text of an `.ics` file. */
export function hoursCalendar(feed: Feed): string {
  const events = [
    ...feed.channels.flatMap(channel =>
      channel.schedule.hours.flatMap(hours => periodEvents(channel, hours, feed)),
    ),
    ...closedEvents(feed),
  ];
  return calendarText([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//KAC//darba-laiks//LV'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', escapeText(say.name(feed.facts.shortName))],
    ['X-WR-TIMEZONE', 'Europe/Riga'],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
    ['X-PUBLISHED-TTL', 'P1D'],
    ...RIGA_ZONE,
    ...events.flatMap(event => eventLines(event, feed)),
    ['END', 'VCALENDAR'],
  ]);
}

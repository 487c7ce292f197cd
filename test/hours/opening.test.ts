import { describe, expect, it } from 'vitest';
import { type Calendar, createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { comingExceptions, daysFrom, hoursOn, type Schedule } from '../../src/hours/opening.ts';
import { type Hours, hoursSchema } from '../../src/hours/schema.ts';
import { describeInEveryZone, realCalendarData, vectorCalendarData } from '../calendar/fixtures.ts';
import vectors from '../vectors/hours.json' with { type: 'json' };
import { statusAt } from './status-at.ts';

const joinRanges = (ranges: string[][]): string[] => ranges.map(range => range.join('-'));

const hours: Hours = hoursSchema.parse({
  title: 'Klientu apkalpošana klātienē',
  channel: 'counter',
  validFrom: '2020-01-01',
  weekly: Object.fromEntries(
    Object.entries(vectors.fixture.weekly).map(([day, ranges]) => [day, joinRanges(ranges)]),
  ),
  exceptions: vectors.fixture.exceptions.map(day => ({ ...day, hours: joinRanges(day.hours) })),
});

const real = createCalendar(realCalendarData());
const schedule: Schedule = { hours: [hours], calendar: real };
const changed = (change: Partial<Hours>): Schedule => ({
  hours: [{ ...hours, ...change }],
  calendar: real,
});
const rangesOn = (date: string, of: Schedule = schedule): string[] =>
  hoursOn(of, date).ranges.map(range => `${range.opens}-${range.closes}`);

const CALENDARS: readonly (readonly [string, Calendar])[] = [
  ['content/calendar', real],
  ['the vectors’ own calendar', createCalendar(vectorCalendarData())],
];

describeInEveryZone('hours vectors', () => {
  describe.each(CALENDARS)('with %s', (_, calendar) => {
    it.each(vectors.cases)('$at: open $open until $nextChange', ({ at, open, nextChange }) => {
      expect(statusAt({ hours: [hours], calendar }, new Date(at))).toEqual({
        open,
        nextChange: new Date(nextChange),
      });
    });
  });

  it('changes exactly at the boundary', () => {
    const open = (at: string) => statusAt(schedule, new Date(at)).open;
    expect(open('2026-11-23T06:29:59.999Z')).toBe(false);
    expect(open('2026-11-23T06:30:00.000Z')).toBe(true);
    expect(open('2026-11-23T10:29:59.999Z')).toBe(true);
    expect(open('2026-11-23T10:30:00.000Z')).toBe(false);
  });
});

describe('hoursOn', () => {
  it('keeps the weekly table on an ordinary day and gives no reason', () => {
    expect(hoursOn(schedule, '2026-11-23')).toEqual({
      date: '2026-11-23',
      weekday: 'monday',
      ranges: [
        { opens: '08:30', closes: '12:30' },
        { opens: '13:00', closes: '18:00' },
      ],
      kind: 'weekday',
      reason: null,
    });
  });

  it('puts an exception before everything else, even a holiday', () => {
    const exceptions = [{ date: '2026-11-18', hours: ['10:00-12:00'], reason: 'Svētku koncerts' }];
    expect(hoursOn(changed({ exceptions }), '2026-11-18')).toMatchObject({
      kind: 'exception',
      reason: 'Svētku koncerts',
    });
    expect(rangesOn('2026-11-18', changed({ exceptions }))).toEqual(['10:00-12:00']);
  });

  it('closes an hour earlier before a holiday, cutting as many stretches as needed', () => {
    expect(rangesOn('2026-11-17')).toEqual(['08:30-12:30', '13:00-16:00']);
    expect(hoursOn(schedule, '2026-11-17').reason).toBe(
      'par stundu īsāka darba diena pirms svētkiem (Latvijas Republikas Proklamēšanas diena)',
    );
    const late = (tuesday: string[]) => rangesOn('2026-11-17', changed({ weekly: { tuesday } }));
    expect(late(['08:30-12:30', '13:00-13:30'])).toEqual(['08:30-12:30']);
    expect(late(['08:30-12:30', '12:45-13:15'])).toEqual(['08:30-12:15']);
    expect(late(['00:10-00:40'])).toEqual([]);
    expect(late([])).toEqual([]);
    expect(hoursOn(changed({ weekly: {} }), '2026-11-17').reason).toBeNull();
  });

  it('a worked Saturday keeps the replaced weekday, shortened when a holiday follows', () => {
    expect(rangesOn('2026-06-27')).toEqual(['08:30-12:30', '13:00-18:00']);
    // 10 May 2025 replaces a Friday and is the day before Mother's Day.
    expect(rangesOn('2025-05-10')).toEqual(['08:30-12:30', '13:00-14:30']);
    expect(hoursOn(schedule, '2025-05-10').reason).toMatch(/pārcelta no 2\. maija; par stundu īsāka/);
  });

  it('an open Saturday in the weekly table stays open', () => {
    expect(rangesOn('2026-11-21', changed({ weekly: { saturday: ['10:00-14:00'] } }))).toEqual([
      '10:00-14:00',
    ]);
  });

  it('says when the table does not hold', () => {
    const summer = changed({ validFrom: '2026-06-01', validThrough: '2026-08-31' });
    expect(hoursOn(summer, '2026-05-29')).toMatchObject({ ranges: [], kind: 'not-in-force' });
    expect(hoursOn(summer, '2026-06-01').kind).toBe('weekday');
    expect(hoursOn(summer, '2026-08-31').kind).toBe('weekday');
    expect(hoursOn(summer, '2026-09-01').kind).toBe('not-in-force');
  });

  it('goes over to the next period on its first day', () => {
    const winter = { ...hours, validThrough: '2026-05-31' };
    const summer = { ...hours, validFrom: '2026-06-01', weekly: { monday: ['10:00-14:00'] }, exceptions: [] };
    const year: Schedule = { hours: [winter, summer], calendar: real };
    expect(rangesOn('2026-05-25', year)).toEqual(['08:30-12:30', '13:00-18:00']);
    expect(rangesOn('2026-06-01', year)).toEqual(['10:00-14:00']);
    expect(hoursOn(year, '2026-06-02')).toMatchObject({ ranges: [], kind: 'weekday', reason: null });
  });

  it('does not take a year outside the calendar for one without holidays', () => {
    expect(() => hoursOn(schedule, '2030-01-07')).toThrow(YearMissingError);
    expect(() => statusAt(schedule, new Date('2029-12-31T10:00Z'))).toThrow(/2030/);
  });
});

describe('statusAt', () => {
  it('joins stretches that touch', () => {
    const touching = changed({ weekly: { monday: ['08:00-12:00', '12:00-16:00'] } });
    expect(statusAt(touching, new Date('2026-11-23T07:00Z'))).toEqual({
      open: true,
      nextChange: new Date('2026-11-23T14:00Z'),
    });
  });

  it('knows no next change when nothing ever opens', () => {
    expect(statusAt(changed({ weekly: {}, exceptions: [] }), new Date('2026-11-23T07:00Z'))).toEqual({
      open: false,
      nextChange: null,
    });
  });

  it('keeps the wall clock on the days clocks change', () => {
    const sundays = changed({ weekly: { sunday: ['01:00-05:00'] } });
    const closes = (at: string) => statusAt(sundays, new Date(at)).nextChange?.toISOString();
    expect(closes('2026-03-29T00:00Z')).toBe('2026-03-29T02:00:00.000Z');
    expect(closes('2026-10-25T00:00Z')).toBe('2026-10-25T03:00:00.000Z');
  });
});

describe('lists', () => {
  it('gives seven days from the given one', () => {
    const week = daysFrom(schedule, '2026-06-22', 7);
    expect(week.map(day => day.date)).toHaveLength(7);
    expect(week.map(day => [day.weekday, day.kind, day.ranges.length])).toEqual([
      ['monday', 'moved-off', 0],
      ['tuesday', 'holiday', 0],
      ['wednesday', 'holiday', 0],
      ['thursday', 'weekday', 2],
      ['friday', 'weekday', 2],
      ['saturday', 'moved-worked', 2],
      ['sunday', 'weekend', 0],
    ]);
  });

  it('lists only the days that differ from the weekly table', () => {
    const coming = comingExceptions(schedule, '2026-11-16', 46);
    expect(coming.map(day => `${day.date} ${day.kind}`)).toEqual([
      '2026-11-17 shortened',
      '2026-11-18 holiday',
      '2026-12-04 exception',
      '2026-12-11 exception',
      '2026-12-23 shortened',
      '2026-12-24 holiday',
      '2026-12-25 holiday',
      '2026-12-30 shortened',
      '2026-12-31 holiday',
    ]);
    expect(coming.every(day => day.reason !== null)).toBe(true);
  });
});

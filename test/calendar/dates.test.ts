import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isWeekend,
  rigaDate,
  rigaInstant,
  rigaTime,
  weekday,
} from '../../src/calendar/dates.ts';
import { describeInEveryZone } from './fixtures.ts';

const date = fc.integer({ min: 0, max: 14_600 }).map(days => addDays('2000-01-01', days));

describeInEveryZone('date arithmetic', () => {
  it('crosses months, years and both clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('names the weekday', () => {
    expect(weekday('2026-11-22')).toBe('sunday');
    expect(weekday('2026-11-23')).toBe('monday');
    expect(isWeekend('2026-11-21')).toBe(true);
    expect(isWeekend('2026-11-20')).toBe(false);
  });

  it('reads Riga clocks, winter and summer', () => {
    expect(rigaDate(new Date('2026-11-21T22:30Z'))).toBe('2026-11-22');
    expect(rigaTime(new Date('2026-11-21T22:30Z'))).toBe('00:30');
    expect(rigaDate(new Date('2026-06-30T20:59Z'))).toBe('2026-06-30');
    expect(rigaTime(new Date('2026-06-30T21:00Z'))).toBe('00:00');
  });

  it('turns the day in the very millisecond, in summer and winter, whatever was asked before', () => {
    for (const [midnight, before, after] of [
      ['2026-06-30T21:00Z', '2026-06-30', '2026-07-01'],
      ['2026-12-31T22:00Z', '2026-12-31', '2027-01-01'],
    ] as const) {
      const turn = Date.parse(midnight);
      const asked = [turn - 1, turn, turn - 1, turn - 3_600_000, turn + 3_600_000, turn];
      expect(asked.map(ms => rigaDate(new Date(ms)))).toEqual([before, after, before, before, after, after]);
    }
  });

  it('refuses an instant that is none, also right after a date', () => {
    rigaDate(new Date());
    expect(() => rigaDate(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('finds the instant of a Riga time, clock changes included', () => {
    expect(rigaInstant('2026-11-23', '08:30').toISOString()).toBe('2026-11-23T06:30:00.000Z');
    expect(rigaInstant('2026-07-01', '08:30').toISOString()).toBe('2026-07-01T05:30:00.000Z');
    // 29 March 2026: 03:30 does not exist. 25 October 2026: 03:30 occurs twice, the first one counts.
    expect(rigaInstant('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(rigaInstant('2026-10-25', '03:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
  ])('%s + %i = %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });
});

describe('properties', () => {
  it('adding and subtracting days are inverse, and dates sort as strings', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        return addDays(to, -days) === from && daysBetween(from, to) === days && from < to;
      }),
    );
  });

  it('the weekday repeats every seven days and changes every day', () => {
    fc.assert(
      fc.property(
        date,
        from => weekday(addDays(from, 7)) === weekday(from) && weekday(addDays(from, 1)) !== weekday(from),
      ),
    );
  });

  it('a Riga time from 04:00 on always comes back the same', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 240, max: 1439 }), (day, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const instant = rigaInstant(day, time);
        return rigaDate(instant) === day && rigaTime(instant) === time;
      }),
    );
  });

  it('refuses what is not a date', () => {
    expect(() => addDays('rīt', 1)).toThrow(RangeError);
    expect(() => weekday('2026-13-01')).toThrow(RangeError);
  });
});

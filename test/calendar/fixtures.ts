// Shared by the calendar and hours tests: the real content files, a calendar built from the vectors alone,
// and the host time zones in which every result must be the same.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CalendarData, Policy } from '../../src/calendar/schema.ts';
import { calendarSchema, policiesSchema } from '../../src/calendar/schema.ts';
import hoursVectors from '../vectors/hours.json' with { type: 'json' };

const read = (path: string): unknown =>
  parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'));

const rawCalendar = (): unknown => read('calendar/kalendars.yaml');
export const realCalendarData = (): CalendarData => calendarSchema.parse(rawCalendar());
export const realPolicies = (): readonly Policy[] =>
  policiesSchema.parse(read('policy/iesniegumi.yaml')).policies;

const provenance = { source: 'test/vectors/hours.json', checked: '2026-11-22' };

/** The calendar as the vectors define it, so that a changed content file cannot make them pass or fail. */
export function vectorCalendarData(): CalendarData {
  const { fixture } = hoursVectors;
  const years = Array.from({ length: 12 }, (_, i) => 2018 + i);
  const hasMoved = (year: number) => fixture.movedDays.some(day => day.off.startsWith(String(year)));
  return calendarSchema.parse({
    from: 2018,
    through: 2029,
    statutoryHolidays: provenance,
    shorterBeforeHoliday: fixture.shorterBeforeHoliday,
    shorterBeforeHolidaySource: provenance,
    years: years.map(year => ({
      year,
      movedDays: hasMoved(year) ? 'listed' : 'none',
      follows: fixture.followsCabinetOrder,
      ...provenance,
    })),
    movedDays: fixture.movedDays.map(day => ({ ...day, title: 'Rīkojums', ...provenance })),
    oneOffHolidays: fixture.oneOffHolidays.map(date => ({ date, title: 'Vienreizēja diena', ...provenance })),
    songFestivalClosingDays: fixture.songFestivalClosingDays.map(date => ({
      date,
      title: 'Svētku noslēgums',
      ...provenance,
    })),
  });
}

/** A zone and its local time at 2026-07-01T12:00Z: proves that setting TZ took effect. */
const HOST_ZONES = [
  ['UTC', 12],
  ['America/New_York', 8],
  ['Europe/Riga', 15],
  ['Pacific/Auckland', 0],
] as const;

/** Runs the same tests in four host time zones. Node rereads TZ when it is assigned; this is asserted. */
export function describeInEveryZone(name: string, tests: () => void): void {
  describe.each(HOST_ZONES)(`${name}, host in %s`, (zone, hourAtNoonUtc) => {
    const before = process.env['TZ'];
    beforeEach(() => {
      process.env['TZ'] = zone;
    });
    afterEach(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    it('really runs in that zone', () => {
      expect(new Date('2026-07-01T12:00Z').getHours()).toBe(hourAtNoonUtc);
    });
    tests();
  });
}

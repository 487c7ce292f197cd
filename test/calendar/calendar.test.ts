import { describe, expect, it } from 'vitest';
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { addDays, isWeekend } from '../../src/calendar/dates.ts';
import { realCalendarData } from './fixtures.ts';

const data = realCalendarData();
const calendar = createCalendar(data);

describe('dayKind', () => {
  it.each([
    ['2026-11-20', 'weekday', true, 'darba diena', 'friday'],
    ['2026-11-21', 'weekend', false, 'sestdiena', null],
    ['2026-11-18', 'holiday', false, 'Latvijas Republikas Proklamēšanas diena', null],
    [
      '2028-11-20',
      'substitute',
      false,
      'brīvdiena, jo 18. novembris ir svētku diena un iekrīt sestdienā',
      null,
    ],
    ['2026-06-22', 'moved-off', false, 'darba diena pārcelta uz 27. jūniju', null],
    ['2026-06-27', 'moved-worked', true, 'darba diena, pārcelta no 22. jūnija', 'monday'],
    ['2018-04-30', 'moved-off', false, 'darba diena pārcelta uz 21. aprīli', null],
    ['2023-05-29', 'holiday', false, data.oneOffHolidays[1]?.title, null],
    ['2026-12-26', 'holiday', false, 'Otrie Ziemassvētki', null],
  ])('%s is %s', (date, kind, working, reason, worksAs) => {
    expect(calendar.dayKind(date)).toMatchObject({ date, kind, working, reason, worksAs });
  });

  it('is an hour shorter before a holiday, not before a substitute day or a moved day off', () => {
    const shorter = (date: string) => calendar.dayKind(date).shortenedBefore;
    expect(shorter('2026-11-17')).toBe('Latvijas Republikas Proklamēšanas diena');
    expect(shorter('2026-12-30')).toBe('Vecgada diena');
    // The worked Saturday 10 May 2025 is the day before Mother's Day, a statutory holiday.
    expect(shorter('2025-05-10')).toBe('Mātes diena');
    expect(shorter('2026-06-19')).toBeNull();
    expect(shorter('2026-11-16')).toBeNull();
    const longer = createCalendar({ ...data, shorterBeforeHoliday: false });
    expect(longer.dayKind('2026-11-17').shortenedBefore).toBeNull();
  });
});

describe("the Cabinet's order", () => {
  it('does nothing in a year this centre does not follow it', () => {
    const years = data.years.map(entry => (entry.year === 2026 ? { ...entry, follows: false } : entry));
    const own = createCalendar({ ...data, years });
    expect(own.followsCabinetOrder(2026)).toBe(false);
    expect(own.dayKind('2026-06-22')).toMatchObject({ kind: 'weekday', working: true });
    expect(own.dayKind('2026-06-27')).toMatchObject({ kind: 'weekend', working: false });
    expect(own.dayKind('2025-11-08')).toMatchObject({ kind: 'moved-worked' });
  });

  it('2027 is covered, not followed, and says why', () => {
    expect(calendar.followsCabinetOrder(2027)).toBe(false);
    const state = calendar.yearState(2027);
    expect(state.movedDays).toBe('unknown');
    expect(state.source).toMatch(/nav atrasts/);
    expect(calendar.dayKind('2027-06-25')).toMatchObject({ kind: 'weekday', working: true });
  });
});

describe('covered years', () => {
  it.each([2016, 2030, 2099])('%i, outside them, is an error that names the year and the file', year => {
    expect(() => calendar.dayKind(`${year}-01-05`)).toThrow(YearMissingError);
    expect(() => calendar.yearState(year)).toThrow(`Kalendārā nav ${year}. gada`);
    expect(() => calendar.holidays(year)).toThrow('content/calendar/kalendars.yaml');
  });

  it('every day of every covered year has an answer, and only moved days make a weekend worked', () => {
    for (let date = `${data.from}-01-01`; date <= `${data.through}-12-31`; date = addDays(date, 1)) {
      const day = calendar.dayKind(date);
      expect(day.working).toBe(day.worksAs !== null);
      if (day.working && isWeekend(date)) expect(day.kind).toBe('moved-worked');
    }
  });
});

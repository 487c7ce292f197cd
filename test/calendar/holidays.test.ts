import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { isWeekend, yearOf } from '../../src/calendar/dates.ts';
import { easterSunday, holidaysOf } from '../../src/calendar/holidays.ts';
import { realCalendarData } from './fixtures.ts';

const data = realCalendarData();
const YEARS = Array.from({ length: 11 }, (_, i) => 2019 + i);

const onWeekdays = (year: number): string[] => [
  ...new Set(
    holidaysOf(year, data)
      .map(day => day.date)
      .filter(date => !isWeekend(date)),
  ),
];

describe('statutory holidays', () => {
  it.each([
    [2017, '2017-04-16'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('Easter %i is %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });

  it.each([
    [2026, '01-01 04-03 04-06 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-31'],
    [2027, '01-01 03-26 03-29 05-04 06-23 06-24 11-18 12-24 12-31'],
    [2028, '04-14 04-17 05-01 05-04 06-23 07-10 11-20 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-01 05-04 11-19 12-24 12-25 12-26 12-31'],
  ])('Monday to Friday in %i', (year, expected) => {
    expect(onWeekdays(year)).toEqual(expected.split(' ').map(day => `${year}-${day}`));
  });

  it('gives a substitute day only for 4 May, 18 November and the Song Festival', () => {
    const substitutes = [2017, 2018, ...YEARS].flatMap(year =>
      holidaysOf(year, data).filter(day => day.kind === 'substitute'),
    );
    expect(substitutes.map(day => day.date)).toEqual([
      '2017-11-20',
      '2018-07-09',
      '2018-11-19',
      '2019-05-06',
      '2023-07-10',
      '2023-11-20',
      '2024-05-06',
      '2025-05-05',
      '2028-07-10',
      '2028-11-20',
      '2029-11-19',
    ]);
    expect(substitutes[0]?.name).toBe('brīvdiena, jo 18. novembris ir svētku diena un iekrīt sestdienā');
  });

  it('passes a substitute day on when Monday is a holiday itself', () => {
    const days = holidaysOf(2028, {
      songFestivalClosingDays: [{ date: '2028-07-09', title: 'Svētku noslēgums' }],
      oneOffHolidays: [{ date: '2028-07-10', title: 'Vienreizēja diena' }],
    });
    expect(days.find(day => day.kind === 'substitute' && day.date.startsWith('2028-07'))?.date).toBe(
      '2028-07-11',
    );
  });
});

/**
 * What date-holidays 3.37 lacks for Latvia. Each entry must still be missing there, or the list is out of
 * date.
 */
const KNOWN_GAPS: Record<string, string> = {
  '2023-07-10': 'day after the Song Festival closed on a Sunday',
  '2028-07-10': 'the same, 2028',
};

describe('cross-check with date-holidays', () => {
  const theirs = (year: number): string[] =>
    new Holidays('LV')
      .getHolidays(year)
      .filter(day => day.type === 'public')
      .map(day => day.date.slice(0, 10))
      .filter(date => yearOf(date) === year && !isWeekend(date));

  it.each(YEARS)('%i: the same days off from Monday to Friday, apart from the listed gaps', year => {
    const gaps = Object.keys(KNOWN_GAPS).filter(date => yearOf(date) === year);
    expect([...new Set([...theirs(year), ...gaps])].sort()).toEqual(onWeekdays(year));
    for (const gap of gaps) expect(theirs(year)).not.toContain(gap);
  });

  it('knows the Sundays that date-holidays leaves out', () => {
    const dateOf = (year: number, name: string) =>
      holidaysOf(year, data).find(day => day.name === name)?.date;
    expect([2022, 2023, 2026].map(year => dateOf(year, 'Mātes diena'))).toEqual([
      '2022-05-08',
      '2023-05-14',
      '2026-05-10',
    ]);
    expect(dateOf(2026, 'Vasarsvētki')).toBe('2026-05-24');
  });
});

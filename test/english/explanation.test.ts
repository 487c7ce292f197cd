// The English explanation counts the same days as the Latvian one, which is authoritative.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { addDays } from '../../src/calendar/dates.ts';
import { explainDeadline } from '../../src/calendar/deadline.ts';
import { explanationLinesEn } from '../../src/calendar/explanation.en.ts';
import { holidayNameEn } from '../../src/calendar/holidays.en.ts';
import { realCalendarData } from '../calendar/fixtures.ts';

const calendar = createCalendar(realCalendarData());
const explain = (from: string, term: Parameters<typeof explainDeadline>[2]) =>
  explanationLinesEn(calendar, explainDeadline(calendar, from, term));

it('names the days counted and skipped', () => {
  expect(explain('2026-06-08', { workingDays: 10 })).toEqual([
    'Received on 8 June 2026.',
    'Counting starts on the day after receipt, 9 June 2026.',
    '10 working days counted: 9, 10, 11, 12, 15, 16, 17, 18, 19 and 25 June.',
    'Weekends left out: 13, 14, 20 and 21 June.',
    'Public holidays and moved days left out: 22 June (working day moved to a Saturday), 23 June (Midsummer Eve) and 24 June (Midsummer Day).',
    'Reply due: 25 June 2026.',
    expect.stringContaining('Administrative Procedure Law, Section 42'),
  ]);
});

it('tells of one day, of two years, of a month without that date and of a moved end', () => {
  expect(explain('2026-11-23', { workingDays: 1 })[2]).toBe('1 working day counted: 24 November.');
  expect(explain('2026-12-29', { workingDays: 2 })[2]).toBe(
    '2 working days counted: 30 December 2026; 4 January 2027.',
  );
  expect(explain('2026-01-31', { months: 1 }).slice(2, 5)).toEqual([
    'The term is 1 month and ends on the last day of the month, 28 February 2026, because that month has no day 31.',
    'Moved to the next working day, because these are not working days: 28 February (Saturday) and 1 March (Sunday).',
    'Reply due: 2 March 2026.',
  ]);
});

it('has an English name for every statutory holiday', () => {
  for (let year = calendar.from; year <= calendar.through; year++)
    for (const holiday of calendar.holidays(year))
      if (holiday.kind === 'statutory')
        expect(holidayNameEn(holiday), holiday.name).not.toBe('public holiday');
});

it('never holds a Latvian letter, whatever the day and the term', () => {
  const term = fc.oneof(
    fc.record({ workingDays: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 3 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), term, (days, length) => {
      const lines = explain(addDays('2018-01-01', days), length);
      expect(lines.join(' ')).not.toMatch(/[āčēģīķļņšūž]|undefined/i);
    }),
  );
});

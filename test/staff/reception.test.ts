// When a person receives next: the same in every host time zone, over holidays, moved days, changed days and
// absences.
import { describe, expect, it } from 'vitest';
import { type Calendar, createCalendar } from '../../src/calendar/calendar.ts';
import { addDays, rigaDate, rigaInstant, rigaTime } from '../../src/calendar/dates.ts';
import { nextIn, type Reception, type ReceptionPlan, receptionText } from '../../src/staff/next.ts';
import {
  type CentreDay,
  changedReceptions,
  type Receiver,
  receptionOn,
  receptionPlan,
} from '../../src/staff/reception.ts';
import { describeInEveryZone, vectorCalendarData } from '../calendar/fixtures.ts';
import { member } from './people.ts';

const calendar = createCalendar(vectorCalendarData());
const anna = member();
/** The counter's hours on these days: closed for stocktaking, a short day, an hour less before a holiday. */
const CENTRE: readonly CentreDay[] = [
  { date: '2026-12-07', hours: [], reason: 'Inventarizācija' },
  { date: '2026-12-14', hours: ['10:00-12:00'], reason: 'Mācības' },
  { date: '2026-11-17', hours: ['08:30-12:30', '13:00-16:00'], reason: 'par stundu īsāka darba diena' },
];
/** What the page works out in the browser: the plan of the build, read at this instant. */
function nextReception(
  person: Receiver,
  of: Calendar,
  exceptions: readonly CentreDay[],
  at: Date,
): Reception | null {
  const today = rigaDate(at);
  return nextIn(receptionPlan(person, of, exceptions, today, 120), today, rigaTime(at));
}
const next = (at: string, person = anna) => nextReception(person, calendar, CENTRE, new Date(at));
const short = (found: Reception | null): string | null =>
  found && `${found.date} ${found.opens}-${found.closes}${found.now ? ' now' : ''}`;

describeInEveryZone('the next reception', () => {
  it.each([
    ['before the first stretch', '2026-11-23T06:59:59Z', '2026-11-23 09:00-12:00'],
    ['at its start', '2026-11-23T07:00:00Z', '2026-11-23 09:00-12:00 now'],
    ['in its last second', '2026-11-23T09:59:59Z', '2026-11-23 09:00-12:00 now'],
    ['at its end', '2026-11-23T10:00:00Z', '2026-11-23 13:00-17:00'],
    ['after the last of the day', '2026-11-23T15:00:00Z', '2026-11-24 13:00-17:00'],
    ['late in the evening, when UTC is a day behind', '2026-11-23T22:30:00Z', '2026-11-24 13:00-17:00'],
    ['over days without reception', '2026-11-25T10:00:00Z', '2026-11-30 09:00-12:00'],
    ['over a holiday', '2026-11-17T14:00:00Z', '2026-11-23 09:00-12:00'],
    ['cut by an hour less before a holiday', '2026-11-17T12:00:00Z', '2026-11-17 13:00-16:00 now'],
    ['on a day the centre is closed', '2026-12-07T07:30:00Z', '2026-12-08 13:00-17:00'],
    ['on a day the centre opens later', '2026-12-14T07:30:00Z', '2026-12-14 10:00-12:00'],
    ['over Christmas and the year’s end', '2026-12-23T10:00:00Z', '2026-12-28 09:00-12:00'],
    ['on a worked Saturday, which keeps a Monday', '2026-06-27T07:30:00Z', '2026-06-27 09:00-12:00 now'],
    ['not on the day off it replaces', '2026-06-22T07:30:00Z', '2026-06-27 09:00-12:00'],
  ])('%s', (_, at, expected) => {
    expect(short(next(at))).toBe(expected);
  });

  it('keeps the wall clock over both changes of the clocks', () => {
    const sunday = member({ reception: { sunday: ['02:30-05:00', '09:00-10:00'] } });
    // 29 March 2026: 3.00 becomes 4.00; 25 October 2026: 4.00 becomes 3.00.
    expect(short(next('2026-03-29T00:29:00Z', sunday))).toBe('2026-03-29 02:30-05:00');
    expect(short(next('2026-03-29T01:59:00Z', sunday))).toBe('2026-03-29 02:30-05:00 now');
    expect(short(next('2026-03-29T02:00:00Z', sunday))).toBe('2026-03-29 09:00-10:00');
    expect(short(next('2026-10-25T02:59:00Z', sunday))).toBe('2026-10-25 02:30-05:00 now');
    expect(short(next('2026-10-25T03:00:00Z', sunday))).toBe('2026-10-25 09:00-10:00');
    expect(short(next('2026-10-26T06:00:00Z'))).toBe('2026-10-26 09:00-12:00');
    expect(short(next('2026-03-30T06:00:00Z'))).toBe('2026-03-30 09:00-12:00 now');
  });

  it('waits for the end of an absence', () => {
    const absences = [{ from: '2026-11-23', through: '2026-12-04', standIn: 'ilze' }];
    const away = member({ absences });
    expect(short(next('2026-11-22T12:00:00Z', away))).toBe('2026-12-08 13:00-17:00');
    expect(short(next('2026-11-24T12:00:00Z', away))).toBe('2026-12-08 13:00-17:00');
    const long = member({ absences: [{ from: '2026-01-01', through: '2027-12-31', standIn: 'ilze' }] });
    expect(next('2026-11-23T07:30:00Z', long)).toBeNull();
  });
});

describe('the next reception', () => {
  it('says nothing of years the calendar does not cover', () => {
    const friday = member({ reception: { friday: ['09:00-12:00'] } });
    expect(short(nextReception(friday, calendar, [], new Date('2029-12-27T12:00:00Z')))).toBe(
      '2029-12-28 09:00-12:00',
    );
    expect(nextReception(friday, calendar, [], new Date('2029-12-28T12:00:00Z'))).toBeNull();
    expect(nextReception(friday, calendar, [], new Date('2031-01-05T12:00:00Z'))).toBeNull();
  });

  it('joins stretches that touch', () => {
    const lunch = member({ reception: { monday: ['09:00-12:00', '12:00-13:00'] } });
    expect(short(next('2026-11-23T09:30:00Z', lunch))).toBe('2026-11-23 09:00-13:00 now');
  });

  it('is never without reason: the day it names is the first on which somebody receives', () => {
    for (let day = 0; day < 400; day += 1) {
      const date = addDays('2026-01-01', day);
      const found = nextReception(anna, calendar, CENTRE, rigaInstant(date, '00:00'));
      let expected = date;
      while (receptionOn(anna, calendar, CENTRE, expected).ranges.length === 0)
        expected = addDays(expected, 1);
      expect(found?.date, date).toBe(expected);
    }
  });
});

describe('changedReceptions', () => {
  it('lists the days that differ, with the reason, and leaves ordinary days and absences out', () => {
    const absences = [{ from: '2026-12-14', through: '2026-12-15', standIn: 'ilze' }];
    const found = changedReceptions(member({ absences }), calendar, CENTRE, '2026-11-16', 60);
    expect(found).toEqual([
      { date: '2026-11-17', ranges: ['13:00-16:00'], reason: 'par stundu īsāka darba diena' },
      { date: '2026-11-18', ranges: [], reason: 'Latvijas Republikas Proklamēšanas diena' },
      { date: '2026-12-07', ranges: [], reason: 'Inventarizācija' },
    ]);
  });
});

describe('receptionPlan', () => {
  it('is small: the week, the days that differ, absences, and how long it holds', () => {
    const absences = [{ from: '2026-12-14', through: '2026-12-15', standIn: 'ilze' }];
    expect(receptionPlan(member({ absences }), calendar, CENTRE, '2026-11-22', 30)).toEqual({
      week: [['09:00-12:00', '13:00-17:00'], ['13:00-17:00'], ['09:00-12:00'], [], [], [], []],
      changes: { '2026-12-07': [] },
      away: [['2026-12-14', '2026-12-15']],
      through: '2026-12-21',
    });
  });

  it('says nothing once it has run out', () => {
    const plan: ReceptionPlan = receptionPlan(anna, calendar, [], '2026-11-22', 5);
    expect(nextIn(plan, '2026-11-27', '08:00')).toBeNull();
  });
});

describe('receptionText', () => {
  const at = { date: '2026-11-25', opens: '14:00', closes: '17:00', now: false };
  it.each([
    ['2026-11-25', true, 'Pieņem tagad līdz 17.00'],
    ['2026-11-25', false, 'Nākamā pieņemšana: šodien, 14.00–17.00'],
    ['2026-11-24', false, 'Nākamā pieņemšana: rīt, 25.\u00a0novembrī, 14.00–17.00'],
    ['2026-11-22', false, 'Nākamā pieņemšana: trešdien, 25.\u00a0novembrī, 14.00–17.00'],
  ])('on %s', (today, now, text) => {
    expect(receptionText({ ...at, now }, today)).toBe(text);
  });

  it('writes hours as offices do', () => {
    expect(receptionText({ ...at, date: '2027-04-06', opens: '08:30', closes: '09:05' }, '2026-11-22')).toBe(
      'Nākamā pieņemšana: otrdien, 6.\u00a0aprīlī, 8.30–9.05',
    );
  });
});

// The display's text in Latvian, case by case.
import { describe, expect, it } from 'vitest';
import { wallTime } from '../../src/hours/live.ts';
import { liveHours } from '../../src/hours/live-data.ts';
import { saying } from '../../src/hours/live-words.ts';
import { LIVE, type LiveKind, ON_WEEKDAY, onDay } from '../../src/site/messages-hours.lv.ts';
import { realCalendar, vectorHours } from './fixtures.ts';

const exceptions = [
  { date: '2026-12-04', hours: ['10:00-12:00'], reason: 'darbinieku mācības' },
  { date: '2026-12-11', hours: [], reason: 'inventarizācija' },
];
const live = liveHours({ hours: [{ ...vectorHours, exceptions }], calendar: realCalendar }, '2026-11-16');
const say = (at: string, kind: LiveKind = 'counter') => {
  const { state, head, detail } = saying(live, LIVE[kind], wallTime(Date.parse(at)));
  return [state, head, detail];
};

describe('the display', () => {
  it.each([
    ['2026-11-23T06:00Z', 'closed', 'Slēgts – atvērsim šodien 8.30', ''],
    ['2026-11-23T06:30Z', 'open', 'Atvērts līdz 12.30', 'Pārtraukums 12.30–13.00'],
    ['2026-11-23T10:30Z', 'break', 'Pārtraukums – atvērsim 13.00', ''],
    ['2026-11-23T11:00Z', 'open', 'Atvērts līdz 18.00', ''],
    ['2026-11-23T16:00Z', 'closed', 'Slēgts – atvērsim rīt 8.30', ''],
    ['2026-11-21T09:00Z', 'closed', 'Slēgts – atvērsim pirmdien 8.30', ''],
    [
      '2026-11-18T09:00Z',
      'closed',
      'Šodien slēgts: Latvijas Republikas Proklamēšanas diena',
      'Atvērsim rīt 8.30',
    ],
    ['2026-12-11T09:00Z', 'closed', 'Šodien slēgts: inventarizācija', 'Atvērsim pirmdien 8.30'],
    [
      '2026-12-04T07:00Z',
      'closed',
      'Slēgts – atvērsim šodien 10.00',
      'Šodien 10.00–12.00: darbinieku mācības',
    ],
    ['2026-12-04T09:00Z', 'open', 'Atvērts līdz 12.00', 'Šodien 10.00–12.00: darbinieku mācības'],
  ])('at %s', (at, ...expected) => {
    expect(say(at)).toEqual(expected);
  });

  it('names the date when the next opening is a week or more away', () => {
    const closed = {
      ...live,
      x: { ...live.x, ...Object.fromEntries(days('2026-11-23', 12).map(day => [day, [[]]])) },
    };
    const { head } = saying(closed as typeof live, LIVE.counter, { date: '2026-11-22', minute: 600 });
    expect(head).toBe('Slēgts – atvērsim pirmdien, 7.\u00a0decembrī, 8.30');
  });

  it('promises nothing when it never opens again, and nothing beyond what it knows', () => {
    const never = { ...live, w: Array.from({ length: 7 }, () => []), x: {} };
    expect(saying(never, LIVE.counter, { date: '2026-11-23', minute: 600 })).toEqual({
      state: 'closed',
      head: 'Slēgts',
      detail: '',
    });
    expect(say('2030-01-01T09:00Z')[1]).toBe('Šīs dienas darba laiks lapā nav norādīts – zvaniet centram.');
  });

  it('speaks of a phone and a person as one does', () => {
    expect(say('2026-11-21T09:00Z', 'phone')[1]).toBe('Pašlaik neatbildam – zvaniet pirmdien 8.30');
    expect(say('2026-11-23T07:00Z', 'phone')[1]).toBe('Atbildam līdz 12.30');
    expect(say('2026-11-23T07:00Z', 'cash-desk')[1]).toBe('Atvērta līdz 12.30');
    expect(say('2026-11-23T07:00Z', 'reception')[1]).toBe('Pieņem tagad, līdz 12.30');
    expect(say('2026-11-21T09:00Z', 'reception')[1]).toBe('Pašlaik nepieņem – pieņems pirmdien 8.30');
  });

  it('knows the days and months', () => {
    expect(ON_WEEKDAY[2]).toBe('trešdien');
    expect(onDay('2026-08-03')).toBe('3.\u00a0augustā');
  });
});

function days(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
  );
}

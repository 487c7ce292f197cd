// The calendar feed, read by another program's parser: it matches the opening hours, day by day.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/dates.ts';
import type { Channel } from '../../src/hours/channels.ts';
import { hoursCalendar } from '../../src/hours/ical.ts';
import { escapeText } from '../../src/hours/ical-text.ts';
import { hoursOn, ordinaryRanges } from '../../src/hours/opening.ts';
import { fold } from '../../src/site/content-lines.ts';
import { describeInEveryZone, realCalendarData } from '../calendar/fixtures.ts';
import { centreChannels, channel, realFacts, vectorHours } from './fixtures.ts';

const TODAY = '2026-11-22';
const feedOf = (channels: readonly Channel[], today = TODAY): string =>
  hoursCalendar({ channels, data: realCalendarData(), facts: realFacts, today });

function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .map(component => ({ component, event: new ICAL.Event(component) }));
}

const clock = (time: ICAL.Time): string =>
  `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
const day = (time: ICAL.Time): string => time.toString().slice(0, 10);

/** `2026-12-04 10:00-12:00` for every timed occurrence of one channel's events. */
function occurrences(text: string, category: string): string[] {
  const found: string[] = [];
  for (const { component, event } of eventsOf(text)) {
    if (component.getFirstPropertyValue('categories') !== category || event.startDate.isDate) continue;
    const end = clock(event.endDate);
    if (!event.isRecurring()) found.push(`${day(event.startDate)} ${clock(event.startDate)}-${end}`);
    else {
      const iterator = event.iterator();
      for (let at = iterator.next(); at; at = iterator.next()) found.push(`${day(at)} ${clock(at)}-${end}`);
    }
  }
  return found.toSorted();
}

const channels = centreChannels(TODAY);

describeInEveryZone('the feed', () => {
  it('has every stretch of every day of every channel, and nothing else', () => {
    const text = feedOf(channels);
    for (const { id, schedule } of channels) {
      const expected: string[] = [];
      for (let date = '2026-01-01'; date <= '2027-12-21'; date = addDays(date, 1))
        for (const { opens, closes } of hoursOn(schedule, date).ranges)
          expected.push(`${date} ${opens}-${closes}`);
      expect(occurrences(text, id)).toEqual(expected);
    }
  });

  it('has an all-day event with the reason for each day closed out of order', () => {
    const closed = eventsOf(feedOf(channels))
      .filter(({ event }) => event.startDate.isDate)
      .map(({ event }) => `${day(event.startDate)} ${event.summary}`);
    expect(closed).toContain('2026-12-11 Slēgts klātienē: inventarizācija');
    expect(closed).toContain('2026-12-24 Slēgts: Ziemassvētku vakars');
    const days = new Set(closed.map(text => text.slice(0, 10)));
    for (let date = '2026-01-01'; date <= '2027-12-21'; date = addDays(date, 1)) {
      const isClosed = channels.some(
        ({ schedule }) =>
          hoursOn(schedule, date).ranges.length === 0 && ordinaryRanges(schedule, date).length > 0,
      );
      expect(days.has(date), date).toBe(isClosed);
    }
  });

  it('means instants of Riga’s clocks in both halves of the year', () => {
    const calendar = new ICAL.Component(ICAL.parse(feedOf(channels)));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
    const utc = (local: string) =>
      ICAL.Time.fromDateTimeString(local).convertToZone.call(
        Object.assign(ICAL.Time.fromDateTimeString(local), { zone }),
        ICAL.Timezone.utcTimezone,
      );
    expect(utc('2026-12-04T10:00:00').toString()).toBe('2026-12-04T08:00:00Z');
    expect(utc('2026-07-01T10:00:00').toString()).toBe('2026-07-01T07:00:00Z');
    expect(utc('2026-03-30T08:30:00').toString()).toBe('2026-03-30T05:30:00Z');
    expect(utc('2026-10-26T08:30:00').toString()).toBe('2026-10-26T06:30:00Z');
  });

  it('is the same text whatever the host’s zone', () => {
    expect(feedOf(channels)).toContain(
      'DTSTAMP:20261121T220000Z\r\nDTSTART;TZID=Europe/Riga:20260105T083000\r\n',
    );
  });
});

describe('the file', () => {
  it('obeys the grammar: CRLF, at most 75 octets a line, no bare signs', () => {
    const text = feedOf(channels);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const { component } of eventsOf(text))
      for (const name of ['uid', 'dtstamp', 'dtstart', 'summary'])
        expect(component.getAllProperties(name)).toHaveLength(1);
    for (const name of ['prodid', 'version'])
      expect(text.split('BEGIN:VEVENT')[0]).toContain(name.toUpperCase());
  });

  it('keeps its UIDs from one build to the next, each once', () => {
    const uids = (text: string) => eventsOf(text).map(({ event }) => event.uid);
    const today = uids(feedOf(channels));
    expect(new Set(today).size).toBe(today.length);
    expect(uids(feedOf(channels, '2026-11-23'))).toEqual(expect.arrayContaining(today));
    expect(today[0]).toBe('counter-2026-01-01-0830-1230@jaunpiebalgas-kac');
  });

  it('carries the editor’s words unharmed', () => {
    const reason =
      'remonts; 2. stāvs, “A” \\ B – ļoti gara piezīme par to, kāpēc šajā dienā nestrādājam kā parasti';
    const text = feedOf([
      channel({ ...vectorHours, exceptions: [{ date: '2026-12-04', hours: ['10:00-12:00'], reason }] }),
    ]);
    const summaries = eventsOf(text).map(({ event }) => event.summary);
    expect(summaries).toContain(`Klientu apkalpošana klātienē: citāds laiks – ${reason}`);
    expect(escapeText('a\nb')).toBe('a\\nb');
    expect(
      fold('ā'.repeat(80))
        .split('\r\n ')
        .map(part => Buffer.byteLength(part)),
    ).toEqual([74, 74, 12]);
  });

  it('follows periods of validity', () => {
    const winter = { ...vectorHours, validThrough: '2027-05-31' };
    const summer = {
      ...vectorHours,
      validFrom: '2027-06-01',
      weekly: { monday: ['10:00-14:00'] },
      exceptions: [],
    };
    const both = occurrences(feedOf([channel(winter, summer)]), 'counter');
    expect(both).toContain('2027-05-31 13:00-18:00');
    expect(both).toContain('2027-06-07 10:00-14:00');
    expect(both.filter(text => text > '2027-06-01').every(text => text.endsWith('10:00-14:00'))).toBe(true);
  });

  it('is empty but sound when nothing is known', () => {
    expect(eventsOf(feedOf([]))).toEqual([]);
    expect(eventsOf(feedOf(channels, '2035-01-01'))).toEqual([]);
  });
});

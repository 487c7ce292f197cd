// What the pages and the data show about the time ahead: notices, the week, a year of special days,
// schema.org, JSON.
import { describe, expect, it } from 'vitest';
import type { CalendarData } from '../../src/calendar/schema.ts';
import { datedDays } from '../../src/hours/coming.ts';
import { newsOf } from '../../src/hours/news.ts';
import { hoursData } from '../../src/hours/open-data.ts';
import { hoursOutlook } from '../../src/hours/outlook.ts';
import { officeJsonLd } from '../../src/hours/schema-org.ts';
import { jsonLdText } from '../../src/site/json-ld.ts';
import { realCalendarData } from '../calendar/fixtures.ts';
import { centreChannels, channel, realFacts, vectorHours } from './fixtures.ts';

const TODAY = '2026-11-22';
const data = realCalendarData();
const channels = centreChannels(TODAY);
const outlook = hoursOutlook(channels, data, TODAY);

describe('notices', () => {
  const news = newsOf(outlook.news, channels.length, '2026-11-28');
  const line = (date: string) => {
    const item = news.items.find(entry => entry.date === date);
    return item && `${item.weekday}, ${item.day},${item.text}`;
  };

  it('say day, place, hours and reason', () => {
    expect(line('2026-12-04')).toBe(
      'Piektdien, 4.\u00a0decembrī, klātienē strādāsim 10.00–12.00: darbinieku mācības',
    );
    expect(line('2026-12-11')).toBe('Piektdien, 11.\u00a0decembrī, klātienē būs slēgts: inventarizācija');
  });

  it('show seven days and keep the rest for the script', () => {
    expect(news.items.map(({ date, isShown }) => [date, isShown])).toEqual([
      ['2026-12-04', true],
      ['2026-12-11', false],
    ]);
    expect(news.isQuiet).toBe(false);
    expect(newsOf(outlook.news, 3, TODAY).isQuiet).toBe(true);
  });

  it('name no place when the whole centre is meant', () => {
    const christmas = hoursOutlook(channels, data, '2026-12-20');
    expect(newsOf(christmas.news, 3, '2026-12-20').items.map(({ text }) => text)).toContain(
      ' būs slēgts: Ziemassvētku vakars',
    );
  });
});

describe('the days ahead', () => {
  it('have every channel’s hours and reasons', () => {
    const [friday] = datedDays(channels, '2026-12-04');
    expect(friday?.cells).toEqual([
      { hours: '10.00–12.00', reason: 'darbinieku mācības' },
      { hours: '8.30–12.30, 13.00–15.30', reason: '' },
      { hours: '9.00–12.00', reason: '' },
    ]);
  });

  it('stop where the calendar stops', () => {
    expect(datedDays(channels, '2029-12-29')).toHaveLength(3);
    expect(datedDays(channels, '2031-01-01')).toEqual([]);
    expect(datedDays([], TODAY)).toEqual([]);
  });
});

describe('a year of special days', () => {
  const on = (date: string, of = outlook) => of.year.filter(day => day.date === date);

  it('has one row a day, hours apart only where channels differ', () => {
    expect(on('2026-12-23')).toMatchObject([
      {
        reason: expect.stringContaining('par stundu īsāka'),
        parts: [
          { channels: ['counter', 'phone'], hours: '8.30–12.30, 13.00–16.00' },
          { channels: ['cash-desk'], hours: '9.00–12.00, 13.00–15.00' },
        ],
        source: { source: 'Darba likuma 135. pants' },
      },
    ]);
    expect(on('2026-12-24')).toMatchObject([{ parts: [{ channels: [], hours: '' }] }]);
    expect(on('2026-12-04')).toMatchObject([{ parts: [{ channels: ['counter'] }], source: null }]);
  });

  it('has the holidays of weekends, too', () => {
    expect(on('2026-12-26')).toMatchObject([
      { reason: 'Otrie Ziemassvētki', parts: [{ channels: [], hours: '' }] },
    ]);
  });

  it('has moved days with their order, still to be confirmed', () => {
    const spring = hoursOutlook(channels, data, '2026-03-01');
    expect(on('2026-06-22', spring)).toMatchObject([
      { source: { url: 'https://likumi.lv/ta/id/361161', toConfirm: true }, parts: [{ hours: '' }] },
    ]);
    expect(on('2026-06-27', spring)[0]?.parts).toHaveLength(2);
  });

  it('says which years are not known and where the calendar ends', () => {
    expect([outlook.through, outlook.isCut, outlook.unknownYears]).toEqual(['2027-11-21', false, [2027]]);
    const late = hoursOutlook(channels, data, '2029-06-01');
    expect([late.through, late.isCut]).toEqual(['2029-12-31', true]);
    const over = hoursOutlook(channels, data, '2031-01-01');
    expect([over.year, over.news, over.isCut]).toEqual([[], [], true]);
  });
});

describe('schema.org', () => {
  const office = officeJsonLd(channels, realFacts, TODAY, new URL('https://kac.example/')) as Record<
    string,
    never
  >;

  it('has the week, the special days, the phone and the cash desk', () => {
    expect(office).toMatchObject({ '@type': 'GovernmentOffice', url: 'https://kac.example/' });
    expect(office['openingHoursSpecification']).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: ['https://schema.org/Friday'],
      opens: '13:00',
      closes: '15:30',
      validFrom: '2026-01-01',
    });
    expect(office['specialOpeningHoursSpecification']).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      validFrom: '2026-12-11',
      validThrough: '2026-12-11',
      opens: '00:00',
      closes: '00:00',
      description: 'inventarizācija',
    });
    expect(office['contactPoint']).toHaveProperty('hoursAvailable');
    expect(office['department']).toMatchObject({ name: 'Kase' });
  });

  it('can’t be ended or opened by what an editor writes', () => {
    const reason = '</script><script>alert(1)</script><!--';
    const hostile = channel({ ...vectorHours, exceptions: [{ date: '2026-12-04', hours: [], reason }] });
    const text = jsonLdText(officeJsonLd([hostile], realFacts, TODAY, new URL('https://kac.example/')));
    expect(text).not.toContain('<');
    expect(JSON.stringify(JSON.parse(text))).toContain('<!--');
  });
});

describe('the data', () => {
  const all = hoursData(channels, data, realFacts, TODAY);

  it('has weeks, special days, holidays and sources, and the marks of what is not sure', () => {
    expect(all).toMatchObject({
      timeZone: 'Europe/Riga',
      from: TODAY,
      through: '2027-12-21',
      calendarEndsEarly: false,
    });
    expect(all.channels.map(({ channel: id }) => id)).toEqual(['counter', 'phone', 'cash-desk']);
    expect(all.channels[0]?.periods[0]).toMatchObject({
      sample: true,
      weekly: { friday: ['08:30-12:30', '13:00-15:30'] },
    });
    expect(all.specialDays).toContainEqual({
      date: '2026-12-04',
      channel: 'counter',
      kind: 'exception',
      hours: [{ opens: '10:00', closes: '12:00' }],
      reason: 'darbinieku mācības',
    });
    expect(all.holidays[0]).toMatchObject({
      date: '2026-12-24',
      name: 'Ziemassvētku vakars',
      source: { url: 'https://likumi.lv/ta/id/72608', checked: '2026-11-22' },
    });
    expect(all.years.find(({ year }) => year === 2027)).toMatchObject({
      movedDays: 'unknown',
      source: { toConfirm: true },
    });
  });

  it('holds no note to editors', () => {
    const notes = data.years.flatMap(({ note }) => note ?? []);
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(JSON.stringify(all)).not.toContain(note);
  });

  it('has nothing to tell without channels or calendar', () => {
    expect(hoursData([], data, realFacts, TODAY)).toMatchObject({ channels: [], specialDays: [] });
    expect(hoursData(channels, data as CalendarData, realFacts, '2031-01-01')).toMatchObject({
      specialDays: [],
      holidays: [],
      calendarEndsEarly: true,
    });
  });
});

// Each rule of the content schema must be able to fail: a valid file is damaged in one place at a time.
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/calendar/schema.ts';
import { calendarSchema, policiesSchema } from '../../src/calendar/schema.ts';
import hoursVectors from '../vectors/hours.json' with { type: 'json' };
import { realCalendarData, realPolicies } from './fixtures.ts';

type Draft = ReturnType<typeof realCalendarData>;

function issuesAfter(damage: (draft: Draft) => void): string[] {
  const draft = structuredClone(realCalendarData());
  damage(draft);
  const result = calendarSchema.safeParse(draft);
  return result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

const first = <T>(list: T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('empty fixture');
  return item;
};

const DAMAGES: readonly (readonly [name: string, damage: (draft: Draft) => void, expected: RegExp])[] = [
  ['no source', d => Object.assign(first(d.movedDays), { source: '' }), /^movedDays\.0\.source/],
  ['no date of checking', d => Object.assign(first(d.years), { checked: undefined }), /^years\.0\.checked/],
  ['an impossible date', d => Object.assign(first(d.movedDays), { off: '2017-13-01' }), /^movedDays\.0\.off/],
  ['an unknown key', d => Object.assign(d, { holidays: [] }), /holidays/],
  ['years the wrong way round', d => Object.assign(d, { through: 2016 }), /^through: /],
  ['a covered year without an entry', d => Object.assign(d, { through: 2030 }), /^years: .*2030/],
  ['a year twice', d => d.years.push(first(d.years)), /^years: 2017\. gads ierakstīts vairākkārt/],
  [
    'a year outside',
    d => d.years.push({ ...first(d.years), year: 2031, movedDays: 'none' }),
    /^years\.13\.year/,
  ],
  [
    'following an unknown order',
    d => Object.assign(d.years[10] ?? {}, { follows: true }),
    /^years\.10\.follows/,
  ],
  ['“listed” without a list', d => Object.assign(d, { movedDays: [] }), /^years\.0\.movedDays/],
  [
    'a list without “listed”',
    d => Object.assign(first(d.years), { movedDays: 'none' }),
    /^years\.0\.movedDays/,
  ],
  ['moving a Saturday', d => Object.assign(first(d.movedDays), { off: '2017-05-06' }), /^movedDays\.0: /],
  ['moving to a Friday', d => Object.assign(first(d.movedDays), { worked: '2017-05-12' }), /uz sestdienu/],
  [
    'moving to another month',
    d => Object.assign(first(d.movedDays), { worked: '2017-06-10' }),
    /nedēļā vai mēnesī/,
  ],
  ['moving to another year', d => Object.assign(first(d.movedDays), { worked: '2018-05-12' }), /vienā gadā/],
  [
    'moving a holiday',
    d => Object.assign(first(d.movedDays), { off: '2017-05-01' }),
    /^movedDays\.0\.off: .*svētku/,
  ],
  ['a day listed twice', d => d.movedDays.push(first(d.movedDays)), /2017-05-05 jau ir ierakstīts/],
  [
    'a holiday outside',
    d => Object.assign(first(d.oneOffHolidays), { date: '2031-01-06' }),
    /^oneOffHolidays\.0\.date/,
  ],
];

describe('kalendars.yaml', () => {
  it('is sound', () => {
    expect(issuesAfter(() => {})).toEqual([]);
  });

  it.each(DAMAGES)('refuses %s', (_, damage, expected) => {
    expect(issuesAfter(damage).some(issue => expected.test(issue))).toBe(true);
  });

  it('lets a day move within its week into the next month', () => {
    const nextMonth = { off: '2017-07-31', worked: '2017-08-05' };
    expect(issuesAfter(draft => Object.assign(first(draft.movedDays), nextMonth))).toEqual([]);
  });

  it('holds everything the vectors state', () => {
    const data = realCalendarData();
    const { fixture } = hoursVectors;
    const moved = data.movedDays.map(({ off, worked }) => ({ off, worked }));
    expect(moved).toEqual(expect.arrayContaining(fixture.movedDays));
    expect(data.oneOffHolidays.map(day => day.date)).toEqual(fixture.oneOffHolidays);
    expect(data.songFestivalClosingDays.map(day => day.date)).toEqual(fixture.songFestivalClosingDays);
  });
});

describe('iesniegumi.yaml', () => {
  const check = (policies: readonly unknown[]) => policiesSchema.safeParse({ policies }).success;
  const [before, today] = realPolicies() as [Policy, Policy];

  it('refuses policies out of order or with the same date', () => {
    expect(check([before, today])).toBe(true);
    expect(check([today, before])).toBe(false);
    expect(check([today, today])).toBe(false);
  });

  it('refuses a term without law, source or date, and an extension without reasons', () => {
    expect(check([{ ...today, reply: { ...today.reply, law: '' } }])).toBe(false);
    expect(check([{ ...today, forward: { ...today.forward, checked: 'vakar' } }])).toBe(false);
    expect(check([{ ...today, extendedReply: { ...today.extendedReply, reasons: [] } }])).toBe(false);
    expect(check([{ ...today, extendedReply: { ...today.extendedReply, needsReason: false } }])).toBe(false);
    expect(check([{ ...today, reply: { ...today.reply, term: { workingDays: 0 } } }])).toBe(false);
    expect(check([{ ...today, reply: { ...today.reply, term: { workingDays: 5, months: 1 } } }])).toBe(false);
  });
});

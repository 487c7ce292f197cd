// The figures of known cases; neither closing a case nor leaving it open can improve them.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type CaseGroup,
  dayOf,
  figuresOf,
  inTime,
  judged,
  monthsOf,
  percentile,
  type Terms,
} from '../../api/domain/register/figures.ts';
import { wholeMonths } from '../../api/domain/register/public-figures.ts';
import { workingDays } from '../../api/domain/register/working-days.ts';
import { calendarSchema } from '../../src/calendar/schema.ts';

const calendar = calendarSchema.parse(parse(readFileSync('content/calendar/kalendars.yaml', 'utf8')));
const days = workingDays(calendar);
const terms: Terms = { days, forwardBy: () => null, today: '2026-11-24' };
const YEAR = { from: '2026-01-01', to: '2027-01-01' };
const group = (of: Partial<CaseGroup>): CaseGroup => ({
  value: '',
  receivedOn: '2026-03-02',
  closedOn: '2026-03-10',
  dueOn: '2026-03-16',
  state: 'answered',
  n: 1,
  ...of,
});
const share = (groups: readonly CaseGroup[]): number => {
  const figures = figuresOf(groups, YEAR, terms);
  return figures.onTime / judged(figures);
};

describe('working days', () => {
  it.each([
    ['the day of receipt itself', '2026-03-02', '2026-03-02', 0],
    ['a week', '2026-03-02', '2026-03-09', 5],
    ['over a weekend', '2026-03-06', '2026-03-09', 1],
    ['over Easter', '2026-04-02', '2026-04-07', 1],
    ['over new year', '2026-12-30', '2027-01-04', 1],
  ])('%s', (_, from, to, n) => expect(days(from, to)).toBe(n));

  it('are not guessed in a year that the calendar does not know', () =>
    expect(days('2026-01-05', '2099-01-05')).toBeNull());
});

describe('in time', () => {
  it.each([
    ['on the last day', {}, { closedOn: '2026-03-16' }, true],
    ['a day later', {}, { closedOn: '2026-03-17' }, false],
    ['closed in time, sent in time', {}, { sent: '2026-03-16' }, true],
    ['closed in time, sent a day late', {}, { sent: '2026-03-17' }, false],
    ['not sent yet, on the last day', { today: '2026-03-16' }, { sent: 'waiting' }, null],
    ['not sent when the term has passed', { today: '2026-03-17' }, { sent: 'waiting' }, false],
    [
      'forwarded, but told late',
      { forwardBy: (): string => '2026-03-10' },
      { state: 'forwarded', sent: '2026-03-11' },
      false,
    ],
    ['nothing was owed', {}, { dueOn: null }, null],
    ['open', {}, { closedOn: null, state: 'in-review' }, null],
    ['withdrawn before the end', {}, { state: 'withdrawn' }, null],
    ['withdrawn after it', {}, { state: 'withdrawn', closedOn: '2026-03-17' }, false],
    ['forwarded in its own term', { forwardBy: (): string => '2026-03-10' }, { state: 'forwarded' }, true],
    ['forwarded after it', { forwardBy: (): string => '2026-03-09' }, { state: 'forwarded' }, false],
  ] as const)('%s', (_, more, of, expected) => {
    expect(inTime(group(of), { ...terms, ...more })).toBe(expected);
  });
});

describe('the share closed in time', () => {
  const base = [group({ n: 6 }), group({ closedOn: '2026-03-20', n: 2 })];
  const overdue = group({ closedOn: null, state: 'in-review', n: 2 });

  it('is of all closed and all overdue', () => expect(share([...base, overdue])).toBe(0.6));

  it('is the same whether what is overdue is closed or left open, also by withdrawing', () => {
    const left = share([...base, overdue]);
    for (const state of ['answered', 'unexamined', 'noted', 'forwarded', 'withdrawn'] as const)
      expect(share([...base, { ...overdue, state, closedOn: '2026-11-20' }])).toBe(left);
  });

  it('never rises by closing an overdue case, nor by not closing one that is due', () => {
    const date = fc
      .integer({ min: 1, max: 330 })
      .map(n => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10));
    const any = fc.record({
      receivedOn: date,
      closedOn: date,
      dueOn: date,
      n: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), cases => {
        const closed = cases.map(of => group({ ...of, receivedOn: '2026-01-02' }));
        const left = closed.map(of =>
          of.dueOn !== null && of.dueOn < '2026-11-24' && of.closedOn !== null && of.closedOn > of.dueOn
            ? { ...of, closedOn: null, state: 'in-review' as const }
            : of,
        );
        expect(share(left)).toBe(share(closed));
      }),
    );
  });

  it('counts what was overdue at the end of a month in that month, though it is closed by now', () => {
    const [march] = monthsOf(2026, '2027').slice(2);
    const late = group({ closedOn: '2026-04-20' });
    expect(figuresOf([late], march ?? YEAR, terms)).toMatchObject({ overdue: 1, closed: 0, open: 1 });
  });

  it('does not count what is due today as overdue', () => {
    const today = group({ closedOn: null, state: 'received', dueOn: '2026-11-24' });
    expect(figuresOf([today], YEAR, terms)).toMatchObject({ open: 1, overdue: 0 });
  });
});

describe('durations', () => {
  it('are exact percentiles of all values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.9), (all, part) => {
        const counts = new Map<number, number>();
        for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
        const sorted = all.toSorted((a, b) => a - b);
        expect(percentile(counts, part)).toBe(sorted[Math.ceil(all.length * part) - 1]);
      }),
    );
    expect(percentile(new Map(), 0.5)).toBeNull();
  });

  it('leave out what was withdrawn and what was owed no reply', () => {
    const slow = { closedOn: '2026-04-30', n: 9 };
    const figures = figuresOf(
      [group({ n: 3 }), group({ ...slow, state: 'withdrawn' }), group({ ...slow, dueOn: null })],
      YEAR,
      terms,
    );
    expect(figures).toMatchObject({ median: 6, p90: 6, timed: 3, closed: 21 });
  });
});

describe('days and months', () => {
  it.each([
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01T20', '2026-07-01'],
    ['2026-07-01T21', '2026-07-02'],
    ['2026-01-01T21', '2026-01-01'],
    ['2026-01-01T22', '2026-01-02'],
    ['2025-12-31T22', '2026-01-01'],
  ])('%s in UTC is %s in Riga', (slot, day) => expect(dayOf(slot)).toBe(day));

  it('are whole months only for the public', () => {
    expect(wholeMonths(2026, '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-11-01' });
    expect(wholeMonths(2026, '2026-01-31')).toBeNull();
    expect(wholeMonths(2026, '2026-02-01')).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    expect(wholeMonths(2025, '2026-11-24')).toEqual({ from: '2025-01-01', to: '2026-01-01' });
    expect(wholeMonths(2027, '2026-11-24')).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { addDays, addMonths, daysBetween } from '../../src/calendar/dates.ts';
import {
  type Deadline,
  explainDeadline,
  PolicyMissingError,
  policyFor,
} from '../../src/calendar/deadline.ts';
import vectors from '../vectors/deadlines.json' with { type: 'json' };
import { describeInEveryZone, realCalendarData, realPolicies, vectorCalendarData } from './fixtures.ts';

const real = createCalendar(realCalendarData());
const CALENDARS: readonly (readonly [string, Calendar])[] = [
  ['content/calendar', real],
  ['the vectors’ own calendar', createCalendar(vectorCalendarData())],
];

describeInEveryZone('deadline vectors', () => {
  describe.each(CALENDARS)('with %s', (_, calendar) => {
    it.each(vectors.workingDays)('$received + $workingDays working days = $dueOn', expected => {
      const { dueOn, counted } = explainDeadline(calendar, expected.received, {
        workingDays: expected.workingDays,
      });
      expect({ dueOn, counted }).toEqual({ dueOn: expected.dueOn, counted: expected.counted });
    });

    it.each(vectors.months)('$received + $months months = $dueOn', expected => {
      expect(explainDeadline(calendar, expected.received, { months: expected.months }).dueOn).toBe(
        expected.dueOn,
      );
    });

    it('names the missing year', () => {
      const { received, workingDays } = vectors.missingYear;
      const count = () => explainDeadline(calendar, received, { workingDays });
      expect(count).toThrow(YearMissingError);
      expect(count).toThrow(/2099/);
    });
  });
});

describe('policies', () => {
  const policies = realPolicies();
  const terms = (receivedOn: string) => {
    const { reply, extendedReply, forward } = policyFor(policies, receivedOn);
    return { reply: reply.term, extended: extendedReply?.term, forward: forward.term };
  };
  const before = { reply: { months: 1 }, extended: undefined, forward: { workingDays: 7 } };
  const today = { reply: { workingDays: 10 }, extended: { months: 1 }, forward: { workingDays: 5 } };

  it.each([
    ['2026-02-27', before],
    ['2026-02-28', before],
    ['2026-03-01', today],
    ['2026-03-02', today],
  ])('received %s', (receivedOn, expected) => {
    expect(terms(receivedOn)).toEqual(expected);
  });

  it('covers the vectors’ boundary days', () => {
    expect(vectors.policies.map(entry => entry.received)).toEqual(['2026-02-27', '2026-03-02']);
    expect(vectors.policies[0]?.policy).toMatch(/1 month, forward within 7/);
    expect(vectors.policies[1]?.policy).toMatch(/10 working days .*forward within 5/);
  });

  it('does not guess for a day before the first policy', () => {
    expect(() => policyFor(policies, '2016-12-31')).toThrow(PolicyMissingError);
    expect(() => policyFor(policies, '2016-12-31')).toThrow('content/policy/iesniegumi.yaml');
  });
});

/**
 * The errors in a count of working days; empty when it is correct. Implemented independently of the code
 * under test.
 */
function flaws(calendar: Calendar, deadline: Deadline, n: number): string[] {
  const { receivedOn, dueOn, counted, skipped } = deadline;
  const span = daysBetween(receivedOn, dueOn);
  const all = Array.from({ length: Math.max(0, span) }, (_, i) => addDays(receivedOn, i + 1));
  const working = all.filter(date => calendar.dayKind(date).working);
  const off = all.filter(date => !calendar.dayKind(date).working);
  return [
    ...(counted.length === n ? [] : ['length']),
    ...(counted.every(date => calendar.dayKind(date).working) ? [] : ['not working']),
    ...(counted.join() === working.join() ? [] : ['working day left out']),
    ...(skipped.map(day => day.date).join() === off.join() ? [] : ['day off left out']),
    ...(dueOn > receivedOn && counted.at(-1) === dueOn ? [] : ['due']),
  ];
}

const received = fc.integer({ min: 0, max: 12 * 365 }).map(days => addDays('2017-01-01', days));

describe('properties', () => {
  it('every day is accounted for, whatever the receipt and the term', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), (receivedOn, n) => {
        expect(flaws(real, explainDeadline(real, receivedOn, { workingDays: n }), n)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('the check itself notices a wrong count', () => {
    const right = explainDeadline(real, '2026-06-08', { workingDays: 10 });
    const wrong = (change: Partial<Deadline>) => flaws(real, { ...right, ...change }, 10);
    expect(wrong({ counted: right.counted.slice(1) })).toContain('length');
    expect(wrong({ counted: right.counted.with(2, '2026-06-22') })).toContain('not working');
    expect(wrong({ counted: right.counted.with(2, '2026-06-09') })).toContain('working day left out');
    expect(wrong({ skipped: right.skipped.slice(1) })).toContain('day off left out');
    expect(wrong({ dueOn: '2026-06-26' })).toContain('due');
  });

  it('a month ends on or after its date, on a working day, with only days off between', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 10 }), (receivedOn, months) => {
        const { dueOn, endsOn, skipped, counted } = explainDeadline(real, receivedOn, { months });
        const between = Array.from({ length: daysBetween(endsOn, dueOn) }, (_, i) => addDays(endsOn, i));
        expect(endsOn).toBe(addMonths(receivedOn, months));
        expect(real.dayKind(dueOn).working).toBe(true);
        expect(skipped.map(day => day.date)).toEqual(between);
        expect(between.some(date => real.dayKind(date).working)).toBe(false);
        expect(counted).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a later receipt or a longer term is never due earlier', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 40 }), (receivedOn, n) => {
        const due = explainDeadline(real, receivedOn, { workingDays: n }).dueOn;
        return (
          explainDeadline(real, addDays(receivedOn, 1), { workingDays: n }).dueOn >= due &&
          explainDeadline(real, receivedOn, { workingDays: n + 1 }).dueOn > due
        );
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a term of %d', length => {
    expect(() => explainDeadline(real, '2026-06-08', { workingDays: length })).toThrow(RangeError);
    expect(() => explainDeadline(real, '2026-06-08', { months: length })).toThrow(RangeError);
  });

  it('counts into the next covered year but not past the last', () => {
    expect(explainDeadline(real, '2026-12-30', { workingDays: 1 }).dueOn).toBe('2027-01-04');
    expect(() => explainDeadline(real, '2029-12-27', { workingDays: 10 })).toThrow(/2030/);
  });
});

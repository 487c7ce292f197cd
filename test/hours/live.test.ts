// The browser's result equals `statusAt`: over a year of instants, both clock changes, in four zones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rigaDate, rigaInstant, rigaTime } from '../../src/calendar/dates.ts';
import { WEEKDAYS } from '../../src/calendar/scalars.ts';
import { type LiveHours, liveStatus, type WallTime, wallTime } from '../../src/hours/live.ts';
import { horizon, liveHours } from '../../src/hours/live-data.ts';
import type { Schedule } from '../../src/hours/opening.ts';
import { type Hours, hoursSchema } from '../../src/hours/schema.ts';
import { describeInEveryZone } from '../calendar/fixtures.ts';
import vectors from '../vectors/hours.json' with { type: 'json' };
import { realCalendar, vectorHours } from './fixtures.ts';
import { LOOKAHEAD_DAYS, statusAt } from './status-at.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The browser's result in the format of `statusAt`. */
function answer(live: LiveHours, instant: number) {
  const now = wallTime(instant);
  const status = liveStatus(live, now);
  const at = ({ date, minute }: WallTime): Date =>
    rigaInstant(
      date,
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );
  if (status.state === 'unknown') return null;
  if (status.state === 'open')
    return { open: true, nextChange: at({ date: now.date, minute: status.until }) };
  const next = status.state === 'break' ? { date: now.date, minute: status.opens } : status.next;
  return { open: false, nextChange: next ? at(next) : null };
}

function* instants(from: string, days: number, step: number): Generator<number> {
  const start = Date.parse(from);
  for (let at = start; at < start + days * DAY; at += step) yield at;
}

function disagreements(schedule: Schedule, live: LiveHours, times: Iterable<number>): string[] {
  const found: string[] = [];
  for (const at of times) {
    const expected = statusAt(schedule, new Date(at));
    const actual = answer(live, at);
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      found.push(`${new Date(at).toISOString()}: ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`);
  }
  return found;
}

/** Open through the night, so that the repeated and missing hours matter. */
const night = hoursSchema.parse({
  ...vectorHours,
  weekly: { saturday: ['20:00-23:30'], sunday: ['00:30-02:15', '02:45-03:30', '05:00-06:00'] },
  exceptions: [],
});

describeInEveryZone('the browser agrees with statusAt', () => {
  const counter: Schedule = { hours: [vectorHours], calendar: realCalendar };

  it('at every quarter of an hour of ten months, both changes of clocks among them', () => {
    const live = liveHours(counter, '2026-01-01');
    expect(disagreements(counter, live, instants('2026-01-01T00:00Z', 300, 15 * MINUTE))).toEqual([]);
  });

  it.each(['2026-03-28T12:00Z', '2026-10-24T12:00Z'])(
    'every minute around the change of clocks after %s',
    from => {
      for (const hours of [vectorHours, night]) {
        const schedule: Schedule = { hours: [hours], calendar: realCalendar };
        const live = liveHours(schedule, '2026-01-01');
        expect(disagreements(schedule, live, instants(from, 2, MINUTE))).toEqual([]);
      }
    },
  );

  it.each(vectors.cases)('in the vector of $at', ({ at, open, nextChange }) => {
    const live = liveHours(counter, at < '2026' ? '2025-06-01' : '2026-01-01');
    expect(answer(live, Date.parse(at))).toEqual({ open, nextChange: new Date(nextChange) });
  });

  it('reads Riga’s clocks', () => {
    for (const at of instants('2026-01-01T00:07Z', 365, 97 * MINUTE)) {
      const { date, minute } = wallTime(at);
      const shown = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(date).toBe(rigaDate(new Date(at)));
      // In the repeated hour the second pass shows the hour's end.
      if (date !== '2026-10-25') expect(shown).toBe(rigaTime(new Date(at)));
    }
  });
});

const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 0, maxLength: 6 });
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const anyDay = minutes.map(list => {
  const sorted = list.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) =>
    [sorted[2 * i], sorted[2 * i + 1]].map(minute => clock(minute ?? 0)).join('-'),
  );
});
const anyDate = fc
  .integer({ min: 0, max: 364 })
  .map(days => new Date(Date.parse('2026-01-01') + days * DAY).toISOString().slice(0, 10));
const anyHours = fc.record({
  weekly: fc.record(Object.fromEntries(WEEKDAYS.map(day => [day, anyDay]))),
  exceptions: fc.uniqueArray(fc.record({ date: anyDate, hours: anyDay, reason: fc.constant('iemesls') }), {
    maxLength: 5,
    selector: ({ date }) => date,
  }),
});

describe('any hours', () => {
  it('mean the same in the browser and at the build, at any moment', () => {
    fc.assert(
      fc.property(
        anyHours,
        fc.array(fc.integer({ min: 0, max: 300 * 1440 }), { minLength: 20 }),
        (any, offsets) => {
          const hours: Hours = hoursSchema.parse({ ...vectorHours, ...any });
          const schedule: Schedule = { hours: [hours], calendar: realCalendar };
          const live = liveHours(schedule, '2026-01-01');
          for (const offset of offsets) {
            const at = Date.parse('2026-01-01T00:00Z') + offset * MINUTE;
            const expected = statusAt(schedule, new Date(at));
            const actual = answer(live, at);
            // The browser looks further ahead than LOOKAHEAD_DAYS.
            if (expected.nextChange === null) expect(actual?.open).toBe(false);
            // A period that begins or ends within the hour skipped in spring has no local time to show.
            else if (!['2026-03-28', '2026-03-29'].includes(rigaDate(new Date(at))))
              expect(actual).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(LOOKAHEAD_DAYS).toBeGreaterThan(30);
  });
});

describe('live data', () => {
  const schedule: Schedule = { hours: [vectorHours], calendar: realCalendar };

  it('covers thirteen months and lists only the days that differ', () => {
    const live = liveHours(schedule, '2026-11-22');
    expect([live.from, live.through]).toEqual(['2026-11-22', '2027-12-21']);
    expect(live.w[0]).toEqual([
      [510, 750],
      [780, 1080],
    ]);
    expect(live.w).toHaveLength(7);
    expect(live.x['2026-12-04']).toEqual([[[600, 720]], 'training']);
    expect(live.x['2026-12-24']).toEqual([[], 'Ziemassvētku vakars']);
    expect(live.x).not.toHaveProperty('2026-12-26');
    expect(live.x).not.toHaveProperty('2026-12-01');
    expect(JSON.stringify(live).length).toBeLessThan(2500);
  });

  it('ends with the calendar and says so', () => {
    expect(horizon(realCalendar, '2028-11-22')).toEqual({ through: '2029-12-21', isCut: false });
    expect(horizon(realCalendar, '2029-06-01')).toEqual({ through: '2029-12-31', isCut: true });
    const live = liveHours(schedule, '2029-06-01');
    expect(live.through).toBe('2029-12-31');
    expect(liveStatus(live, { date: '2030-01-07', minute: 600 })).toEqual({ state: 'unknown' });
    expect(liveStatus(live, { date: '2029-05-31', minute: 600 })).toEqual({ state: 'unknown' });
  });

  it('knows nothing when the calendar ended before the build', () => {
    const live = liveHours(schedule, '2031-01-01');
    expect(live.x).toEqual({});
    expect(liveStatus(live, { date: '2031-01-06', minute: 600 })).toEqual({ state: 'unknown' });
  });

  it('goes over to the next period', () => {
    const winter = { ...vectorHours, validThrough: '2027-05-31' };
    const summer: Hours = {
      ...vectorHours,
      validFrom: '2027-06-01',
      weekly: { monday: ['10:00-14:00'] },
      exceptions: [],
    };
    const year: Schedule = { hours: [winter, summer], calendar: realCalendar };
    const live = liveHours(year, '2026-11-22');
    expect(live.x['2027-06-07']).toEqual([[[600, 840]]]);
    expect(disagreements(year, live, instants('2027-05-20T00:00Z', 30, 30 * MINUTE))).toEqual([]);
  });
});

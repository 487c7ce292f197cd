// The rolling hour: the table of decisions, and properties of every sequence of attempts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  type Decision,
  decide,
  type Limit,
  limitFor,
  SLOT_SECONDS,
  signInDelay,
  slotOf,
} from '../../api/domain/limits.ts';

const NOON = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);
const counted = (n: number, at = NOON): Count[] => [{ slot: slotOf(at), n }];
const SUBMIT: Limit = { ask: 10, refuse: 60 };
const LOOK_UP: Limit = { ask: null, refuse: 30 };

describe('one more time', () => {
  it.each<[string, Limit, number, boolean, Decision['outcome']]>([
    ['the first', SUBMIT, 0, false, 'allowed'],
    ['the tenth', SUBMIT, 9, false, 'allowed'],
    ['the eleventh', SUBMIT, 10, false, 'prove'],
    ['the eleventh, proven or sent all the same', SUBMIT, 10, true, 'allowed'],
    ['the sixtieth, proven', SUBMIT, 59, true, 'allowed'],
    ['the sixtieth', SUBMIT, 59, false, 'prove'],
    ['the sixty-first', SUBMIT, 60, false, 'refused'],
    ['the sixty-first, proven', SUBMIT, 60, true, 'refused'],
    ['the thirtieth look-up', LOOK_UP, 29, false, 'allowed'],
    ['the thirty-first look-up', LOOK_UP, 30, false, 'refused'],
    ['one where both figures are the same', { ask: 5, refuse: 5 }, 5, false, 'refused'],
  ])('%s is as the figures say', (_, limit, n, anyway, outcome) => {
    expect(decide(limit, counted(n), NOON, anyway)).toMatchObject({ outcome });
  });

  it('counts for an hour, and for one slot more at most', () => {
    const full = counted(30);
    expect(decide(LOOK_UP, full, later(3600)).outcome).toBe('refused');
    expect(decide(LOOK_UP, full, later(3600 + SLOT_SECONDS)).outcome).toBe('allowed');
  });

  it('does not count what a clock wrote that went fast and was set back', () => {
    expect(decide(LOOK_UP, counted(30, later(7200)), NOON).outcome).toBe('allowed');
  });

  it('of someone unknown is never refused, and asked only at the higher figure', () => {
    const shared = limitFor(SUBMIT, false);
    expect(decide(shared, counted(59), NOON).outcome).toBe('allowed');
    expect(decide(shared, counted(60), NOON).outcome).toBe('prove');
    expect(decide(shared, counted(1_000_000), NOON, true).outcome).toBe('allowed');
    expect(decide(limitFor(LOOK_UP, false), counted(1_000_000), NOON).outcome).toBe('allowed');
    expect(limitFor(SUBMIT, true)).toEqual(SUBMIT);
  });
});

/** Plays attempts `gaps` seconds apart; only allowed ones are counted. */
function play(limit: Limit, gaps: readonly number[], anyway: readonly boolean[]) {
  const slots = new Map<number, number>();
  const counts = (): Count[] => [...slots].map(([slot, n]) => ({ slot, n }));
  let at = NOON;
  return gaps.map((gap, i) => {
    at = new Date(at.getTime() + gap * 1000);
    const decision = decide(limit, counts(), at, anyway[i]);
    const before = counts();
    if (decision.outcome === 'allowed') slots.set(slotOf(at), (slots.get(slotOf(at)) ?? 0) + 1);
    return { at, decision, before, anyway: anyway[i] ?? false };
  });
}

describe('every sequence of attempts', () => {
  const sequences = fc.record({
    ask: fc.integer({ min: 1, max: 6 }),
    more: fc.integer({ min: 0, max: 6 }),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.boolean()), {
      minLength: 1,
      maxLength: 60,
    }),
  });
  const played = ({ ask, more, steps }: { ask: number; more: number; steps: [number, boolean][] }) => {
    const limit = { ask, refuse: ask + more };
    return {
      limit,
      plays: play(
        limit,
        steps.map(([gap]) => gap),
        steps.map(([, anyway]) => anyway),
      ),
    };
  };

  it('lets no more through in any sixty minutes than the hard figure', () => {
    fc.assert(
      fc.property(sequences, sequence => {
        const { limit, plays } = played(sequence);
        const passed = plays.filter(({ decision }) => decision.outcome === 'allowed').map(({ at }) => +at);
        for (const end of passed) {
          const hour = passed.filter(at => at <= end && end - at <= 3_600_000);
          expect(hour.length).toBeLessThanOrEqual(limit.refuse);
        }
      }),
    );
  });

  it('lets no more through without an answer to the ask than the soft figure', () => {
    fc.assert(
      fc.property(sequences, sequence => {
        const { limit, plays } = played(sequence);
        for (const { decision, anyway } of plays)
          if (decision.outcome === 'allowed' && !anyway) expect(decision.before).toBeLessThan(limit.ask);
      }),
    );
  });

  it('says truly when to come again: then, and not a second sooner', () => {
    fc.assert(
      fc.property(sequences, sequence => {
        const { limit, plays } = played(sequence);
        for (const { at, decision, before, anyway } of plays) {
          if (decision.outcome === 'allowed') continue;
          const outcomeAfter = (seconds: number) =>
            decide(limit, before, new Date(at.getTime() + seconds * 1000), anyway).outcome;
          expect(decision.retryAfter).toBeGreaterThan(0);
          expect(outcomeAfter(decision.retryAfter)).toBe('allowed');
          expect(outcomeAfter(decision.retryAfter - 1)).not.toBe('allowed');
        }
      }),
    );
  });
});

describe('a sign-in', () => {
  it('waits longer with each attempt, 42 seconds at most', () => {
    const delays = Array.from({ length: 11 }, (_, before) => signInDelay(before));
    expect(delays).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 42, 42, 42]);
  });
});

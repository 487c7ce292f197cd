// How often one screen may be answered, against repeated tapping. Pure: past answers and the time are
// arguments.

/** At most `answers` within `seconds`. */
interface Limit {
  readonly answers: number;
  readonly seconds: number;
}

/**
 * The first limit stops rapid tapping, the second slow repetition; a family can still answer one after
 * another.
 */
const LIMITS: readonly Limit[] = [
  { answers: 4, seconds: 60 },
  { answers: 12, seconds: 600 },
];
/** A shorter pause would not discourage anybody; seconds. */
const SHORTEST_PAUSE = 20;
const LONGEST = Math.max(...LIMITS.map(({ seconds }) => seconds));

const secondsSince = (then: number, now: number): number => (now - then) / 1000;

/**
 * Times (milliseconds since 1970) that still count; times in the future come from a clock that was set back.
 */
export const stillCounting = (times: readonly number[], now: number): readonly number[] =>
  times.filter(time => time <= now && secondsSince(time, now) < LONGEST);

/** Whole seconds until the screen may be answered again; 0 means now. `times`: when it was answered. */
export function pauseFor(times: readonly number[], now: number): number {
  const counting = stillCounting(times, now).toSorted((a, b) => a - b);
  const waits = LIMITS.map(({ answers, seconds }) => {
    const oldest = counting.at(-answers);
    if (oldest === undefined || secondsSince(oldest, now) >= seconds) return 0;
    return seconds - secondsSince(oldest, now);
  });
  const longest = Math.ceil(Math.max(...waits));
  const sinceLast = secondsSince(counting.at(-1) ?? 0, now);
  return longest > 0 ? Math.max(longest, Math.ceil(SHORTEST_PAUSE - sinceLast)) : 0;
}

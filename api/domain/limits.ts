// How much one source may do in an hour, and what it is told beyond that. Pure: counts and the time come in, a decision goes out.

/** What is counted, each by itself. */
const ACTIONS = ['submit', 'survey', 'look-up', 'sign-in', 'upload'] as const;
export type Action = (typeof ACTIONS)[number];

/** Times an hour from one source. */
export interface Limit {
  /** From this many on the rate is unusual: a proof of work is asked for. Null: never. */
  readonly ask: number | null;
  /** From this many on nothing is taken in. */
  readonly refuse: number;
}

export type Limits = Readonly<Record<Action, Limit>>;

export type Decision =
  /** `before`: how often the source did it within the hour, without this time. */
  | { readonly outcome: 'allowed'; readonly before: number }
  /** `retryAfter`: whole seconds after which it would be `allowed`. */
  | { readonly outcome: 'prove' | 'refused'; readonly retryAfter: number };

/** How often within one slot of time. */
export interface Count {
  readonly slot: number;
  readonly n: number;
}

/** Seconds. The grain of counting: coarse enough that a source is a handful of numbers. */
export const SLOT_SECONDS = 300;
/** The present slot and an hour before it: each time counts for an hour at least and for one slot more at most. */
export const SLOTS = 3600 / SLOT_SECONDS + 1;

/** The number of the slot an instant lies in. */
export const slotOf = (at: Date): number => Math.floor(at.getTime() / (SLOT_SECONDS * 1000));

/** Only what counts now. Slots of the future come from a clock that was set back. */
const within = (counts: readonly Count[], now: Date): readonly Count[] => {
  const present = slotOf(now);
  return counts.filter(({ slot }) => slot <= present && present - slot < SLOTS);
};

const total = (counts: readonly Count[]): number => counts.reduce((sum, { n }) => sum + n, 0);

/**
 * The limit for a source. Visitors whose address nobody knows share one count, and nobody may be shut out by a
 * stranger: there the higher figure only asks, and nothing is refused.
 */
export const limitFor = (limit: Limit, isKnown: boolean): Limit =>
  isKnown ? limit : { ask: limit.ask === null ? null : limit.refuse, refuse: Number.MAX_SAFE_INTEGER };

/** The count from which on one more time is not simply allowed. `anyway`: proof was given, or it is sent without. */
export const ceilingOf = ({ ask, refuse }: Limit, anyway: boolean): number =>
  anyway ? refuse : Math.min(ask ?? refuse, refuse);

/** What one more time earns. Only what is allowed may be counted: then whoever waits `retryAfter` gets in. */
export function decide(limit: Limit, counts: readonly Count[], now: Date, anyway = false): Decision {
  const counting = within(counts, now);
  const before = total(counting);
  const ceiling = ceilingOf(limit, anyway);
  if (before < ceiling) return { outcome: 'allowed', before };
  return {
    outcome: before < limit.refuse ? 'prove' : 'refused',
    retryAfter: secondsUntilBelow(ceiling, counting, now),
  };
}

function secondsUntilBelow(ceiling: number, counts: readonly Count[], now: Date): number {
  let left = total(counts);
  let last = slotOf(now);
  for (const { slot, n } of counts.toSorted((a, b) => a.slot - b.slot)) {
    left -= n;
    last = slot;
    if (left < ceiling) break;
  }
  return Math.ceil((last + SLOTS) * SLOT_SECONDS - now.getTime() / 1000);
}

const LONGEST_DELAY = 42;

/**
 * Seconds a sign-in waits before it is answered, growing with the attempts of the last hour: 0, 0, 1, 2, 4, 8, 16, 32,
 * then 42. The first two are free, because people mistype; a program pays minutes for its ten.
 */
export const signInDelay = (before: number): number =>
  before < 2 ? 0 : Math.min(LONGEST_DELAY, 2 ** (before - 2));

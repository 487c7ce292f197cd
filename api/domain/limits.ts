// How much one source may do in an hour, and the decision beyond that. Pure: counts and time are arguments.

/** What the settings give figures for. */
type LimitName = 'submit' | 'survey' | 'look-up' | 'sign-in' | 'upload';

/** What is counted, each by itself; besides what is taken in, every send of a form, whatever comes of it. */
export type Action = LimitName | 'attempt' | 'survey-attempt' | 'challenge';

/** Attempts per hour from one source. */
export interface Limit {
  /** From this count on the rate is unusual and a proof of work is requested. Null: never. */
  readonly ask: number | null;
  /** From this count on everything is refused. */
  readonly refuse: number;
}

export type Limits = Readonly<Record<LimitName, Limit>>;

/**
 * Sends an hour beyond those that may be taken in: room for forms that are corrected and sent again, by everybody who
 * shares a network. A program that sends nothing but mistakes gets this many and no more.
 */
const MISTAKES = 60;

const withMistakes = ({ refuse }: Limit): Limit => ({ ask: null, refuse: refuse + MISTAKES });

/** The limit of an action. What is counted before it is checked follows from how much may be taken in. */
export function limitOf(limits: Limits, action: Action): Limit {
  if (action === 'survey-attempt') return withMistakes(limits.survey);
  // A challenge is asked for once a send.
  if (action === 'attempt' || action === 'challenge') return withMistakes(limits.submit);
  return limits[action];
}

export type Decision =
  /** `before`: number of attempts of the source within the hour, without this one. */
  | { readonly outcome: 'allowed'; readonly before: number }
  /** `retryAfter`: whole seconds after which it would be `allowed`. */
  | { readonly outcome: 'prove' | 'refused'; readonly retryAfter: number };

/** Number of attempts within one time slot. */
export interface Count {
  readonly slot: number;
  readonly n: number;
}

/** Seconds. Granularity of counting: coarse, so that a source is only a few numbers. */
export const SLOT_SECONDS = 300;
/**
 * The present slot and an hour before it: each attempt counts for at least an hour and at most one slot more.
 */
export const SLOTS = 3600 / SLOT_SECONDS + 1;

/** The slot number of an instant. */
export const slotOf = (at: Date): number => Math.floor(at.getTime() / (SLOT_SECONDS * 1000));

/** Only the slots that count now. Slots in the future come from a clock that was set back. */
const within = (counts: readonly Count[], now: Date): readonly Count[] => {
  const present = slotOf(now);
  return counts.filter(({ slot }) => slot <= present && present - slot < SLOTS);
};

const total = (counts: readonly Count[]): number => counts.reduce((sum, { n }) => sum + n, 0);

/**
 * The limit for a source. Visitors with an unknown address share one count and must not be locked out by
 * strangers: for them the higher figure only requests a proof, and nothing is refused.
 */
export const limitFor = (limit: Limit, isKnown: boolean): Limit =>
  isKnown ? limit : { ask: limit.ask === null ? null : limit.refuse, refuse: Number.MAX_SAFE_INTEGER };

/**
 * The count from which one more attempt is not simply allowed. `anyway`: a proof was given, or it is sent
 * without one.
 */
export const ceilingOf = ({ ask, refuse }: Limit, anyway: boolean): number =>
  anyway ? refuse : Math.min(ask ?? refuse, refuse);

/**
 * The decision about one more attempt. Only allowed attempts may be counted, so that waiting `retryAfter` is
 * enough.
 */
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
 * Seconds before a sign-in is answered, growing with the attempts of the last hour: 0, 0, 1, 2, 4, 8, 16, 32,
 * then 42. The first two are free, because people mistype; a program needs minutes for ten.
 */
export const signInDelay = (before: number): number =>
  before < 2 ? 0 : Math.min(LONGEST_DELAY, 2 ** (before - 2));

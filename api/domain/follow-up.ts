// What the submitter may do with a submission, by its state: one table, used by the page and again before
// anything is stored (design §6).
import type { Language } from '../../src/forms/field.ts';
import type { Channel } from './register/channels.ts';
import type { Rightful } from './register/rights.ts';
import type { State } from './submission.ts';

export const ACTIONS = ['message', 'review', 'rating', 'withdraw', 'copy', 'erasure'] as const;
export type Action = (typeof ACTIONS)[number];

const OPEN = ['received', 'in-review', 'needs-information', 'reopened'] as const satisfies readonly State[];
const EXAMINED = ['answered', 'noted', 'forwarded', 'unexamined'] as const satisfies readonly State[];
const ANY: readonly State[] = [...OPEN, ...EXAMINED, 'withdrawn'];

const MAY: Readonly<Record<Action, readonly State[]>> = {
  // Messages are never refused; the duties they create depend on the state, and the page says so.
  message: ANY,
  // The executive director examines how it was handled (rule point 13); a withdrawn submission was not
  // handled.
  review: EXAMINED,
  rating: [...EXAMINED, 'withdrawn'],
  withdraw: OPEN,
  // Rights of the data subject (GDPR 15 and 17) do not depend on the state.
  copy: ANY,
  erasure: ANY,
};

export const allowed = (state: State, action: Action): boolean => MAY[action].includes(state);

/**
 * The facts of a submission on which the next step depends. Instants are ISO 8601 in UTC, dates are Riga's.
 */
export interface Standing extends Rightful {
  /** Number of steps taken: a decision based on an older number must be made again. */
  readonly version: number;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  /** The decision on a suspicion of spam; null while there is none. */
  readonly spam: 'cleared' | 'confirmed' | null;
  readonly outcome: Outcome | null;
  readonly closedAt: string | null;
  readonly channel: Channel;
  /** Language of the pages it was filed on; letters about it use it. */
  readonly language: Language;
  /** Since when nothing of it may be destroyed (legal hold). */
  readonly heldSince: string | null;
  /** Since when something from the submitter is unread. */
  readonly unreadSince: string | null;
  /** Requested and not yet decided by the office. */
  readonly reviewRequestedAt: string | null;
  readonly erasureRequestedAt: string | null;
  readonly rated: boolean;
}

/** Whether a complaint was found to be justified. */
export const OUTCOMES = ['justified', 'partly', 'not'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a step is refused. */
export type Refusal =
  | 'withdraw-closed'
  | 'review-open'
  | 'review-pending'
  | 'rating-open'
  | 'erasure-pending'
  /** The available key opens nothing, so texts cannot be sealed. */
  | 'sealed';

const NOT_NOW: Readonly<Partial<Record<Action, Refusal>>> = {
  withdraw: 'withdraw-closed',
  review: 'review-open',
  rating: 'rating-open',
};

/** The reason why the step is refused in the present state, or null. */
export function refusalOf({ state, ...asked }: Standing, action: Action): Refusal | null {
  if (!allowed(state, action)) return NOT_NOW[action] ?? null;
  if (action === 'review' && asked.reviewRequestedAt) return 'review-pending';
  return action === 'erasure' && asked.erasureRequestedAt ? 'erasure-pending' : null;
}

// What the submitter may do with a submission, by its state: one table, asked by the page and again before anything is
// stored (design §6).
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
  // Words are never refused; what is owed to them depends on the state, and the page says so.
  message: ANY,
  // The executive director examines how it was handled (rule point 13); nothing was, where it was withdrawn.
  review: EXAMINED,
  rating: [...EXAMINED, 'withdrawn'],
  withdraw: OPEN,
  // Rights of the data subject (GDPR 15 and 17) do not hang on how far the office has come.
  copy: ANY,
  erasure: ANY,
};

export const allowed = (state: State, action: Action): boolean => MAY[action].includes(state);

/** Where a submission stands, as far as the next step depends on it. Instants are ISO 8601 in UTC, dates are Riga's. */
export interface Standing extends Rightful {
  /** How many steps have been taken on it: what was decided by an older count has to be decided anew. */
  readonly version: number;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  /** What came of a suspicion of spam; null while nobody has looked. */
  readonly spam: 'cleared' | 'confirmed' | null;
  readonly outcome: Outcome | null;
  readonly closedAt: string | null;
  readonly channel: Channel;
  /** Of the pages it was filed on; letters about it are written in it. */
  readonly language: Language;
  /** Since when nothing of it may be destroyed, whatever its term. */
  readonly heldSince: string | null;
  /** Since when something of the submitter's waits to be read by the office. */
  readonly unreadSince: string | null;
  /** Asked for and not yet decided by the office. */
  readonly reviewRequestedAt: string | null;
  readonly erasureRequestedAt: string | null;
  readonly rated: boolean;
}

/** Whether a complaint was found to be justified. */
export const OUTCOMES = ['justified', 'partly', 'not'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a step is not taken. */
export type Refusal =
  | 'withdraw-closed'
  | 'review-open'
  | 'review-pending'
  | 'rating-open'
  | 'erasure-pending'
  /** The key at hand opens nothing, so that words could not be sealed. */
  | 'sealed';

const NOT_NOW: Readonly<Partial<Record<Action, Refusal>>> = {
  withdraw: 'withdraw-closed',
  review: 'review-open',
  rating: 'rating-open',
};

/** Whether the step can be taken where the submission stands: null, or the reason why not. */
export function refusalOf({ state, ...asked }: Standing, action: Action): Refusal | null {
  if (!allowed(state, action)) return NOT_NOW[action] ?? null;
  if (action === 'review' && asked.reviewRequestedAt) return 'review-pending';
  return action === 'erasure' && asked.erasureRequestedAt ? 'erasure-pending' : null;
}

// Erasing at a person's own wish: only what no law keeps (GDPR 17(3)), and only after the wish was granted in an answer.
import type { SubmissionEvent } from '../submission.ts';
import { type KeptCase, pausesOf } from './retention.ts';

export type WishRefusal = 'open' | 'hold' | 'unread' | 'review' | 'undecided' | 'not-granted';

/** Whether the last answer to a request to erase granted it. */
export const isGranted = (events: readonly Pick<SubmissionEvent, 'kind' | 'detail'>[]): boolean =>
  events.findLast(({ kind }) => kind === 'erasure-answered')?.detail['ground'] === 'granted';

/** Why a case is not erased at the person's wish; null where nothing stands in the way. */
export function wishRefusal(of: KeptCase, granted: boolean): WishRefusal | null {
  const [pause] = pausesOf(of);
  if (pause) return pause === 'erasure' ? 'undecided' : pause;
  return granted ? null : 'not-granted';
}

/** A Riga date a request on paper may have come on: there is such a day, and it is not to come. */
export function paperDate(typed: string, today: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed) || typed > today) return null;
  const at = new Date(`${typed}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed ? null : typed;
}

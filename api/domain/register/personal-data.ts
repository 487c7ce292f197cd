// Erasure at a person's request: only what no law keeps (GDPR 17(3)), and only after an answer granted it.
import type { SubmissionEvent } from '../submission.ts';
import { type KeptCase, pausesOf } from './retention.ts';

export type WishRefusal = 'open' | 'hold' | 'unread' | 'review' | 'undecided' | 'not-granted';

/** True when the last answer to an erasure request granted it. */
export const isGranted = (events: readonly Pick<SubmissionEvent, 'kind' | 'detail'>[]): boolean =>
  events.findLast(({ kind }) => kind === 'erasure-answered')?.detail['ground'] === 'granted';

/** Why a case is not erased at the person's request; null when nothing prevents it. */
export function wishRefusal(of: KeptCase, granted: boolean): WishRefusal | null {
  const [pause] = pausesOf(of);
  if (pause) return pause === 'erasure' ? 'undecided' : pause;
  return granted ? null : 'not-granted';
}

/** The Riga date on which a paper request came; null when there is no such day or it is in the future. */
export function paperDate(typed: string, today: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed) || typed > today) return null;
  const at = new Date(`${typed}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== typed ? null : typed;
}

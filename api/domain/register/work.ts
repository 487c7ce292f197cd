// The worklist's parts and rows.
import type { SubmissionSummary } from '../submission.ts';

/** Which part of the register is asked for. */
export const WORK_VIEWS = [
  'open',
  'overdue',
  'soon',
  'mine',
  'unassigned',
  'unread',
  'review',
  'erasure',
  'unsent',
  'spam',
  'whistleblower',
  'closed',
] as const;
export type WorkView = (typeof WORK_VIEWS)[number];

export interface WorkRow extends SubmissionSummary {
  readonly assignee: string | null;
  readonly service: string | null;
  readonly spam: 'cleared' | 'confirmed' | null;
  readonly unreadSince: string | null;
  readonly reviewRequestedAt: string | null;
  readonly erasureRequestedAt: string | null;
  readonly closedAt: string | null;
}

/** A part's cases are counted up to here; this many means that many or more. */
export const COUNTED = 100;

// The views and rows of the worklist.
import type { SubmissionSummary } from '../submission.ts';

/** The requested view. */
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

/** Cases of a view are counted up to this number, which means that many or more. */
export const COUNTED = 100;

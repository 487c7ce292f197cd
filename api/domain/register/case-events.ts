// The kinds of case events, and which of them the submitter sees: internal events would reveal who works
// there.
import { STATES } from '../submission.ts';

/** Shown to the submitter; every state's name is one as well. */
const TOLD: ReadonlySet<string> = new Set([
  ...STATES,
  'erased',
  'information-received',
  'message-received',
  'message-sent',
  'document-added',
  'letter-sent',
  'due-changed',
  'due-extended',
  'review-requested',
  'review-declined',
  'erasure-requested',
  'erasure-answered',
  'rated',
  'rating-changed',
  'rectified',
  'copy-given',
]);

export const isTold = ({ kind }: { readonly kind: string }): boolean => TOLD.has(kind);

/** Known only to staff. */
const INNER_EVENTS = [
  'viewed',
  'assigned',
  'released',
  'noted-inside',
  'draft-saved',
  'read',
  'conflict-noted',
  'conflict-lifted',
  'spam-cleared',
  'spam-confirmed',
  'whistleblower-marked',
  'whistleblower-unmarked',
  'linked',
  'unlinked',
  'classified',
  'redacted',
  'published',
  'unpublished',
  'hold-set',
  'hold-lifted',
  'printed',
  'exported',
  'file-opened',
] as const;
export type InnerEvent = (typeof INNER_EVENTS)[number];

// A submission with its whole history, as the register stores it and as the holder of its key reads it.
import type { Primitives } from './crypto/primitives.ts';
import type { Standing } from './follow-up.ts';
import { type Message, openMessage, type SealedMessage } from './messages.ts';
import { openRating, type Rating, type SealedRating } from './rating.ts';
import { type Content, openContent, type Submission, type SubmissionEvent } from './submission.ts';

export interface StoredCase {
  readonly submission: Submission;
  /** In chain order. */
  readonly events: readonly SubmissionEvent[];
  readonly standing: Standing;
  /** Oldest first. */
  readonly messages: readonly SealedMessage[];
  readonly rating: SealedRating | null;
}

export interface Case extends Omit<StoredCase, 'messages' | 'rating'> {
  /**
   * Null when the available key opens nothing: the row is from a version without encryption, or was altered.
   */
  readonly contentKey: Uint8Array | null;
  readonly content: Content | null;
  readonly messages: readonly Message[];
  readonly rating: Rating | null;
}

/** Opens a case with its content key; without one, only the unencrypted parts are available. */
export async function openCase(
  primitives: Primitives,
  { submission, events, standing, messages, rating }: StoredCase,
  contentKey: Uint8Array | null,
): Promise<Case> {
  return {
    submission,
    events,
    standing,
    contentKey,
    content: contentKey && (await openContent(primitives, contentKey, submission)),
    messages: await Promise.all(messages.map(message => openMessage(primitives, contentKey, message))),
    rating: rating && (await openRating(primitives, contentKey, submission.reference, rating)),
  };
}

// How a submitter rates the handling: satisfaction (CSAT) and effort (CES), 1 to 5, and a comment that only
// the office reads.
import { openJson, sealJson } from './crypto/content-key.ts';
import { place } from './crypto/place.ts';
import type { Primitives } from './crypto/primitives.ts';

interface Scores {
  /** 1 not at all … 5 fully. */
  readonly satisfaction: number;
  /** 1 very hard … 5 very easy; null when it was not answered. */
  readonly effort: number | null;
}

/** A rating as stored in the database: scores unencrypted for the figures, the comment sealed. */
export interface SealedRating extends Scores {
  /**
   * When it was first given, ISO 8601; unchanged by later edits, so that the number of ratings in a period is
   * stable.
   */
  readonly givenAt: string;
  readonly comment: Uint8Array | null;
}

export interface Rating extends Scores {
  readonly givenAt: string;
  /** Null when there is none or it does not open. */
  readonly comment: string | null;
}

const commentPlace = (reference: string): Uint8Array => place('ratings', 'comment', reference);

export const sealComment = (
  primitives: Primitives,
  contentKey: Uint8Array,
  reference: string,
  comment: string,
) => sealJson(primitives, contentKey, comment, commentPlace(reference));

/** The rating, opened with the content key. */
export async function openRating(
  primitives: Primitives,
  contentKey: Uint8Array | null,
  reference: string,
  { comment, ...scores }: SealedRating,
): Promise<Rating> {
  const opened =
    comment && contentKey
      ? await openJson<string>(primitives, contentKey, comment, commentPlace(reference))
      : null;
  return { ...scores, comment: opened };
}

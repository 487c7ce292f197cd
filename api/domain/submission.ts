// A submission as the register stores it: kinds, states, unencrypted and sealed parts.
import type { Kind } from '../../src/contract/kinds.ts';
import { openJson, type WrappedKey } from './crypto/content-key.ts';
import { place } from './crypto/place.ts';
import type { Primitives } from './crypto/primitives.ts';
import type { Channel } from './register/channels.ts';

export const STATES = [
  'received',
  'in-review',
  'needs-information',
  'answered',
  'noted',
  'forwarded',
  'unexamined',
  'withdrawn',
  'reopened',
] as const;
export type State = (typeof STATES)[number];

/** Nothing more is owed; only reopening leads out. */
export const CLOSED: ReadonlySet<State> = new Set([
  'answered',
  'noted',
  'forwarded',
  'unexamined',
  'withdrawn',
]);

/** The person's content, checked by the form: field name to value. */
export type Content = Readonly<Record<string, unknown>>;

/** The data of a list row. Instants are ISO 8601 in UTC, dates are Riga's. */
interface Summary {
  readonly reference: string;
  readonly kind: Kind;
  readonly receivedAt: string;
  /** Null when no reply is owed or the calendar does not reach that far. */
  readonly dueOn: string | null;
  /** Spam suspicions as codes; empty for most. A suspect is stored and shown, never dropped. */
  readonly suspicions: readonly string[];
}

/** A submission ready to be stored. */
export interface NewSubmission extends Summary, WrappedKey {
  /** How the due date was counted, sentence by sentence. */
  readonly dueExplanation: readonly string[];
  /** Service id and rule points, for figures; they reveal nothing about the person. */
  readonly service: string | null;
  readonly rulePoints: readonly string[];
  /** How it came in, when not by the site. */
  readonly channel?: Channel;
  /** The person's content, sealed under the content key. */
  readonly content: Uint8Array;
  /**
   * Keyed hash of key and content: distinguishes a repeated send from another text. Null for rows of an older
   * version.
   */
  readonly contentDigest: Uint8Array | null;
  readonly idempotencyHash: Uint8Array;
  readonly codeHash: Uint8Array;
  /** The signed text of the receipt. */
  readonly receipt: string;
}

/** A stored submission. */
export interface Submission extends NewSubmission {
  readonly state: State;
}

export interface SubmissionEvent {
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface SubmissionSummary extends Summary {
  readonly id: number;
  readonly state: State;
}

/** The place of a submission's content. */
export const contentPlace = (reference: string): Uint8Array => place('submissions', 'content', reference);

/** The person's content, opened with the content key; null when it does not open. */
export const openContent = (
  primitives: Primitives,
  contentKey: Uint8Array,
  { reference, content }: Pick<NewSubmission, 'reference' | 'content'>,
): Promise<Content | null> => openJson<Content>(primitives, contentKey, content, contentPlace(reference));

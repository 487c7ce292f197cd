// A submission as the register keeps it: kinds, states, what lies open and what lies sealed.
import { openJson, type WrappedKey } from './crypto/content-key.ts';
import { place } from './crypto/place.ts';
import type { Primitives } from './crypto/primitives.ts';
import type { Channel } from './register/channels.ts';

export const KINDS = ['complaint', 'suggestion', 'gratitude', 'question', 'site'] as const;
export type Kind = (typeof KINDS)[number];

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

/** Gratitude and notes about the site ask for no answer (Iesniegumu likums 5(4)); the rest has the law's deadline. */
export const owesReply = (kind: Kind): boolean =>
  kind === 'complaint' || kind === 'suggestion' || kind === 'question';

/** Nothing more is owed; only a reopening leads out. */
export const CLOSED: ReadonlySet<State> = new Set([
  'answered',
  'noted',
  'forwarded',
  'unexamined',
  'withdrawn',
]);

/** What the person wrote, as checked by the form: field name to value. */
export type Content = Readonly<Record<string, unknown>>;

/** What a list shows. Instants are ISO 8601 in UTC, dates are Riga's. */
interface Summary {
  readonly reference: string;
  readonly kind: Kind;
  readonly receivedAt: string;
  /** Null when no reply is owed or the calendar does not reach that far. */
  readonly dueOn: string | null;
  /** Why it may be spam, as code words; empty for most. A suspect is kept and shown, never dropped. */
  readonly suspicions: readonly string[];
}

/** A submission ready to be stored. */
export interface NewSubmission extends Summary, WrappedKey {
  /** How the due date came about, sentence by sentence. */
  readonly dueExplanation: readonly string[];
  /** Service id and rule points, for figures; they say nothing about the person. */
  readonly service: string | null;
  readonly rulePoints: readonly string[];
  /** How it came in, where not by the site. */
  readonly channel?: Channel;
  /** What the person wrote, sealed under the content key. */
  readonly content: Uint8Array;
  /** Keyed hash of key and content: tells a repeated send from another text. Null after it was taken over from an older version. */
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

/** Where a submission's content lies. */
export const contentPlace = (reference: string): Uint8Array => place('submissions', 'content', reference);

/** What the person wrote, for whoever holds the content key; null when it does not open. */
export const openContent = (
  primitives: Primitives,
  contentKey: Uint8Array,
  { reference, content }: Pick<NewSubmission, 'reference' | 'content'>,
): Promise<Content | null> => openJson<Content>(primitives, contentKey, content, contentPlace(reference));

// A submission as the register keeps it: kinds, states, and what the law calls each of them.

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

/** What the person wrote, as checked by the form: field name to value. */
export type Content = Readonly<Record<string, unknown>>;

/** A submission ready to be stored. Instants are ISO 8601 in UTC, dates are Riga's. */
export interface NewSubmission {
  readonly reference: string;
  readonly kind: Kind;
  readonly receivedAt: string;
  /** Null when no reply is owed or the calendar does not reach that far. */
  readonly dueOn: string | null;
  /** How the due date came about, sentence by sentence. */
  readonly dueExplanation: readonly string[];
  readonly content: Content;
  readonly contentDigest: Uint8Array;
  readonly idempotencyHash: Uint8Array;
  readonly codeHash: Uint8Array;
  /** The signed text of the receipt. */
  readonly receipt: string;
}

/** A stored submission. */
export interface Submission extends NewSubmission {
  readonly id: number;
  readonly state: State;
}

export interface SubmissionEvent {
  readonly at: string;
  readonly kind: string;
}

export interface SubmissionSummary {
  readonly id: number;
  readonly reference: string;
  readonly kind: Kind;
  readonly state: State;
  readonly receivedAt: string;
  readonly dueOn: string | null;
}

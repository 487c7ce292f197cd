// One step on a submission: decided by its state in the same turn in which it is stored, and stored as a
// whole.
import type { NewEvent } from './chain.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';
import type { Due } from './due.ts';
import { type Action, type Refusal, refusalOf, type Standing } from './follow-up.ts';
import { idempotencyHashOf, toInstant } from './intake.ts';
import type { Keyring } from './keyring.ts';
import { type MessageKind, type SealedMessage, sealMessage } from './messages.ts';
import { type SealedRating, sealComment } from './rating.ts';
import type { Dispatch } from './register/dispatch.ts';
import type { SealedNote } from './register/notes.ts';
import type { Publication } from './register/publications.ts';
import type { State } from './submission.ts';

/** The changes of a step. Events contain no text and no names: the chain outlives erased data. */
export interface Effects {
  readonly events: readonly NewEvent[];
  readonly state?: State;
  readonly message?: SealedMessage;
  readonly rating?: SealedRating;
  readonly marks?: Partial<Pick<Standing, 'unreadSince' | 'reviewRequestedAt' | 'erasureRequestedAt'>>;
  /** Facts that only the office changes. */
  readonly set?: Partial<
    Pick<Standing, 'assignee' | 'spam' | 'handling' | 'outcome' | 'closedAt' | 'heldSince'>
  > & {
    readonly service?: string | null;
    readonly rulePoints?: readonly string[];
    /** The person's content, sealed again: corrected, or with a part made unreadable. */
    readonly content?: Uint8Array;
  };
  readonly due?: Due;
  /** Dispatch of a reply sent by hand. */
  readonly dispatch?: Dispatch;
  readonly notes?: readonly SealedNote[];
  /** Text published about it. */
  readonly publication?: Publication;
  /** Earlier messages, sealed again with other text. */
  readonly rewritten?: readonly { readonly id: string; readonly body: Uint8Array }[];
  /** The same for notes among staff. */
  readonly rewrittenNotes?: Effects['rewritten'];
  readonly links?: readonly { readonly other: string; readonly kind: 'duplicate' | 'joint' | 'related' }[];
  /** References whose link to it is removed. */
  readonly unlinked?: readonly string[];
  /** Whom the case is, or may be, about: person ids or directory entries. */
  readonly conflicts?: readonly { readonly who: string; readonly why: ConflictReason }[];
}

/**
 * By name in the text, by a post that only one person holds, or declared by staff; `lifted`: found not to
 * apply.
 */
export type ConflictReason = 'named' | 'post' | 'declared' | 'lifted';

/** A step ready to be taken, once per idempotency hash. `Reason` says why it may be refused. */
export interface Step<Reason extends string = Refusal> {
  readonly reference: string;
  readonly idempotencyHash: Uint8Array;
  readonly contentDigest: Uint8Array;
  decide(standing: Standing): Awaitable<Effects | { readonly refused: Reason }>;
}

/** The submitter's request, checked by the form. */
export interface Wish {
  readonly action: Action;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly idempotencyKey: string;
}

export interface StepTools {
  readonly keyring: Keyring;
  readonly primitives: Primitives;
}

interface Context extends StepTools {
  readonly reference: string;
  readonly contentKey: Uint8Array | null;
  readonly at: string;
  readonly data: Wish['data'];
  readonly standing: Standing;
}

const SEALED = { refused: 'sealed' } as const;
type Decided = Effects | { readonly refused: Refusal };

const event = ({ reference, at }: Context, kind: string, detail: NewEvent['detail'] = {}): NewEvent => ({
  reference,
  at,
  kind,
  actor: 'submitter',
  detail,
});

const unread = ({ standing, at }: Context) => ({ unreadSince: standing.unreadSince ?? at });
const textOf = ({ data }: Context, name: string): string =>
  typeof data[name] === 'string' ? data[name] : '';

/** The text of a step, sealed; the event that records it refers to it by id. */
async function withWords(context: Context, kind: MessageKind, name: string): Promise<Decided> {
  const { primitives, contentKey, at } = context;
  if (!contentKey) return SEALED;
  const words = { author: 'submitter', kind, text: textOf(context, 'text'), at } as const;
  const message = await sealMessage(primitives, contentKey, words);
  const { attachments } = context.data;
  const files = Array.isArray(attachments) ? attachments.length : 0;
  const detail = { message: message.id, ...(files > 0 ? { files } : {}) };
  return { message, events: [event(context, name, detail)], marks: unread(context) };
}

/** When the office has asked something, this is the answer, and the examination continues. */
async function message(context: Context): Promise<Decided> {
  if (context.standing.state !== 'needs-information')
    return withWords(context, 'message', 'message-received');
  const said = await withWords(context, 'information', 'information-received');
  if ('refused' in said) return said;
  return { ...said, state: 'in-review', events: [...said.events, event(context, 'in-review')] };
}

async function review(context: Context): Promise<Decided> {
  const said = await withWords(context, 'review', 'review-requested');
  if ('refused' in said) return said;
  return { ...said, marks: { ...said.marks, reviewRequestedAt: context.at } };
}

async function erasure(context: Context): Promise<Decided> {
  const bare = { events: [event(context, 'erasure-requested')], marks: unread(context) };
  const said = textOf(context, 'text') ? await withWords(context, 'erasure', 'erasure-requested') : bare;
  if ('refused' in said) return said;
  return { ...said, marks: { ...said.marks, erasureRequestedAt: context.at } };
}

async function rating(context: Context): Promise<Decided> {
  const { primitives, contentKey, reference, data, at, standing } = context;
  const comment = textOf(context, 'comment');
  if (comment && !contentKey) return SEALED;
  const scores = {
    satisfaction: Number(data['satisfaction']),
    effort: data['effort'] === undefined ? null : Number(data['effort']),
  };
  return {
    events: [event(context, standing.rated ? 'rating-changed' : 'rated', scores)],
    rating: {
      givenAt: at,
      ...scores,
      comment: comment && contentKey ? await sealComment(primitives, contentKey, reference, comment) : null,
    },
  };
}

const DECIDE: Readonly<Record<Action, (context: Context) => Awaitable<Decided>>> = {
  message,
  review,
  rating,
  erasure,
  withdraw: context => ({
    events: [event(context, 'withdrawn')],
    state: 'withdrawn',
    set: { closedAt: context.at },
    marks: unread(context),
  }),
  copy: context => ({ events: [event(context, 'copy-given')] }),
};

/** Prepares a submitter's step. The key is valid for this submission and this action only. */
export async function prepareStep(
  tools: StepTools,
  of: { readonly reference: string; readonly contentKey: Uint8Array | null },
  { action, data, at, idempotencyKey }: Wish,
): Promise<Step> {
  const { reference, contentKey } = of;
  return {
    reference,
    idempotencyHash: await idempotencyHashOf(tools.keyring, `${reference} ${action} ${idempotencyKey}`),
    // Keyed by the person's key as well, so that the server's secret alone does not allow guessing texts.
    contentDigest: await tools.keyring.mac(
      'content',
      `${idempotencyKey}\n${action}\n${JSON.stringify(data)}`,
    ),
    async decide(standing) {
      const refused = refusalOf(standing, action);
      if (refused) return { refused };
      return DECIDE[action]({ ...tools, reference, contentKey, at: toInstant(at), data, standing });
    },
  };
}

// One step on a submission: decided by where it stands in the very turn it is stored, and stored as a whole.
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

/** What a step changes. Events hold no words and no names: the chain outlives what is erased. */
export interface Effects {
  readonly events: readonly NewEvent[];
  readonly state?: State;
  readonly message?: SealedMessage;
  readonly rating?: SealedRating;
  readonly marks?: Partial<Pick<Standing, 'unreadSince' | 'reviewRequestedAt' | 'erasureRequestedAt'>>;
  /** What only the office changes. */
  readonly set?: Partial<
    Pick<Standing, 'assignee' | 'spam' | 'handling' | 'outcome' | 'closedAt' | 'heldSince'>
  > & {
    readonly service?: string | null;
    readonly rulePoints?: readonly string[];
    /** What the person wrote, sealed anew: corrected, or with a part made unreadable. */
    readonly content?: Uint8Array;
  };
  readonly due?: Due;
  /** Of the reply that is sent by hand. */
  readonly dispatch?: Dispatch;
  readonly notes?: readonly SealedNote[];
  /** What everybody may read of it from now on. */
  readonly publication?: Publication;
  /** Messages that were there before, sealed with other words. */
  readonly rewritten?: readonly { readonly id: string; readonly body: Uint8Array }[];
  /** The same of notes among staff. */
  readonly rewrittenNotes?: Effects['rewritten'];
  readonly links?: readonly { readonly other: string; readonly kind: 'duplicate' | 'joint' | 'related' }[];
  /** References that shall no longer hang together with it. */
  readonly unlinked?: readonly string[];
  /** Whom the case is, or may be, about: person ids or directory entries. */
  readonly conflicts?: readonly { readonly who: string; readonly why: ConflictReason }[];
}

/** By name in what was written, by the post that only one person holds, or said by staff; `lifted`: found not to be. */
export type ConflictReason = 'named' | 'post' | 'declared' | 'lifted';

/** A step ready to be taken, once per idempotency hash. `Reason` says why it may not be. */
export interface Step<Reason extends string = Refusal> {
  readonly reference: string;
  readonly idempotencyHash: Uint8Array;
  readonly contentDigest: Uint8Array;
  decide(standing: Standing): Awaitable<Effects | { readonly refused: Reason }>;
}

/** What the submitter wants, as checked by the form. */
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

/** The words of a step, sealed; the event that records it names them by their id. */
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

/** To a question of the office it is the answer: the examination goes on. */
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

/** Prepares a submitter's step. The key counts for this submission and this action alone. */
export async function prepareStep(
  tools: StepTools,
  of: { readonly reference: string; readonly contentKey: Uint8Array | null },
  { action, data, at, idempotencyKey }: Wish,
): Promise<Step> {
  const { reference, contentKey } = of;
  return {
    reference,
    idempotencyHash: await idempotencyHashOf(tools.keyring, `${reference} ${action} ${idempotencyKey}`),
    // Keyed by the person's key as well: who holds our secret but not the key can't try out texts.
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

// One step of the office on a case: rights and state are checked in the same turn that stores it; a decision
// based on an older version of the case is refused.
import { type EventDetail, type NewEvent, staffActor } from '../chain.ts';
import { sealJson } from '../crypto/content-key.ts';
import type { Awaitable } from '../crypto/primitives.ts';
import type { Standing } from '../follow-up.ts';
import { idempotencyHashOf, toInstant } from '../intake.ts';
import { type Message, type MessageKind, rewriteMessage, sealMessage } from '../messages.ts';
import type { Effects, Step, StepTools } from '../step.ts';
import { type Content, contentPlace } from '../submission.ts';
import { type Note, type NoteKind, rewriteNote, sealNote } from './notes.ts';
import type { Person } from './people.ts';
import { type CaseAction, type Denial, denialOf } from './rights.ts';

/** Why a step of the office is refused. */
export type OfficeRefusal =
  | Denial
  /** Somebody took a step after the page was made. */
  | 'moved-on'
  /** The available key opens nothing, so texts cannot be sealed. */
  | 'sealed'
  /** The policy offers no such term, or it was extended before. */
  | 'no-extension'
  /** The calendar does not reach that far. */
  | 'year-missing'
  /** The term has passed: a late case stays late. */
  | 'too-late'
  /** The policy's term ends no later than the present one. */
  | 'not-longer'
  /** The law requires reasons or a ground, and there are none. */
  | 'no-reasons'
  /** The chosen person may not work on it. */
  | 'not-for-them'
  /** No such case, or none that they may see. */
  | 'no-such-case'
  /** The passage does not occur in it. */
  | 'no-such-passage'
  /** Nothing would change. */
  | 'nothing-changed'
  /** There is no request to decide. */
  | 'nothing-asked'
  /** Something of it is already published. */
  | 'published'
  /** No reply of the case is sent by hand. */
  | 'nothing-to-send'
  /** Nothing from the submitter is unread. */
  | 'nothing-unread';

export interface OfficeWish {
  readonly person: Person;
  readonly action: CaseAction;
  /** The number of steps that the page showed. */
  readonly version: number;
  /** Checked by the action's form. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly idempotencyKey: string;
}

type OfficeDecision = Effects | { readonly refused: OfficeRefusal };

/** The input of an action's decision, and its means. */
export interface OfficeContext {
  readonly reference: string;
  /** Seals changed content; null when the available key opens nothing. */
  content(changed: Content): Promise<Uint8Array | null>;
  readonly person: Person;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  readonly data: OfficeWish['data'];
  readonly standing: Standing;
  /** An event in the person's name. Its detail contains only codes and ids. */
  event(kind: string, detail?: EventDetail): NewEvent;
  /**
   * A message of the case with other text, sealed in its place; null when the available key opens nothing.
   */
  rewrite(message: Message, text: string): Promise<{ readonly id: string; readonly body: Uint8Array } | null>;
  /** The same for a note. */
  rewriteNote(note: Note, text: string): Promise<{ readonly id: string; readonly body: Uint8Array } | null>;
  /** The text, sealed; null when the available key opens nothing. */
  message(kind: MessageKind, text: string): Promise<NonNullable<Effects['message']> | null>;
  /**
   * What the submitter brought or sent in another way, in their name; the event says who added it to the
   * case.
   */
  heard(kind: MessageKind, text: string): Promise<NonNullable<Effects['message']> | null>;
  /** A note among staff. `uploads`: tokens of the files of a draft. */
  note(
    kind: NoteKind,
    text: string,
    uploads?: readonly string[],
  ): Promise<NonNullable<Effects['notes']>[number] | null>;
}

export type DecideAction = (context: OfficeContext) => Awaitable<OfficeDecision>;

/** Number of files of the step, for its event: their names are only stored sealed. */
export function filesIn({ data }: Pick<OfficeContext, 'data'>): EventDetail {
  const files = data['attachments'];
  return Array.isArray(files) && files.length > 0 ? { files: files.length } : {};
}

/** Text of a field; empty when it was left empty. */
export const textOf = ({ data }: Pick<OfficeContext, 'data'>, name: string): string =>
  typeof data[name] === 'string' ? data[name] : '';

function contextOf(
  { primitives }: StepTools,
  { reference, contentKey }: { readonly reference: string; readonly contentKey: Uint8Array | null },
  { person, data, at: now }: OfficeWish,
  standing: Standing,
): OfficeContext {
  const at = toInstant(now);
  return {
    reference,
    person,
    at,
    data,
    standing,
    event: (kind, detail = {}) => ({ reference, at, kind, actor: staffActor(person.id), detail }),
    content: async changed =>
      contentKey && sealJson(primitives, contentKey, changed, contentPlace(reference)),
    rewrite: async (message, text) =>
      contentKey && { id: message.id, body: await rewriteMessage(primitives, contentKey, message, text) },
    rewriteNote: async (note, text) =>
      contentKey && { id: note.id, body: await rewriteNote(primitives, contentKey, note, text) },
    message: async (kind, text) =>
      contentKey && sealMessage(primitives, contentKey, { author: 'office', kind, text, at }),
    heard: async (kind, text) =>
      contentKey && sealMessage(primitives, contentKey, { author: 'submitter', kind, text, at }),
    note: async (kind, text, uploads = []) =>
      contentKey && sealNote(primitives, contentKey, { person: person.id, kind, text, at, uploads }),
  };
}

/** The first of these actions assigns an unassigned case to the person. */
const WORK: ReadonlySet<CaseAction> = new Set([
  'ask',
  'extend',
  'forward',
  'answer',
  'take-note',
  'leave-unexamined',
]);

function owned(effects: Effects, { standing, person, event }: OfficeContext, action: CaseAction): Effects {
  if (!WORK.has(action) || standing.assignee !== null) return effects;
  return {
    ...effects,
    events: [event('assigned', { to: person.id }), ...effects.events],
    set: { ...effects.set, assignee: person.id },
  };
}

/** Prepares a step of the office. The key is valid for this case and this action only. */
export async function prepareOfficeStep(
  tools: StepTools,
  of: { readonly reference: string; readonly contentKey: Uint8Array | null },
  wish: OfficeWish,
  decide: DecideAction,
): Promise<Step<OfficeRefusal>> {
  const { action, person, version, data, idempotencyKey } = wish;
  const { keyring } = tools;
  return {
    reference: of.reference,
    idempotencyHash: await idempotencyHashOf(
      keyring,
      `office ${of.reference} ${action} ${person.id} ${idempotencyKey}`,
    ),
    contentDigest: await keyring.mac('content', `${idempotencyKey}\n${action}\n${JSON.stringify(data)}`),
    async decide(standing) {
      const denied = denialOf(person, action, standing);
      if (denied) return { refused: denied };
      if (standing.version !== version) return { refused: 'moved-on' };
      const context = contextOf(tools, of, wish, standing);
      const decided = await decide(context);
      return 'refused' in decided ? decided : owned(decided, context, action);
    },
  };
}

// One step of the office on a case: whose right it is and where the case stands are looked at in the very turn that
// stores it; what was decided by an older view of the case is refused.
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

/** Why a step of the office is not taken. */
export type OfficeRefusal =
  | Denial
  /** Somebody took a step since the page was made. */
  | 'moved-on'
  /** The key at hand opens nothing, so that words could not be sealed. */
  | 'sealed'
  /** The policy offers no such term, or it was extended before. */
  | 'no-extension'
  /** The calendar does not reach that far. */
  | 'year-missing'
  /** The term has passed: what is late stays late. */
  | 'too-late'
  /** What the policy offers ends no later than the present term. */
  | 'not-longer'
  /** The law asks for reasons or a ground, and there are none. */
  | 'no-reasons'
  /** Whom it shall go to may not work on it. */
  | 'not-for-them'
  /** No such case, or none that they may see. */
  | 'no-such-case'
  /** The passage stands nowhere in it. */
  | 'no-such-passage'
  /** Everything is as it was. */
  | 'nothing-changed'
  /** There is nothing to decide: no request waits. */
  | 'nothing-asked'
  /** Something of it is published already. */
  | 'published'
  /** No reply of the case is sent by hand. */
  | 'nothing-to-send'
  /** Nothing of the submitter's waits to be read. */
  | 'nothing-unread';

export interface OfficeWish {
  readonly person: Person;
  readonly action: CaseAction;
  /** The count of steps that the page showed. */
  readonly version: number;
  /** As checked by the action's form. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly idempotencyKey: string;
}

type OfficeDecision = Effects | { readonly refused: OfficeRefusal };

/** What an action decides by, and its means to do so. */
export interface OfficeContext {
  readonly reference: string;
  /** Seals anew what the person wrote; null where the key at hand opens nothing. */
  content(changed: Content): Promise<Uint8Array | null>;
  readonly person: Person;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  readonly data: OfficeWish['data'];
  readonly standing: Standing;
  /** An event in the person's name. Its detail holds codes and ids only. */
  event(kind: string, detail?: EventDetail): NewEvent;
  /** A message of the case with other words, sealed in its place; null where the key at hand opens nothing. */
  rewrite(message: Message, text: string): Promise<{ readonly id: string; readonly body: Uint8Array } | null>;
  /** The same of a note. */
  rewriteNote(note: Note, text: string): Promise<{ readonly id: string; readonly body: Uint8Array } | null>;
  /** The words, sealed; null where the key at hand opens nothing. */
  message(kind: MessageKind, text: string): Promise<NonNullable<Effects['message']> | null>;
  /** What the submitter brought or sent in another way, in their name; the event tells who put it to the case. */
  heard(kind: MessageKind, text: string): Promise<NonNullable<Effects['message']> | null>;
  /** Words among staff. `uploads`: tokens of the files that go with a draft. */
  note(
    kind: NoteKind,
    text: string,
    uploads?: readonly string[],
  ): Promise<NonNullable<Effects['notes']>[number] | null>;
}

export type DecideAction = (context: OfficeContext) => Awaitable<OfficeDecision>;

/** How many files come with the step, for its event: their names stand nowhere but sealed. */
export function filesIn({ data }: Pick<OfficeContext, 'data'>): EventDetail {
  const files = data['attachments'];
  return Array.isArray(files) && files.length > 0 ? { files: files.length } : {};
}

/** Text of a field; empty where it was left so. */
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

/** A case that is nobody's becomes theirs with the first work on it. */
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

/** Prepares a step of the office. The key counts for this case and this action alone. */
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

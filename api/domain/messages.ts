// Messages between submitter and office, sealed under the submission's key like the submission itself.

import { hex } from './crypto/bytes.ts';
import { openJson, sealJson } from './crypto/content-key.ts';
import { place } from './crypto/place.ts';
import type { Primitives } from './crypto/primitives.ts';

export type Author = 'submitter' | 'office';

/** The kinds that each side sends. An unknown kind is shown as a plain message. */
const MESSAGE_KINDS = {
  /** `document`: arrived in another way and was added to the case by staff. */
  submitter: ['message', 'information', 'review', 'erasure', 'document'],
  office: ['message', 'information-request', 'answer'],
} as const satisfies Record<Author, readonly string[]>;
export type MessageKind = (typeof MESSAGE_KINDS)[Author][number];

interface Envelope {
  /** Hexadecimal, 16 random bytes; the message's name in the event that records it. */
  readonly id: string;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  readonly author: Author;
  readonly kind: MessageKind;
}

/** A message as stored in the database. */
export interface SealedMessage extends Envelope {
  readonly body: Uint8Array;
}

export interface Message extends Envelope {
  /** Null when it does not open: another key, or it was altered. */
  readonly text: string | null;
}

/**
 * Author and kind are sealed too, so that write access to the database is not enough to put words into the
 * office's mouth.
 */
interface Body {
  readonly author: Author;
  readonly kind: MessageKind;
  readonly text: string;
}

const ID_BYTES = 16;
const bodyPlace = (id: string): Uint8Array => place('messages', 'body', id);

/** A new message, ready to be stored. */
export async function sealMessage(
  primitives: Primitives,
  contentKey: Uint8Array,
  { at, author, kind, text }: Body & { readonly at: string },
): Promise<SealedMessage> {
  const id = hex(primitives.random(ID_BYTES));
  const body = await sealJson(primitives, contentKey, { author, kind, text } satisfies Body, bodyPlace(id));
  return { id, at, author, kind, body };
}

/** The body of a message with other text: author, kind and place stay. */
export const rewriteMessage = (
  primitives: Primitives,
  contentKey: Uint8Array,
  { id, author, kind }: Pick<Message, 'id' | 'author' | 'kind'>,
  text: string,
) => sealJson(primitives, contentKey, { author, kind, text } satisfies Body, bodyPlace(id));

/** The message, opened with the content key. */
export async function openMessage(
  primitives: Primitives,
  contentKey: Uint8Array | null,
  { body, ...envelope }: SealedMessage,
): Promise<Message> {
  const opened = contentKey && (await openJson<Body>(primitives, contentKey, body, bodyPlace(envelope.id)));
  const genuine = opened && opened.author === envelope.author && opened.kind === envelope.kind;
  return { ...envelope, text: genuine ? opened.text : null };
}

/** The office's latest answer. After reopening it is the earlier one until a new one is given. */
export const answerIn = (messages: readonly Message[]): Message | undefined =>
  messages.findLast(({ author, kind }) => author === 'office' && kind === 'answer');

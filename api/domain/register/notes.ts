// Notes among staff about a case, sealed under its key like everything else written in it.
import { hex } from '../crypto/bytes.ts';
import { openJson, sealJson } from '../crypto/content-key.ts';
import { place } from '../crypto/place.ts';
import type { Primitives } from '../crypto/primitives.ts';

const NOTE_KINDS = [
  'note',
  /** A draft answer prepared for another person; the latest counts. */
  'draft',
  /** What was changed because of the case. */
  'change',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

interface Envelope {
  /** Hexadecimal, 16 random bytes. */
  readonly id: string;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
  /** Id of the person who wrote it. */
  readonly person: string;
  readonly kind: NoteKind;
}

/** A note as stored in the database. */
export interface SealedNote extends Envelope {
  readonly body: Uint8Array;
}

export interface Note extends Envelope {
  /** Null when it does not open: another key, or it was altered. */
  readonly text: string | null;
  /** Tokens of the files of a draft: the answer form attaches them. */
  readonly uploads: readonly string[];
}

/**
 * Author and kind are sealed too, so that a change in the database cannot attribute a text to another person.
 */
interface Body {
  readonly person: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly uploads?: readonly string[];
}

const ID_BYTES = 16;
const bodyPlace = (id: string): Uint8Array => place('notes', 'body', id);

const sealBody = (primitives: Primitives, contentKey: Uint8Array, id: string, body: Body) => {
  const { person, kind, text, uploads = [] } = body;
  const words: Body = { person, kind, text, ...(uploads.length > 0 ? { uploads } : {}) };
  return sealJson(primitives, contentKey, words, bodyPlace(id));
};

/** A new note, ready to be stored. */
export async function sealNote(
  primitives: Primitives,
  contentKey: Uint8Array,
  { at, ...body }: Body & { readonly at: string },
): Promise<SealedNote> {
  const id = hex(primitives.random(ID_BYTES));
  const { person, kind } = body;
  return { id, at, person, kind, body: await sealBody(primitives, contentKey, id, body) };
}

/** The body of a note with other text: author, kind, files and place stay. */
export const rewriteNote = (
  primitives: Primitives,
  contentKey: Uint8Array,
  { id, ...body }: Pick<Note, 'id' | 'person' | 'kind' | 'uploads'>,
  text: string,
) => sealBody(primitives, contentKey, id, { ...body, text });

/** The note, opened with the content key. */
export async function openNote(
  primitives: Primitives,
  contentKey: Uint8Array | null,
  { body, ...envelope }: SealedNote,
): Promise<Note> {
  const opened = contentKey && (await openJson<Body>(primitives, contentKey, body, bodyPlace(envelope.id)));
  const genuine = opened && opened.person === envelope.person && opened.kind === envelope.kind;
  return {
    ...envelope,
    text: genuine ? opened.text : null,
    uploads: genuine ? (opened.uploads ?? []) : [],
  };
}

// How much a request's body may hold. All limits are checked while the body is read, before anything is made of it.

/** Bytes. Ten thousand characters, percent-encoded, with every other field full, stay under half of it. */
export const MAX_BODY = 512 * 1024;

/** Bytes of a form with files that are read at all; what is too much of them is skipped, so that the words come back. */
export const MAX_FORM_WITH_FILES = 64 * 1024 * 1024;

/** Bytes. A receipt has a few hundred. */
export const MAX_TEXT_FILE = 16 * 1024;

/**
 * Values of all fields together, in JSON those within lists and objects too. The longest form of the register offers a
 * checkbox for each passage of a text of 5000 characters.
 */
export const MAX_VALUES = 2000;

/** Characters of a field's name. Ids of survey questions are the longest: `question.row`. */
export const MAX_NAME = 200;

/** Levels of lists and objects in JSON. A field is a text or a list of texts. */
export const MAX_DEPTH = 8;

/** Why a body is refused. */
export type BodyRefusal =
  | 'too-large'
  | 'type'
  | 'unreadable'
  | 'too-many-values'
  | 'too-deep'
  | 'name-too-long';

/** Thrown where a body is refused: `app.ts` answers with the problem of that name. */
export class BodyRefused extends Error {
  override name = 'BodyRefused';
  readonly reason: BodyRefusal;
  constructor(reason: BodyRefusal) {
    super(reason);
    this.reason = reason;
  }
}

// A form sent by a page of the register, in which a name may occur several times, such as checkboxes.
import { fieldsOfBody } from '../read-body.ts';
import type { RegisterContext } from './env.ts';

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** All texts of a name; the first of them, or an empty string. */
export interface SentTexts {
  readonly all: (name: string) => readonly string[];
  readonly first: (name: string) => string;
}

/**
 * Reads the body.
 *
 * @throws {BodyRefused} for one that can't be read.
 */
export async function sentTexts(c: RegisterContext): Promise<SentTexts> {
  const sent = await fieldsOfBody(c.req.raw);
  const all = (name: string) => textsOf(sent[name]);
  return { all, first: name => all(name)[0] ?? '' };
}

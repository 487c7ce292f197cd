// What a page of the register sent, where a name may come several times: boxes that are ticked.
import { fieldsOfBody } from '../read-body.ts';
import type { RegisterContext } from './env.ts';

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** All texts of a name, and the first of them or an empty one. */
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

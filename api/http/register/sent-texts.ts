// What a page of the register sent, where a name may come several times: boxes that are ticked.
import { readBody } from '../read-body.ts';
import type { RegisterContext } from './env.ts';

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** All texts of a name, and the first of them or an empty one. */
export interface SentTexts {
  readonly all: (name: string) => readonly string[];
  readonly first: (name: string) => string;
}

/** Reads the body; one that can't be read holds nothing. */
export async function sentTexts(c: RegisterContext): Promise<SentTexts> {
  const body = await readBody(c.req.raw);
  const sent = body.ok ? body.payload : {};
  const all = (name: string) => textsOf(sent[name]);
  return { all, first: name => all(name)[0] ?? '' };
}

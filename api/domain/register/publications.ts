// “You said, we did”: the result of a case, worded by staff so that nobody can be recognised.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { Kind } from '../../../src/contract/kinds.ts';
import { folded, nameStem } from '../search-words.ts';
import type { Content } from '../submission.ts';

export interface Publication {
  /** Random; it does not identify the case. */
  readonly id: string;
  /** Riga date. */
  readonly publishedOn: string;
  readonly kind: Kind;
  readonly rulePoints: readonly string[];
  readonly said: string;
  readonly changed: string;
}

/** Something in a text that identifies a person: whose it is, and where. */
export interface Telltale {
  readonly what: 'submitter' | 'staff' | 'email' | 'phone' | 'address';
  /** As it occurs in the text. */
  readonly found: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const WORD = /[\p{L}\p{M}]+/gu;
const stem = (word: string): string => nameStem(folded(word));
const stemsOf = (name: string): string[] =>
  (name.match(WORD) ?? []).filter(word => word.length > 2).map(stem);
/** Begins where a word begins: tried at each letter of a long word it would take quadratic time. */
const ADDRESS = /(?<![^\s@<>])[^\s@<>]+@[^\s@<>]+/g;
const digits = (value: string): string => value.replaceAll(/\D/g, '');
/** The last eight digits are a Latvian number, with or without the country code. */
const NUMBER_LENGTH = 8;

/** Possible endings of a Latvian name after its stem, in any case and number; without diacritics. */
const ENDING = /^(s|is|us|as|es|os|a|e|i|u|o|am|im|um|em|ai|ei|iem)?$/;

/** Words that are a case form of one of the stems. */
const named = (words: readonly string[], stems: ReadonlySet<string>, what: Telltale['what']): Telltale[] =>
  words
    .filter(word => {
      const plain = folded(word);
      return [...stems].some(one => plain.startsWith(one) && ENDING.test(plain.slice(one.length)));
    })
    .map(found => ({ what, found }));

function contacts(published: string, content: Content): Telltale[] {
  const own = digits(text(content['phone'])).slice(-NUMBER_LENGTH);
  const numbers = (published.match(/\+?\d[\d\s().-]{5,}\d/g) ?? []).filter(
    number => digits(number).length >= NUMBER_LENGTH || (own !== '' && digits(number).endsWith(own)),
  );
  return [
    ...(published.match(ADDRESS) ?? []).map(found => ({ what: 'email', found }) as const),
    ...numbers.map(found => ({ what: 'phone', found }) as const),
  ];
}

/**
 * What must not be published: the submitter's own name and address, names of the staff directory, any e-mail
 * address and any phone number. A name counts in every case and spelling, even when it is another person's;
 * staff must reword it.
 */
export function telltales(
  published: string,
  content: Content | null,
  directory: readonly Pick<DirectoryEntry, 'name'>[],
): Telltale[] {
  const words = published.match(WORD) ?? [];
  const capitals = words.filter(word => /^\p{Lu}/u.test(word));
  const submitter = new Set(stemsOf(text(content?.['name'])));
  // An address contains common words (“iela”): only its capitalised words identify it.
  const address = new Set(
    (text(content?.['address']).match(WORD) ?? [])
      .filter(word => /^\p{Lu}/u.test(word) && word.length > 2)
      .map(stem),
  );
  const staff = new Set(directory.flatMap(({ name }) => stemsOf(name)));
  const found = [
    ...named(words, submitter, 'submitter'),
    ...named(capitals, staff, 'staff'),
    ...named(capitals, address, 'address'),
    ...contacts(published, content ?? {}),
  ];
  const seen = new Set<string>();
  return found.filter(({ found: word }) => !seen.has(word) && seen.add(word));
}

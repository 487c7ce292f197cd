// The words by which a person is found: name, e-mail and phone in a form that matches any spelling. Pure.
import { normalise } from './normalise.ts';
import type { Content } from './submission.ts';

/**
 * A word to search for or to be found by, with its type: `name berzin`, `email anna@kac.example`, `local
 * anna`, `phone 29123456`.
 */
export type SearchWord = `${'name' | 'email' | 'local' | 'phone'} ${string}`;

/** Letters that Unicode does not decompose into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * One spelling for all: compatible forms unified, lower case, without diacritics and invisible characters.
 */
export const folded = (text: string): string =>
  normalise(text, 'NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, letter => LETTERS[letter] ?? letter);

/** From the first of the vowels on: tried at each vowel of a long row it would take quadratic time. */
const ENDING = /(?:(?<![aeiou])[aeiou]+s?|s)$/u;

/**
 * A name without its ending, which in Latvian depends on gender and case: Bērziņš is found as Bērziņa,
 * Ivanovs as Ivanova. A false match is only skipped; a missed one stays hidden.
 */
export function nameStem(word: string): string {
  const short = word.replace(ENDING, '');
  return short.length >= 2 ? short : word;
}

const namesIn = (text: string): SearchWord[] =>
  (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(word => `name ${nameStem(word)}` as const);

/** Digits with common separators, not part of a word. */
const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s().\-–]{4,}\d(?![\p{L}\p{N}])/gu;
const SHORTEST_PHONE = 6;
/** A Latvian number without the country code. */
const PHONE_DIGITS = 8;

function phonesIn(text: string): SearchWord[] {
  const numbers = (folded(text).match(PHONE) ?? []).flatMap(found => {
    const runs = found.match(/\d+/g) ?? [];
    // Two numbers separated only by a space are found by either.
    return [runs.join(''), ...runs.filter(run => run.length >= PHONE_DIGITS)];
  });
  return numbers
    .filter(digits => digits.length >= SHORTEST_PHONE)
    .map(digits => `phone ${digits.slice(-PHONE_DIGITS)}` as const);
}

/** Begins where a word begins, for the same reason as `ENDING`. */
const ADDRESS = /(?<![^\s,;<>])[^\s,;<>]+@[^\s,;<>]+/gu;

const emailsIn = (text: string): SearchWord[] =>
  (folded(text).match(ADDRESS) ?? []).flatMap((address): SearchWord[] => [
    `email ${address}`,
    `local ${address.slice(0, address.lastIndexOf('@'))}`,
  ]);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The words by which a submission's sender is found, each once. */
export function wordsOf({ name, email, phone }: Content): SearchWord[] {
  return [...new Set([...namesIn(textOf(name)), ...emailsIn(textOf(email)), ...phonesIn(textOf(phone))])];
}

/** One part of a query: matches when any of its words does. */
export type Term = readonly SearchWord[];

/** More words than any name has. */
const MOST_TERMS = 20;

/**
 * A search query as terms that must all match: names by word, e-mail addresses whole or up to the @, phone
 * numbers in any spacing. Empty when there is nothing to search by.
 */
export function termsOf(query: string): Term[] {
  const text = folded(query);
  const addresses = emailsIn(text).filter(word => word.startsWith('email '));
  const withoutAddresses = text.replaceAll(ADDRESS, ' ');
  const phones = [...new Set(phonesIn(withoutAddresses))];
  const rest = withoutAddresses
    .replaceAll(PHONE, found => (phonesIn(found).length > 0 ? ' ' : found))
    // A mail domain alone identifies nobody.
    .replaceAll(/(?<!\S)@\S*/gu, ' ');
  const names = rest.split(/[\s,;<>]+/u).flatMap((word): Term[] => {
    const local = word.replace(/@$/, '');
    return namesIn(word).map(name => [name, `local ${local}`]);
  });
  return [...addresses.map(word => [word]), ...phones.map(word => [word]), ...names].slice(0, MOST_TERMS);
}

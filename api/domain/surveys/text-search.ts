// Searches survey texts by the beginnings of words, ignoring case and diacritics. Pure.
import { folded } from '../search-words.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** More words than anybody searches for at once. */
const MOST_TERMS = 10;

/** A text prepared for search: about a byte per letter, kept only in memory. */
export const searchable = (text: string): string =>
  (folded(text).match(WORD) ?? []).map(word => ` ${word}`).join('');

/** The query as beginnings of words that must all occur; empty when there is nothing to search for. */
export const searchTerms = (query: string): string[] =>
  [...new Set((folded(query).match(WORD) ?? []).map(word => ` ${word}`))].slice(0, MOST_TERMS);

/** True when a text from `searchable` contains words with these beginnings. */
export const fits = (text: string, terms: readonly string[]): boolean =>
  terms.every(term => text.includes(term));

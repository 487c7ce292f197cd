// Looking for words in what people wrote: whatever their case and marks, by how words begin. Pure.
import { folded } from '../search-words.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** More words than anybody looks for at once. */
const MOST_TERMS = 10;

/** A text as it is searched: about a byte a letter, and nothing of it is kept besides. */
export const searchable = (text: string): string =>
  (folded(text).match(WORD) ?? []).map(word => ` ${word}`).join('');

/** What was typed, as beginnings of words that must all be there; empty where there is nothing to look for. */
export const searchTerms = (query: string): string[] =>
  [...new Set((folded(query).match(WORD) ?? []).map(word => ` ${word}`))].slice(0, MOST_TERMS);

/** Whether a text, as `searchable` gives it, holds words that begin so. */
export const fits = (text: string, terms: readonly string[]): boolean =>
  terms.every(term => text.includes(term));

// Passages of a text that may identify a person: suggestions for the person who clears it. Pure.
import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import { nameFinder } from './name-forms.ts';

const PASSAGE_KINDS = [
  /** A name of the staff directory, in any Latvian case. */
  'staff',
  /** A post held by one person. */
  'post',
  'email',
  'phone',
  'code',
  'account',
  'address',
  /** A capital letter within a sentence: a name, or a place. */
  'capital',
] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export interface Passage {
  readonly what: PassageKind;
  /** As it occurs in the text. */
  readonly found: string;
  /** Its start index. */
  readonly at: number;
  /** True when it is almost certainly identifying; others are shown but not preselected. */
  readonly sure: boolean;
}

type Directory = readonly Pick<DirectoryEntry, 'name' | 'post' | 'onlyOne'>[];

const matches = (text: string, pattern: RegExp, what: PassageKind, sure: boolean): Passage[] =>
  [...text.matchAll(pattern)].map(match => ({ what, found: match[0].trimEnd(), at: match.index, sure }));

const EMAIL_RUN = /[^\s,;<>()“”„"]+/gu;
/** What stands behind the last letter or digit: a full stop that ends the sentence. */
const TAIL = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}]*$/u;

/** Looked for by runs of characters and not by one pattern, which takes cubic time on a run of @. */
const emails = (text: string): Passage[] =>
  [...text.matchAll(EMAIL_RUN)].flatMap(({ 0: run, index: at }) => {
    const found = TAIL.test(run) ? run.replace(TAIL, '') : '';
    return found.indexOf('@', 1) < 0 ? [] : [{ what: 'email', found, at, sure: true }];
  });

const CODE = /(?<![\p{L}\p{N}])\d{6}[\s-]?\d{5}(?![\p{L}\p{N}])/gu;
const ACCOUNT = /(?<![\p{L}\p{N}])LV\d{2}(?:\s?[A-Z0-9]{4}){4}\s?[A-Z0-9](?![\p{L}\p{N}])/giu;
/** Eight digits as spoken in Latvia, with or without the country code. */
const PHONE =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)[\s-]?\d[\d\s()–-]{6,16}\d|[2-9](?:[\s-]?\d){7})(?![\p{L}\p{N}])/gu;
/** Eight digits that are a date: 2026-11-24, 24-11-2026. */
const DAY = /^(?:(?:19|20)\d\d[\s-]\d\d[\s-]\d\d|\d\d[\s-]\d\d[\s-](?:19|20)\d\d)$/;

const STREET =
  'iel(?:a|as|ai|u|ā)|gatv(?:e|es|ei|i|ē)|prospekt(?:s|a|am|u|ā)|bulvār(?:is|a|im|i|ī)|aleja(?:s|i|u)?|alejā|laukum(?:s|a|am|u|ā)|šosej(?:a|as|ai|u|ā)|līnij(?:a|as|u|ā)';
/** A word of a street's name, or its abbreviation: “Kr. Valdemāra”. A longer one with a full stop ends a sentence. */
const STREET_WORD = '\\p{Lu}(?:\\p{L}{0,2}\\.[ \\u00a0]?|\\p{L}+[ \\u00a0])';
const ADDRESS = new RegExp(
  `(?<!\\p{L})(?:${STREET_WORD}){1,5}(?:${STREET})(?![\\p{L}])(?:,?[ \\u00a0]*\\d+[\\p{L}]?(?:[ \\u00a0]?[-–/][ \\u00a0]?\\d+)?(?:,?[ \\u00a0]*dz\\.?[ \\u00a0]*\\d+)?)?|(?<![\\p{L}\\p{N}])LV[ -]?\\d{4}(?!\\d)`,
  'gu',
);
/** The name of a farm is an address: “Kalnāji”. */
const FARM = /[“„"«]\p{Lu}[\p{L} -]{1,40}[”“"»]/gu;

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
const startsCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Polite forms with a capital letter, and abbreviations, which identify nobody. */
const POLITE = /^(?:j[ūu]s(?:u|ējais|ējā)?|jums|jūsos|jūsējo|tu|tevi?|tevī|tavs?|tava[smi]?)$/iu;
const isAbbreviation = (word: string): boolean => /^\p{Lu}+$/u.test(word) && word.length > 1;

/** True when a word starts a sentence, so that its capital letter means nothing. */
const beginsSentence = (before: string): boolean => /(?:^|[.!?…:\n]|[-–•*][ \t])[\s“”„"«»()]*$/u.test(before);

/** A word that may be a name, or part of one. */
interface Candidate {
  readonly at: number;
  readonly found: string;
  readonly what: 'staff' | 'capital';
  readonly sure: boolean;
}

/**
 * Names of staff, and capital letters that do not start a sentence; adjacent ones are one passage: name and
 * surname.
 */
function names(text: string, directory: Directory): Passage[] {
  const isName = nameFinder(directory.map(({ name }) => name));
  const candidates = [...text.matchAll(WORD)].flatMap((match): Candidate[] => {
    const { 0: found, index: at } = match;
    const sure = startsCapital(found);
    if (isName(found) || (sure && found.split('-').some(isName))) return [{ at, found, what: 'staff', sure }];
    return isOddCapital(text, at, found) ? [{ at, found, what: 'capital', sure: false }] : [];
  });
  return joined(candidates, text);
}

/** A capital letter that is required neither by the start of a sentence nor by politeness. */
function isOddCapital(text: string, at: number, word: string): boolean {
  if (!startsCapital(word) || word.length < 2 || POLITE.test(word) || isAbbreviation(word)) return false;
  return !beginsSentence(text.slice(Math.max(0, at - 40), at));
}

/** Joins candidates separated only by spaces; the result is staff and certain when one of them is. */
function joined(candidates: readonly Candidate[], text: string): Passage[] {
  const all: Candidate[] = [];
  for (const one of candidates) {
    const last = all.at(-1);
    const end = last ? last.at + last.found.length : 0;
    if (last && /^[ \u00a0]+$/.test(text.slice(end, one.at)))
      all[all.length - 1] = {
        at: last.at,
        found: text.slice(last.at, one.at + one.found.length),
        what: last.what === 'staff' ? 'staff' : one.what,
        sure: last.sure || one.sure,
      };
    else all.push(one);
  }
  return all;
}

function posts(text: string, directory: Directory): Passage[] {
  const held = directory.filter(({ onlyOne }) => onlyOne);
  const words = [...text.matchAll(WORD)];
  return held.flatMap(({ post }) => {
    const isPost = nameFinder([post]);
    const size = (post.match(WORD) ?? []).length;
    return words.flatMap((first, i) => {
      const run = words.slice(i, i + size);
      const last = run.at(-1);
      if (run.length < size || !last || !run.every(([word]) => isPost(word))) return [];
      const found = text.slice(first.index, last.index + last[0].length);
      return [{ what: 'post' as const, found, at: first.index, sure: false }];
    });
  });
}

/**
 * Passages that may identify somebody, in the order of the text, not nested. `directory`: names and posts of
 * staff. A person decides: not everything found is a name, and not every name is found.
 */
export function suggestedPassages(text: string, directory: Directory): Passage[] {
  const all = [
    ...emails(text),
    ...matches(text, ACCOUNT, 'account', true),
    ...matches(text, CODE, 'code', true),
    ...matches(text, PHONE, 'phone', true).filter(({ found }) => !DAY.test(found)),
    ...matches(text, ADDRESS, 'address', true),
    ...matches(text, FARM, 'address', false),
    ...names(text, directory),
    ...posts(text, directory),
  ];
  // Compared with each other they would take quadratic time.
  const covered = new Uint8Array(text.length);
  const kept = all.filter(({ at, found }) => {
    const end = at + found.length;
    if (covered.subarray(at, end).includes(1)) return false;
    covered.fill(1, at, end);
    return true;
  });
  return kept.toSorted((a, b) => a.at - b.at);
}

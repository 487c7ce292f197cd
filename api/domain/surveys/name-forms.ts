// Case forms of Latvian names: which words of a text may be a form of a name in the staff directory. Pure.
import { folded } from '../search-words.ts';

/** Possible endings of a Latvian name after its stem, in any case and number; without diacritics. */
const ENDING = /^(s|is|us|as|es|os|a|e|i|u|o|am|im|um|em|ai|ei|iem)?$/;

/** The ending of a name as written in the directory. */
const NOMINATIVE = /(?:is|us|as|es|s|a|e|i|u|o)$/u;

/** Shorter words are not names but “un”, “to”, “es”. */
const SHORTEST = 3;

/** Consonants that change in the genitive and plural: Briedis, Brieža; Kurpis, Kurpja. Without diacritics. */
const SOFTENED: Readonly<Record<string, string>> = { d: 'z', t: 's', p: 'pj', b: 'bj', m: 'mj', v: 'vj' };
/** Names whose consonants change. */
const SOFT = /(?:is|us|e)$/u;

/** The stems of one word of a name, folded. */
function stemsOf(word: string): string[] {
  const plain = folded(word);
  const stem = plain.replace(NOMINATIVE, '');
  const softened = SOFT.test(plain) ? SOFTENED[stem.at(-1) ?? ''] : undefined;
  return softened ? [stem, `${stem.slice(0, -1)}${softened}`] : [stem];
}

const LETTERS = /[\p{L}\p{M}]+/gu;

/** Returns a function that tells whether a word may be a form of one of these names. */
export function nameFinder(names: readonly string[]): (word: string) => boolean {
  const stems = new Set(
    names
      .flatMap(name => name.match(LETTERS) ?? [])
      .filter(word => word.length >= SHORTEST)
      .flatMap(stemsOf),
  );
  return word => {
    const plain = folded(word);
    if (plain.length < SHORTEST) return false;
    // Tries every split of the word into stem and ending: a few set look-ups per word, for any size of
    // directory.
    for (let cut = plain.length; cut >= Math.max(2, plain.length - LONGEST_ENDING); cut--)
      if (stems.has(plain.slice(0, cut)) && ENDING.test(plain.slice(cut))) return true;
    return false;
  };
}

const LONGEST_ENDING = 3;

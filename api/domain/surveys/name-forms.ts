// Names in the cases of Latvian: which words of a text may be a form of a name in the staff directory. Pure.
import { folded } from '../search-words.ts';

/** What a Latvian name may end in behind its stem, in any case and number; without marks. */
const ENDING = /^(s|is|us|as|es|os|a|e|i|u|o|am|im|um|em|ai|ei|iem)?$/;

/** The ending of a name as it stands in the directory. */
const NOMINATIVE = /(?:is|us|as|es|s|a|e|i|u|o)$/u;

/** Shorter words are no name but “un”, “to”, “es”. */
const SHORTEST = 3;

/** Consonants that give way in the genitive and in the plural: Briedis, Brieža; Kurpis, Kurpja. Without marks. */
const SOFTENED: Readonly<Record<string, string>> = { d: 'z', t: 's', p: 'pj', b: 'bj', m: 'mj', v: 'vj' };
/** Names that soften. */
const SOFT = /(?:is|us|e)$/u;

/** The stems of one word of a name, folded. */
function stemsOf(word: string): string[] {
  const plain = folded(word);
  const stem = plain.replace(NOMINATIVE, '');
  const softened = SOFT.test(plain) ? SOFTENED[stem.at(-1) ?? ''] : undefined;
  return softened ? [stem, `${stem.slice(0, -1)}${softened}`] : [stem];
}

const LETTERS = /[\p{L}\p{M}]+/gu;

/** Says of a word whether it may be a form of one of these names. */
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
    // Every way to part the word into stem and ending: a few set look-ups a word, however long the directory.
    for (let cut = plain.length; cut >= Math.max(2, plain.length - LONGEST_ENDING); cut--)
      if (stems.has(plain.slice(0, cut)) && ENDING.test(plain.slice(cut))) return true;
    return false;
  };
}

const LONGEST_ENDING = 3;

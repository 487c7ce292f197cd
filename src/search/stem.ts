// Reduces a Latvian word to its compared form: without diacritics and ending. The same at build and in a
// query.

/**
 * Endings of nouns and adjectives without diacritics, longest first: the ending, the number of vowels that
 * the whole word must exceed, and whether the ending softens the consonant before it.
 */
const ENDINGS: readonly (readonly [ending: string, vowels: number, softens?: true])[] = [
  ['ajiem', 3],
  ['ajai', 3],
  ['ajam', 2],
  ['ajos', 2],
  ['ajas', 2],
  ['iem', 2, true],
  ['aja', 2],
  ['ais', 2],
  ['ai', 2],
  ['ei', 2],
  ['am', 1],
  ['em', 1],
  ['im', 1],
  ['um', 1],
  ['us', 1, true],
  ['as', 1],
  ['es', 1],
  ['os', 1, true],
  ['ij', 1],
  ['is', 1],
  ['ie', 1],
  ['u', 1, true],
  ['a', 1, true],
  ['i', 1, true],
  ['e', 1],
  ['o', 1],
  ['s', 0],
];

/** Words without meaning for search, in both languages; ignored unless the query has no others. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `un vai ar par ka kas kur ko kad kam no uz pie lai ir es man mani mans mana manu ja bet ari to ta tas sis si so pa pec
  lidz jums jus mums mes ne nav ka nu jau tad te tur
  the a an of for in on at with and or is are do does how what where when who which can my your our you i we it get need`.split(
    /\s+/,
  ),
);

/** Ordering many marks takes quadratic time; none of them is kept (see `api/domain/normalise.ts`). */
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Lower case without diacritics, as many people type. */
export const fold = (text: string): string =>
  text.replace(MANY_MARKS, '$1').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const WORD = /\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;

/** A word as written, and its folded forms. */
export interface Token {
  readonly written: string;
  readonly forms: readonly string[];
}

/**
 * The words of a text. Point numbers stay whole (`5.2.3`); a compound with a hyphen is one word and also its parts, so
 * that `e-adrese`, `eadrese` and `adrese` meet.
 */
export const tokensOf = (text: string): readonly Token[] =>
  (text.match(WORD) ?? []).map(written => {
    const word = fold(written);
    const parts = word.includes('-') ? word.split('-').filter(part => part.length > 1) : [];
    return { written, forms: [word.replaceAll('-', ''), ...parts].filter(form => form !== '') };
  });

/** The folded words of a text. */
export const wordsOf = (text: string): readonly string[] => tokensOf(text).flatMap(({ forms }) => forms);

/**
 * The stem of one folded word, after the light stemmer of K. Krēsliņš, “A stemming algorithm for Latvian”
 * (Loughborough University, 1996), as published with Apache Lucene. What is different here:
 * - diacritics go first, so that who types without them finds the same; that also undoes most softening (ņ, ļ, š, č)
 *   for free, and only the `j` after p, b, m, v remains to be taken off;
 * - a stem may be two letters long (`upe`, `ēka`), but a word of three letters keeps its `s` (`kas`);
 * - little words are kept apart (`.kas`), or `kase` would find every sentence with `kas` in it;
 * - agent nouns (`iedzīvotājs`) lose `āj`, which without diacritics looks like the ending of an adjective (`lielajā`).
 */
export function stem(word: string): string {
  if (STOP_WORDS.has(word)) return `.${word}`;
  if (/^[\d.]+$/.test(word)) return word;
  const vowels = word.match(/[aeiou]/g)?.length ?? 0;
  for (const [ending, least, softens] of ENDINGS) {
    const room = word.length - ending.length;
    if (vowels <= least || room < (ending === 's' ? 3 : 2) || !word.endsWith(ending)) continue;
    const rest = word.slice(0, room);
    return withoutAgent(softens ? rest.replace(/([pbmv])j$/, '$1') : rest);
  }
  return withoutAgent(word);
}

const withoutAgent = (rest: string): string => rest.replace(/^(\w{3,}t)aj$/, '$1');

/**
 * What a verb and the nouns made of it begin with: `deklarēt`, `deklarēšana` and `deklarācija` all with `deklar`.
 * Null when the folded word is neither.
 */
export function verbRoot(word: string): string | null {
  return (
    /^(\w{4,}?)[aeiou]?(?:t|ties)$/.exec(word)?.[1] ??
    /^(\w{4,}?)[aeiou]?(?:san|acij)$/.exec(stem(word))?.[1] ??
    null
  );
}

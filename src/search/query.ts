// What a person typed, taken apart: words, what else each of them may mean, and how much of it is searched.
import { STOP_WORDS, stem, tokensOf, verbRoot } from './stem.ts';
import type { Phrase, SynonymFinder } from './synonyms.ts';

/** Characters and words; what is longer is cut, and the page says so. */
export const MAX_QUERY = 200;
const MAX_WORDS = 12;

/** What a word typed counts against what stands for it. */
export const WEIGHTS = { stem: 1, typed: 0.7, synonym: 0.6, root: 0.3 } as const;

export interface QueryWord {
  /** As typed. */
  readonly written: string;
  /** Folded. */
  readonly typed: string;
  readonly stem: string;
  /** All that counts as this word being found, each a list of terms that must all be there. */
  readonly meanings: readonly Phrase[];
}

/** A single term to ask the index for. */
interface Term {
  readonly weight: number;
  /** Whether words that begin with it count. */
  readonly prefix: boolean;
}

export interface Query {
  /** Tidied, cut to `MAX_QUERY`. */
  readonly text: string;
  readonly cut: boolean;
  readonly words: readonly QueryWord[];
  readonly terms: ReadonlyMap<string, Term>;
  /** Synonyms of several words. */
  readonly phrases: readonly Phrase[];
}

/** Invisible signs come along with pasted text; a surrogate cut in half would not survive in an address. */
const clean = (typed: string): string =>
  typed
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();

/** Takes a query apart. Any text will do; one without words gives no words. `mistyped` are stems found nowhere as typed. */
export function readQuery(typed: string, synonymsOf: SynonymFinder, mistyped?: ReadonlySet<string>): Query {
  const text = clean(typed.slice(0, MAX_QUERY));
  const said = tokensOf(text)
    .flatMap(({ written, forms }) => forms.map(form => ({ written, typed: form, stem: stem(form) })))
    .map((word, at) => ({ ...word, at }));
  const synonyms = synonymsOf(
    said.map(word => word.stem),
    mistyped,
  );
  const telling = said.filter(word => !STOP_WORDS.has(word.typed));
  const words = (telling.length > 0 ? telling : said).slice(0, MAX_WORDS).map(({ at, ...word }) => {
    const others = synonyms.filter(({ from, to }) => from <= at && at < to).flatMap(found => found.others);
    return { ...word, meanings: [...ownTerms(word).map(([term]) => [term]), ...others] };
  });
  const others = [...new Set(synonyms.flatMap(found => found.others))];
  return {
    text,
    cut: typed.trim().length > MAX_QUERY,
    words,
    terms: heaviest([
      ...words.flatMap(ownTerms),
      ...others.filter(({ length }) => length === 1).map(synonymTerm),
    ]),
    phrases: others.filter(({ length }) => length > 1),
  };
}

type Weighted = readonly [term: string, Term];

/** The word's stem, the word as far as it is typed, and what its verb begins with. */
function ownTerms({ typed, stem }: Pick<QueryWord, 'typed' | 'stem'>): Weighted[] {
  const root = verbRoot(typed);
  return [
    // A short stem begins too much: `pase` would find `pašvaldība`.
    [stem, { weight: WEIGHTS.stem, prefix: stem.length > 4 || (stem === typed && stem.length > 2) }],
    ...(stem === typed ? [] : [[typed, { weight: WEIGHTS.typed, prefix: typed.length > 2 }] as const]),
    ...(root ? [[root, { weight: WEIGHTS.root, prefix: true }] as const] : []),
  ];
}

const synonymTerm = (phrase: Phrase): Weighted => [
  phrase[0] ?? '',
  { weight: WEIGHTS.synonym, prefix: false },
];

function heaviest(terms: readonly Weighted[]): Map<string, Term> {
  const found = new Map<string, Term>();
  for (const [name, term] of terms) if (term.weight > (found.get(name)?.weight ?? 0)) found.set(name, term);
  return found;
}

// Parses a query: its words, their possible meanings, and how much of it is searched.
import { STOP_WORDS, stem, tokensOf, verbRoot } from './stem.ts';
import type { Phrase, SynonymFinder } from './synonyms.ts';

/** Maximum characters and words; a longer query is cut, and the page says so. */
export const MAX_QUERY = 200;
const MAX_WORDS = 12;

/** Weight of a typed word compared with its substitutes. */
export const WEIGHTS = { stem: 1, typed: 0.7, synonym: 0.6, root: 0.3 } as const;

export interface QueryWord {
  /** As typed. */
  readonly written: string;
  /** Folded. */
  readonly typed: string;
  readonly stem: string;
  /** Everything that counts as a match of this word; each is a list of terms that must all match. */
  readonly meanings: readonly Phrase[];
}

/** A single term to ask the index for. */
interface Term {
  readonly weight: number;
  /** True when words starting with it match. */
  readonly prefix: boolean;
}

export interface Query {
  /** Normalised, cut to `MAX_QUERY`. */
  readonly text: string;
  readonly cut: boolean;
  readonly words: readonly QueryWord[];
  readonly terms: ReadonlyMap<string, Term>;
  /** Synonyms of several words. */
  readonly phrases: readonly Phrase[];
}

/** Pasted text contains invisible characters; a surrogate cut in half is not valid in an address. */
const clean = (typed: string): string =>
  typed
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();

/**
 * Parses a query. Any text is accepted; a text without words gives no words. `mistyped` are stems that were
 * not found as typed.
 */
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

/** The word's stem, the typed word as a prefix, and the root of its verb. */
function ownTerms({ typed, stem }: Pick<QueryWord, 'typed' | 'stem'>): Weighted[] {
  const root = verbRoot(typed);
  return [
    // A short stem is the prefix of too many words: `pase` would find `pašvaldība`.
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

// The search engine: MiniSearch over stems, ranked so that the thing itself stands above what merely mentions it.
// The same module answers in the API and in the browser.
import MiniSearch, { type Query as IndexQuery, type SearchResult } from 'minisearch';
import type { Kind, SearchData, SearchDocument } from './document.ts';
import { type Query, type QueryWord, readQuery, WEIGHTS } from './query.ts';
import { stem, wordsOf } from './stem.ts';
import { nearestWords, vocabularyOf } from './suggest.ts';
import { synonymFinder } from './synonyms.ts';

export interface Answer {
  /** What was searched: tidied, cut to 200 characters. */
  readonly query: string;
  readonly cut: boolean;
  /** Best first. */
  readonly hits: readonly SearchDocument[];
  /** Words found only as something similar, as typed. */
  readonly similar: readonly string[];
  /** Words found nowhere although others were, as typed. */
  readonly missing: readonly string[];
  /** Known words like the ones typed; only when nothing was found. */
  readonly nearest: readonly string[];
}

export type Search = (typed: string) => Answer;

const BOOST = { title: 9, keywords: 6, headings: 3, summary: 2, text: 1 } as const;
const BY_KIND: Readonly<Record<Kind, number>> = { service: 1.2, hours: 1.2, page: 1, staff: 0.8, rule: 0.6 };
/** What a document gains when the whole query is its title, or one of its keywords or headings. */
const NAMED = { title: 3, other: 1.5 } as const;
/** What scores less than this share of the best hit is noise. */
const LEAST_SHARE = 0.015;
/** Documents indexed at a time while a page is open: some ten milliseconds. */
const CHUNK = 20;
/** Typing errors forgiven, as a share of the word's length. */
const FUZZY = 0.2;

const isNumber = (term: string): boolean => /^[\d.]+$/.test(term);

type Index = MiniSearch<SearchDocument & { readonly id: number }>;

const emptyIndex = (): Index =>
  new MiniSearch({
    fields: Object.keys(BOOST),
    extractField: (document, field) => {
      const value = document[field as keyof typeof document];
      return typeof value === 'object' ? value.join('\n') : String(value);
    },
    // The text comes as stems already; a stem must not be stemmed again.
    tokenize: (text, field) => (field === 'text' ? text.split(' ') : [...wordsOf(text)]),
    processTerm: (term, field) => (field === 'text' ? term : stem(term)),
    searchOptions: {
      boost: BOOST,
      tokenize: text => text.split(' '),
      processTerm: term => term,
      weights: { prefix: 0.5, fuzzy: 0.4 },
      maxFuzzy: 2,
    },
  });

const numbered = (documents: readonly SearchDocument[]) =>
  documents.map((document, id) => ({ ...document, id }));

/** Everything the query may mean, as one question to the index; `loose` are the terms to be found with typing errors. */
function toIndexQuery({ terms, phrases }: Query, loose: ReadonlySet<string>): IndexQuery {
  const words: IndexQuery = {
    queries: [...terms.keys()],
    boostTerm: term => terms.get(term)?.weight ?? 1,
    prefix: term => terms.get(term)?.prefix ?? false,
    // Of four letters every one counts: one changed is often another word.
    fuzzy: term => (loose.has(term) && term.length > 4 && !isNumber(term) ? FUZZY : false),
  };
  const whole = phrases.map(
    (phrase): IndexQuery => ({
      combineWith: 'AND',
      queries: [...phrase],
      boostTerm: () => WEIGHTS.synonym,
    }),
  );
  return { combineWith: 'OR', queries: [words, ...whole] };
}

const nameKey = (stems: readonly string[]): string => stems.toSorted().join(' ');
const nameOf = (text: string): string => nameKey(wordsOf(text).map(stem));

/** Title, keywords and headings of a document, each as the stems of its words, with what a query equal to it gains. */
const namesOf = ({ title, keywords, headings }: SearchDocument): Map<string, number> =>
  new Map([
    ...[...keywords, ...headings].map(name => [nameOf(name), NAMED.other] as const),
    [nameOf(title), NAMED.title],
  ]);

const isFound = ({ meanings }: QueryWord, terms: readonly string[]): boolean =>
  meanings.some(meaning => meaning.every(term => terms.includes(term)));

const unfound = ({ words }: Query, results: readonly SearchResult[]): QueryWord[] =>
  words.filter(word => !results.some(({ queryTerms }) => isFound(word, queryTerms)));

type Source = Pick<SearchData, 'documents' | 'synonyms'>;

/** Prepares a search over the data: once, in about a millisecond a document. */
export function createSearch(source: Source): Search {
  const index = emptyIndex();
  index.addAll(numbered(source.documents));
  return searchIn(index, source);
}

/** The same in small steps, so that a page goes on answering to the keyboard meanwhile. */
export async function prepareSearch(source: Source): Promise<Search> {
  const index = emptyIndex();
  await index.addAllAsync(numbered(source.documents), { chunkSize: CHUNK });
  return searchIn(index, source);
}

function searchIn(index: Index, { documents, synonyms }: Source): Search {
  const synonymsOf = synonymFinder(synonyms);
  const names = documents.map(namesOf);
  const vocabulary = vocabularyOf(documents);

  /** MiniSearch multiplies by the number of terms found; synonyms would inflate that, so the share of words counts. */
  function rank(query: Query, results: readonly SearchResult[]): SearchDocument[] {
    const whole = nameKey(query.words.map(word => word.stem));
    const scored = results.map(({ id, score, queryTerms }) => {
      const share = query.words.filter(word => isFound(word, queryTerms)).length / query.words.length;
      const boost = BY_KIND[documents[id]?.kind ?? 'page'] * (names[id]?.get(whole) ?? 1);
      return { id: Number(id), score: (score / (queryTerms.length || 1)) * share ** 2 * boost };
    });
    scored.sort((a, b) => b.score - a.score || a.id - b.id);
    const least = (scored[0]?.score ?? 0) * LEAST_SHARE;
    return scored.filter(({ score }) => score > 0 && score >= least).flatMap(({ id }) => documents[id] ?? []);
  }

  return typed => {
    const query = readQuery(typed, synonymsOf);
    const strict = index.search(toIndexQuery(query, new Set()));
    const unknown = unfound(query, strict);
    const loose = new Set(unknown.flatMap(word => [word.stem, word.typed]));
    const results = unknown.length > 0 ? index.search(toIndexQuery(query, loose)) : strict;
    const missing = unfound(query, results);
    const hits = rank(query, results);
    const written = (words: readonly QueryWord[]) => [...new Set(words.map(word => word.written))];
    return {
      query: query.text,
      cut: query.cut,
      hits,
      similar: written(unknown.filter(word => !missing.includes(word))),
      missing: hits.length > 0 ? written(missing) : [],
      nearest: hits.length > 0 ? [] : nearestWords(query, vocabulary()),
    };
  };
}

// The search engine: MiniSearch over stems; exact first, with typing errors tolerated when nothing is found.
// Runs in the API and in the browser.
import MiniSearch, { type Query as IndexQuery, type SearchResult } from 'minisearch';
import type { SearchData, SearchDocument } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';
import { type Query, type QueryWord, readQuery, WEIGHTS } from './query.ts';
import { isFound, rankingOf } from './rank.ts';
import { stem, wordsOf } from './stem.ts';
import { nearestWords, vocabularyOf } from './suggest.ts';
import { synonymFinder } from './synonyms.ts';

export interface Answer {
  /** The normalised query, cut to 200 characters. */
  readonly query: string;
  readonly cut: boolean;
  /** Best first. */
  readonly hits: readonly SearchDocument[];
  /** Words, as typed, that matched only similar words. */
  readonly similar: readonly string[];
  /** Words, as typed, that were not found although others were. */
  readonly missing: readonly string[];
  /** Known words similar to the typed ones; only when nothing was found. */
  readonly nearest: readonly string[];
}

/** `lang` is the reader's language, whose pages rank first. Latvian by default. */
export type Search = (typed: string, lang?: Language) => Answer;

const BOOST = { title: 9, keywords: 6, headings: 3, summary: 2, text: 1 } as const;
/** Documents indexed at a time while a page is open: about ten milliseconds. */
const CHUNK = 20;
/** Tolerated typing errors as a share of the word's length. */
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
    // The text consists of stems already, which must not be stemmed again.
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

/** The whole query as one index query; `loose` are the terms that tolerate typing errors. */
function toIndexQuery({ terms, phrases }: Query, loose: ReadonlySet<string>): IndexQuery {
  const words: IndexQuery = {
    queries: [...terms.keys()],
    boostTerm: term => terms.get(term)?.weight ?? 1,
    prefix: term => terms.get(term)?.prefix ?? false,
    // In words of four letters no error is tolerated: one changed letter often gives another word.
    fuzzy: term => (loose.has(term) && term.length > 4 && !isNumber(term) ? FUZZY : false),
  };
  if (phrases.length === 0) return words;
  const whole = phrases.map(
    (phrase): IndexQuery => ({
      combineWith: 'AND',
      queries: [...phrase],
      boostTerm: () => WEIGHTS.synonym,
    }),
  );
  return { combineWith: 'OR', queries: [words, ...whole] };
}

const unfound = ({ words }: Query, results: readonly SearchResult[]): QueryWord[] =>
  words.filter(word => !results.some(({ queryTerms }) => isFound(word, queryTerms)));

type Source = Pick<SearchData, 'documents' | 'synonyms'>;

/** Prepares a search over the data, once; about a tenth of a millisecond per document. */
export function createSearch(source: Source): Search {
  const index = emptyIndex();
  index.addAll(numbered(source.documents));
  return searchIn(index, source);
}

/** The same in small steps, so that other work is not blocked. */
export async function prepareSearch(source: Source): Promise<Search> {
  const index = emptyIndex();
  await index.addAllAsync(numbered(source.documents), { chunkSize: CHUNK });
  return searchIn(index, source);
}

function searchIn(index: Index, { documents, synonyms }: Source): Search {
  const synonymsOf = synonymFinder(synonyms);
  const rank = rankingOf(documents);
  const vocabularies = { lv: vocabularyOf(documents, 'lv'), en: vocabularyOf(documents, 'en') };

  return (typed, lang = 'lv') => {
    const asTyped = readQuery(typed, synonymsOf);
    const strict = index.search(toIndexQuery(asTyped, new Set()));
    const unknown = unfound(asTyped, strict);
    const loose = new Set(unknown.flatMap(word => [word.stem, word.typed]));
    const isLoose = unknown.length > 0;
    const query = isLoose ? readQuery(typed, synonymsOf, loose) : asTyped;
    const results = isLoose ? index.search(toIndexQuery(query, loose)) : strict;
    const missing = unfound(query, results).map(word => word.written);
    const hits = rank(query, results, lang);
    const similar = unknown.map(word => word.written).filter(word => !missing.includes(word));
    return {
      query: query.text,
      cut: query.cut,
      hits,
      similar: [...new Set(similar)],
      missing: hits.length > 0 ? [...new Set(missing)] : [],
      nearest: hits.length > 0 ? [] : nearestWords(query, vocabularies[lang]()),
    };
  };
}

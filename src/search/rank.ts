// Order of results: the thing itself before pages that mention it, the reader's language before the other.
import type { SearchResult } from 'minisearch';
import type { SearchDocument, SearchKind } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';
import { languageOf } from './document.ts';
import type { Query, QueryWord } from './query.ts';
import { stem, wordsOf } from './stem.ts';

const BY_KIND: Readonly<Record<SearchKind, number>> = {
  service: 1.2,
  hours: 1.2,
  page: 1,
  staff: 0.8,
  rule: 0.6,
};
/** Bonus when the whole query is the title, or a keyword or heading. */
const NAMED = { title: 3, other: 1.5 } as const;
/** Factor for a page in the other language. */
const OTHER_LANGUAGE = 0.5;
/** Results with a lower share of the best score are noise. */
const LEAST_SHARE = 0.015;

const nameKey = (stems: readonly string[]): string => stems.toSorted().join(' ');
const nameOf = (text: string): string => nameKey(wordsOf(text).map(stem));

/** Title, keywords and headings of a document as stems, with their bonus. */
const namesOf = ({ title, keywords, headings }: SearchDocument): Map<string, number> =>
  new Map([
    ...[...keywords, ...headings].map(name => [nameOf(name), NAMED.other] as const),
    [nameOf(title), NAMED.title],
  ]);

/** True when a document with these matched terms contains the word, in any meaning. */
export const isFound = ({ meanings }: QueryWord, terms: readonly string[]): boolean =>
  meanings.some(meaning => meaning.every(term => terms.includes(term)));

/** For each document in both languages, the one in the reader's. */
function preferences(
  documents: readonly SearchDocument[],
  lang: Language,
): Map<SearchDocument, SearchDocument> {
  const byAddress = new Map(documents.map(document => [document.url, document]));
  return new Map(
    documents.flatMap((english): [SearchDocument, SearchDocument][] => {
      const latvian = byAddress.get(english.twin ?? '');
      if (!latvian) return [];
      return [lang === 'en' ? [latvian, english] : [english, latvian]];
    }),
  );
}

/** Orders the index results, best first. */
export type Ranking = (query: Query, results: readonly SearchResult[], lang: Language) => SearchDocument[];

/** Prepares the ranking; `id` of a result is the document's index in the list. */
export function rankingOf(documents: readonly SearchDocument[]): Ranking {
  const names = documents.map(namesOf);
  const preferred = { lv: preferences(documents, 'lv'), en: preferences(documents, 'en') };

  /** Of a page found in both languages only the reader's remains, at the better position. */
  function inOneLanguage(hits: readonly SearchDocument[], lang: Language): SearchDocument[] {
    const found = new Set(hits);
    const shown = hits.map(hit => {
      const other = preferred[lang].get(hit);
      return other && found.has(other) ? other : hit;
    });
    return [...new Set(shown)];
  }

  function weightOf(id: number, whole: string, lang: Language): number {
    const document = documents[id];
    if (!document) return 0;
    const language = languageOf(document) === lang ? 1 : OTHER_LANGUAGE;
    return BY_KIND[document.kind] * language * (names[id]?.get(whole) ?? 1);
  }

  return ({ words }, results, lang) => {
    const whole = nameKey(words.map(word => word.stem));
    const scored = results.map(({ id, score, queryTerms }) => {
      const share = words.filter(word => isFound(word, queryTerms)).length / words.length;
      // MiniSearch multiplies by the number of matched terms, which synonyms would inflate; the share of
      // words is used instead.
      const own = (score / (queryTerms.length || 1)) * share ** 2;
      return { id: Number(id), score: own * weightOf(id, whole, lang) };
    });
    scored.sort((a, b) => b.score - a.score || a.id - b.id);
    const least = (scored[0]?.score ?? 0) * LEAST_SHARE;
    const hits = scored.filter(({ score }) => score > 0 && score >= least);
    return inOneLanguage(
      hits.flatMap(({ id }) => documents[id] ?? []),
      lang,
    );
  };
}

// For a search without results: the words of titles and keywords that are most similar to the query.
import { distance } from 'fastest-levenshtein';
import type { SearchDocument } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';
import { languageOf } from './document.ts';
import type { Query } from './query.ts';
import { fold, STOP_WORDS, stem, tokensOf } from './stem.ts';

const MOST = 5;
const SHORTEST = 4;
/** How much of the longer word may differ; the search itself tolerates a fifth. */
const DIFFERENCE = 0.5;

/** Words by first letter, folded, with their spelling. */
export type Vocabulary = ReadonlyMap<string, readonly (readonly [folded: string, written: string])[]>;

/**
 * The words of a language: each stem once, spelled as in a keyword or else as in a title. Computed on first
 * use and cached.
 */
export function vocabularyOf(documents: readonly SearchDocument[], lang: Language): () => Vocabulary {
  let made: Vocabulary | undefined;
  return () => {
    made ??= Map.groupBy(knownWords(documents, lang), ([folded]) => folded[0] ?? '');
    return made;
  };
}

function knownWords(documents: readonly SearchDocument[], lang: Language): [string, string][] {
  const words = new Map<string, [string, string]>();
  const texts = documents
    .filter(
      document => languageOf(document) === lang && document.kind !== 'rule' && document.kind !== 'staff',
    )
    .flatMap(({ keywords, title }) => [...keywords, title]);
  for (const { written } of texts.flatMap(tokensOf)) {
    const folded = fold(written);
    if (folded.length < SHORTEST || STOP_WORDS.has(folded) || words.has(stem(folded))) continue;
    words.set(stem(folded), [folded, written.toLowerCase()]);
  }
  return [...words.values()];
}

/**
 * The known words most similar to the typed ones, best first; empty when nothing is similar. The first letter
 * must match, because a common beginning is a stronger sign than common letters elsewhere.
 */
export function nearestWords({ words }: Query, vocabulary: Vocabulary): readonly string[] {
  const rated = words.flatMap(({ typed }) =>
    (vocabulary.get(typed[0] ?? '') ?? []).flatMap(([folded, written]) => {
      const longer = Math.max(typed.length, folded.length);
      if (Math.abs(typed.length - folded.length) > longer * DIFFERENCE) return [];
      const share = distance(typed, folded) / longer;
      return share <= DIFFERENCE ? [{ written, share }] : [];
    }),
  );
  const sorted = rated.toSorted((a, b) => a.share - b.share).map(({ written }) => written);
  return [...new Set(sorted)].slice(0, MOST);
}

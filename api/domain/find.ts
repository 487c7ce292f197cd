// Looking people up by what they are found by.
import type { SearchTokens } from './search-tokens.ts';
import { termsOf } from './search-words.ts';

/** What a query asks the index for: of each term at least one token. Null when it holds nothing to search by. */
export async function tokensOf(
  tokens: SearchTokens,
  query: string,
): Promise<readonly (readonly Uint8Array[])[] | null> {
  const terms = termsOf(query);
  return terms.length === 0 ? null : Promise.all(terms.map(term => tokens.tokens(term)));
}

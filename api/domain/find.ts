// Finding people by name, e-mail or phone.
import type { SearchTokens } from './search-tokens.ts';
import { termsOf } from './search-words.ts';

/**
 * The index tokens of a query: of each term at least one must match. Null when it contains nothing to search
 * by.
 */
export async function tokensOf(
  tokens: SearchTokens,
  query: string,
): Promise<readonly (readonly Uint8Array[])[] | null> {
  const terms = termsOf(query);
  return terms.length === 0 ? null : Promise.all(terms.map(term => tokens.tokens(term)));
}

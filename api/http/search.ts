// The site search for the current data: its index is built once per site bundle.
import type { SearchData } from '../../src/contract/search.ts';
import { createSearch, prepareSearch, type Search } from '../../src/search/engine.ts';

const built = new WeakMap<SearchData, Search>();

/** The search over this data; the first call builds its index. */
export function searchOf(data: SearchData): Search {
  const known = built.get(data);
  if (known) return known;
  const search = createSearch(data);
  built.set(data, search);
  return search;
}

/** Builds the index in advance, in steps between which the server handles requests. */
export async function warmSearch(data: SearchData): Promise<void> {
  const search = await prepareSearch(data);
  if (!built.has(data)) built.set(data, search);
}

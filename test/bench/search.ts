// The search as used without scripts: the server's time for a page of results with 1,000 and with 10,000
// pages to search, compared with the same page without a query. Also what the browser must load to search by
// itself.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { createApp } from '../../api/app.ts';
import { createDeps } from '../../api/compose.ts';
import { unlimited } from '../../api/domain/limiter.ts';
import { searchOf } from '../../api/http/search.ts';
import { letOthersRun } from '../../api/node/let-others-run.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import type { SearchDocument } from '../../src/contract/search.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { pack } from '../../src/search/pack.ts';
import { stem, wordsOf } from '../../src/search/stem.ts';
import { syntheticServices } from '../search/synthetic.ts';
import { ratioLine } from './pairs.ts';

/** Words of running text per page, as in the shipped services. */
const WORDS_OF_TEXT = 120;
const TARGETS = [
  [1000, '≤ 2 ms'],
  [10_000, '≤ 10 ms'],
] as const;

/** Services with running text made of words from each other's summaries. */
function pagesOf(count: number): SearchDocument[] {
  const { documents } = syntheticServices(count);
  const stems = documents.flatMap(({ summary }) => wordsOf(summary).map(stem));
  return documents.map((document, i) => ({
    ...document,
    text: Array.from({ length: WORDS_OF_TEXT }, (_, k) => stems[(i * 37 + k * 101) % stems.length]).join(' '),
  }));
}

/** Typical queries: a word, two words, an incomplete word, a mistyped word, one that occurs nowhere. */
function queriesFor(documents: readonly SearchDocument[]): string[] {
  const titles = documents.filter((_, i) => i % Math.floor(documents.length / 10) === 0);
  const asked = titles.flatMap(({ title }) => {
    const words = title.split(' ').toSorted((a, b) => b.length - a.length);
    const [first = '', second = ''] = words;
    return [first, `${first} ${second}`, first.slice(0, -2), first.slice(0, 4) + first.slice(5)];
  });
  return [...asked, 'qqqqqqq'];
}

function appFor(site: SiteBundle) {
  const unused = () => Promise.reject(new Error('a search asks no database'));
  const database = { execute: unused, batch: unused, close: () => Promise.resolve() };
  const deps = createDeps({
    database,
    site,
    // A search does not sign or encrypt.
    primitives: nodePrimitives,
    keyring: {} as Parameters<typeof createDeps>[0]['keyring'],
    settings: { origin: null },
    now: () => new Date(),
    random: length => new Uint8Array(length),
    log: () => undefined,
    limiter: unlimited,
    clientAddress: () => null,
    letOthersRun,
  });
  return createApp(() => deps);
}

/** Milliseconds per response, averaged over the queries. */
async function timed(app: ReturnType<typeof appFor>, queries: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const query of queries) {
    const response = await app.request(`/meklet/?q=${encodeURIComponent(query)}`);
    await response.text();
  }
  return (performance.now() - start) / queries.length;
}

async function benchServer(site: SiteBundle, count: number, target: string, rounds: number): Promise<void> {
  const documents = pagesOf(count);
  const search = { ...site.search, documents };
  const app = appFor({ ...site, search });
  searchOf(search);
  const queries = queriesFor(documents);
  const nothing = queries.map(() => '');
  const [asked, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const [withQuery, without] = [await timed(app, queries), await timed(app, nothing)];
    // The first round is a warm-up.
    if (round > 0) {
      asked.push(withQuery);
      empty.push(without);
    }
  }
  const sides = [
    { name: 'with a query', values: asked },
    { name: 'without', values: empty },
  ] as const;
  console.log(ratioLine(`search page over ${count} pages`, 'ms', ...sides, `${target} with a query`));
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Prints the server's time at both sizes, and the browser's index of 1,000 services. */
export async function benchSearch(rounds: number): Promise<void> {
  const bundle = new URL('../../build/site-bundle.json', import.meta.url);
  const site = JSON.parse(readFileSync(bundle, 'utf8')) as SiteBundle;
  for (const [count, target] of TARGETS) await benchServer(site, count, target, rounds);
  const { documents } = syntheticServices(1000);
  const size = brotliCompressSync(JSON.stringify(pack({ ...site.search, documents }))).length;
  const share = (size / (60 * 1024)).toFixed(2);
  console.log(`search index of 1000 services: ${kilobytes(size)} | of budget ${share} (target ≤ 1)`);
}

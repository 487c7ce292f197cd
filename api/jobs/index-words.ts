// Reads new submissions with the office's key and stores keyed hashes of the words by which each sender can
// be found. It runs after arrival where the office's key is: the intake cannot, and must not be able to, hash
// a name for searching.
import type { Primitives } from '../domain/crypto/primitives.ts';
import type { Office } from '../domain/office.ts';
import type { SearchTokens } from '../domain/search-tokens.ts';
import { wordsOf } from '../domain/search-words.ts';
import { openContent } from '../domain/submission.ts';
import type { Arrived, Indexed, SearchWordStore } from '../store/search-words.ts';

export interface IndexTools {
  readonly office: Office;
  readonly tokens: SearchTokens;
  readonly words: SearchWordStore;
  readonly primitives: Primitives;
  readonly batch?: number;
  /** Awaited between batches, so that visitors are not kept waiting. */
  readonly pause?: () => Promise<void>;
  /** Checked before each batch. */
  readonly stopped?: () => boolean;
}

export interface IndexResult {
  readonly indexed: number;
  /** Submissions that the office's key does not open; they cannot be found. */
  readonly shut: number;
}

const BATCH = 50;

/**
 * Indexes everything that arrived since the last run. Can be interrupted at any point; the next run
 * continues.
 */
export async function indexWords(tools: IndexTools): Promise<IndexResult> {
  const { words, batch = BATCH } = tools;
  const keyCheck = await tools.tokens.keyCheck();
  let [indexed, shut] = [0, 0];
  while (!tools.stopped?.()) {
    const from = await words.begin(keyCheck);
    const page = await words.arrived(from, batch);
    const last = page.at(-1);
    if (!last) break;
    const read = await Promise.all(page.map(arrived => readOne(tools, arrived)));
    const opened = read.filter(one => one !== null && one !== 'shut');
    // If another program was first, its work counts and the next iteration continues from there.
    if (!(await words.save(opened, { keyCheck, from, to: last.seq }))) continue;
    indexed += opened.length;
    shut += read.filter(one => one === 'shut').length;
    await tools.pause?.();
  }
  return { indexed, shut };
}

async function readOne(
  { office, primitives, tokens }: IndexTools,
  { sealed }: Arrived,
): Promise<Indexed | 'shut' | null> {
  if (!sealed) return null;
  const key = await office.contentKey(sealed);
  const content = key && (await openContent(primitives, key, sealed));
  if (!content) return 'shut';
  return { reference: sealed.reference, tokens: await tokens.tokens(wordsOf(content)) };
}

// A thousand services of Latvian-like words, the same in every run, for measuring sizes.

import type { SearchDocument } from '../../src/contract/search.ts';
import { documentOf } from './documents.ts';

const BEGINNINGS = 'ap at ie iz no pa pār pie sa uz aiz bez ne vis pus starp'.split(' ');
const ROOTS =
  'darb dzīv mež ceļ zem ūden laiv maks liet rakst runā sūt ved nes ņem dod likt brauc māc skol bērn ģimen pil pagast novad valst tiesīb līdz reģistr kārt vērt spēj grozī būv remont apkur gaism spriedz lauk plān'.split(
    ' ',
  );
const MIDDLES = ['', 'šan', 'niec', 'ism', 'tāj', 'um', 'īb', 'ēj'];
const ENDS = ['s', 'a', 'u', 'am', 'ai', 'as', 'iem', 'os', 'i', 'ā'];

/** Number of available words. */
export const SOURCES_OF_WORDS: number = BEGINNINGS.length * ROOTS.length * MIDDLES.length;

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * `count` services with a title of 4 words, a summary of 19 and 4 everyday words, distributed as in natural
 * text.
 */
export function syntheticServices(count: number): { readonly documents: readonly SearchDocument[] } {
  const next = numbers(7);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  const vocabulary = Array.from({ length: 4000 }, () => pick(BEGINNINGS) + pick(ROOTS) + pick(MIDDLES));
  // Zipf: the n-th word is n times rarer than the first.
  const word = () => (vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? '') + pick(ENDS);
  const words = (length: number) => Array.from({ length }, word).join(' ');
  const documents = Array.from({ length: count }, (_, i) =>
    documentOf({
      url: `/pakalpojumi/${i}/`,
      title: words(4),
      summary: `${words(19)}.`,
      keywords: words(4).split(' '),
    }),
  );
  return { documents };
}

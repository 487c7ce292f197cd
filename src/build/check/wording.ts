// Latvian wording helpers, and the search for the name that an editor probably meant. Pure.
import { distance } from 'fastest-levenshtein';
import { isSingular } from '../../calendar/format.ts';

/** Ordering many marks takes quadratic time; none of them is kept. */
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Lower case without diacritics, as people type names from memory. */
export const folded = (text: string): string =>
  text.replace(MANY_MARKS, '$1').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The known name most similar to the wrong one, if one is similar enough. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const target = folded(wrong);
  // For short names, few differences already mean another name: 1 of 4 or 3 of 8 characters is the limit.
  const limit = target.length < 3 ? 0 : Math.max(1, Math.floor(target.length * 0.4));
  let best: string | undefined;
  let least = limit + 1;
  for (const name of known) {
    const away = difference(target, folded(name));
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

/** Number of different characters; transposed letters (`hihg`) count as one mistake. */
function difference(a: string, b: string): number {
  const sorted = (text: string) => [...text].toSorted().join('');
  return a !== b && sorted(a) === sorted(b) ? 1 : distance(a, b);
}

/** A code as file names and ids are written: `Dzīvesvietas deklarēšana` → `dzivesvietas-deklaresana`. */
export const slug = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** In Latvian quotation marks. */
export const quoted = (text: string): string => `“${text}”`;

/** One line of at most 60 characters. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
}

/** `a, b, c …`; long lists are cut. */
export function listed(names: Iterable<string>): string {
  const all = [...names];
  return all.length > 12 ? `${all.slice(0, 12).join(', ')} …` : all.join(', ');
}

/** 1 rakstzīme, 2 rakstzīmes, 11 rakstzīmes, 21 rakstzīme. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${isSingular(count) ? one : many}`;

/** “Did you mean …? Otherwise these are allowed: …”, or only the latter when nothing is similar. */
export function suggestion(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known);
  const allowed = known.length > 0 ? `Atļautās vērtības: ${listed(known)}.` : '';
  return near === undefined ? allowed : `Vai domājāt ${quoted(near)}? ${allowed}`.trim();
}

// Whom of the directory a submission is, or may be, about: by their names in what was written, and by a post that only
// one person holds. One found too many is lifted by a colleague; one found too few would read about themselves. Pure.
import { folded, nameStem } from '../search-words.ts';
import type { Content } from '../submission.ts';
import type { DirectoryEntry } from './desk-data.ts';

export interface Found {
  /** Entry of the staff directory. */
  readonly who: string;
  readonly why: 'named' | 'post';
}

interface Word {
  readonly stem: string;
  readonly capital: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A name without its ending, the dative's too, which searching has no use for: “Bērziņam”, “Jānim”. */
const stemOf = (word: string): string => nameStem(folded(word).replace(/(?<=[aeiou])m$/u, ''));

const wordsIn = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(word => ({
    stem: stemOf(word),
    capital: /^\p{Lu}/u.test(word),
  }));

const stemsOf = ({ name }: DirectoryEntry) => {
  const words = wordsIn(name).map(({ stem }) => stem);
  return { first: words.slice(0, -1), last: words.at(-1) ?? '' };
};

/** Everybody whose whole name stands there; a surname that is part of nobody's whole name means all who bear it. */
function namedIn(text: string, directory: readonly DirectoryEntry[], anyWord: boolean): string[] {
  const words = wordsIn(text);
  const found = new Set<string>();
  words.forEach(({ stem, capital }, i) => {
    const beside = [words[i - 1]?.stem, words[i + 1]?.stem];
    const bearers = directory.filter(entry => stemsOf(entry).last === stem);
    const whole = bearers.filter(entry => stemsOf(entry).first.some(first => beside.includes(first)));
    const meant = whole.length > 0 ? whole : anyWord || capital ? bearers : [];
    for (const { id } of meant) found.add(id);
  });
  return [...found];
}

/** In the field that asks whom it is about, a first name alone is enough. */
function firstNamesIn(text: string, directory: readonly DirectoryEntry[]): string[] {
  const words = wordsIn(text);
  if (words.some(({ stem }) => directory.some(entry => stemsOf(entry).last === stem))) return [];
  const stems = new Set(words.map(({ stem }) => stem));
  return directory.filter(entry => stemsOf(entry).first.some(first => stems.has(first))).map(({ id }) => id);
}

/** Posts that one person holds, where the field names one: nobody else can be meant. */
function postsIn(text: string, directory: readonly DirectoryEntry[]): string[] {
  const stems = new Set(wordsIn(text).map(({ stem }) => stem));
  return directory
    .filter(({ onlyOne, post }) => onlyOne && wordsIn(post).every(({ stem }) => stems.has(stem)))
    .map(({ id }) => id);
}

/**
 * Whom the content is, or may be, about, each once. A post counts only in the field “about whom”: the text may well
 * address the executive director without complaining about them. The sender counts too: nobody works on their own case.
 */
export function aboutWhom(content: Content, directory: readonly DirectoryEntry[]): Found[] {
  const about = textOf(content['aboutStaff']);
  const prose = ['subject', 'text', 'wish', 'name'].map(field => textOf(content[field])).join('\n');
  const named = new Set([
    ...namedIn(about, directory, true),
    ...firstNamesIn(about, directory),
    ...namedIn(prose, directory, false),
  ]);
  const byPost = postsIn(about, directory).filter(id => !named.has(id));
  return [
    ...[...named].map(who => ({ who, why: 'named' as const })),
    ...byPost.map(who => ({ who, why: 'post' as const })),
  ];
}

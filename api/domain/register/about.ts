// Whom of the directory a submission is, or may be, about: by names in the text, and by a post that only one
// person holds. A wrong match is lifted by a colleague; a missed one would let a person read about
// themselves. Pure.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import { normalise } from '../normalise.ts';
import { folded, nameStem } from '../search-words.ts';
import type { Content } from '../submission.ts';

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

/** A name without its ending, including the dative, which search does not need: “Bērziņam”, “Jānim”. */
const stemOf = (word: string): string => nameStem(word.replace(/(?<=[aeiou])m$/u, ''));

/** Folds all words at once, because one by one costs ten times as much. No letter folds into a space. */
function wordsIn(text: string): Word[] {
  const visible = normalise(text, 'NFKC').replaceAll(/\p{Cf}/gu, '');
  const words = visible.match(/[\p{L}\p{M}]+/gu) ?? [];
  const stems = folded(words.join(' ')).split(' ').map(stemOf);
  return words.map((word, i) => ({ stem: stems[i] ?? '', capital: /^\p{Lu}/u.test(word) }));
}

/** An entry prepared for matching. */
interface Sought {
  readonly id: string;
  readonly first: readonly string[];
  readonly last: string;
  /** False for an account that is in no directory: a sender of the same surname is another person. */
  readonly listed: boolean;
  /** Words of a post that nobody else holds. */
  readonly post: readonly string[] | null;
}

function soughtAs({ id, name, postId, post, onlyOne }: DirectoryEntry): Sought {
  const words = wordsIn(name).map(({ stem }) => stem);
  return {
    id,
    first: words.slice(0, -1),
    last: words.at(-1) ?? '',
    listed: postId !== '',
    post: onlyOne ? wordsIn(post).map(({ stem }) => stem) : null,
  };
}

/** The directory does not change while the server runs. */
const sought = new WeakMap<readonly DirectoryEntry[], readonly Sought[]>();
function soughtIn(directory: readonly DirectoryEntry[]): readonly Sought[] {
  const all = sought.get(directory) ?? directory.map(soughtAs);
  sought.set(directory, all);
  return all;
}

/** Everybody whose full name occurs; a surname that is part of nobody's full name matches all who have it. */
function namedIn(words: readonly Word[], people: readonly Sought[], anyWord: boolean): string[] {
  const surnames = new Set(people.map(({ last }) => last));
  const found = new Set<string>();
  words.forEach(({ stem, capital }, i) => {
    if (!surnames.has(stem)) return;
    const beside = [words[i - 1]?.stem, words[i + 1]?.stem];
    const bearers = people.filter(({ last }) => last === stem);
    const whole = bearers.filter(({ first }) => first.some(name => beside.includes(name)));
    const meant = whole.length > 0 ? whole : anyWord || capital ? bearers : [];
    for (const { id } of meant) found.add(id);
  });
  return [...found];
}

/** In the field that asks whom it is about, a first name is enough. */
function firstNamesIn(words: readonly Word[], people: readonly Sought[]): string[] {
  const stems = new Set(words.map(({ stem }) => stem));
  if (people.some(({ last }) => stems.has(last))) return [];
  return people.filter(({ first }) => first.some(name => stems.has(name))).map(({ id }) => id);
}

/** Posts held by one person, when the field names one: nobody else can be meant. */
function postsIn(words: readonly Word[], people: readonly Sought[]): string[] {
  const stems = new Set(words.map(({ stem }) => stem));
  return people.filter(({ post }) => post?.every(word => stems.has(word))).map(({ id }) => id);
}

/** Whether a name in the sender's field means somebody; of an account in no directory by first name and surname alone. */
function isSender(words: readonly Word[], people: readonly Sought[], id: string): boolean {
  const found = people.find(one => one.id === id);
  const stems = new Set(words.map(({ stem }) => stem));
  return found?.listed === true || found?.first.some(name => stems.has(name)) === true;
}

/**
 * Whom the content is, or may be, about, each once. A post counts only in the field “about whom”, because the
 * text may address the executive director without complaining about them. The sender counts too: nobody works
 * on their own case.
 */
export function aboutWhom(content: Content, directory: readonly DirectoryEntry[]): Found[] {
  const people = soughtIn(directory);
  const about = wordsIn(textOf(content['aboutStaff']));
  const prose = ['subject', 'text', 'wish'].map(field => textOf(content[field])).join('\n');
  const sender = wordsIn(textOf(content['name']));
  const named = new Set([
    ...namedIn(about, people, true),
    ...firstNamesIn(about, people),
    ...namedIn(wordsIn(prose), people, false),
    ...namedIn(sender, people, false).filter(id => isSender(sender, people, id)),
  ]);
  const byPost = postsIn(about, people).filter(id => !named.has(id));
  return [
    ...[...named].map(who => ({ who, why: 'named' as const })),
    ...byPost.map(who => ({ who, why: 'post' as const })),
  ];
}

// The staff directory: who holds which post, who answers which question. Pure.
import type { Facts } from '../site/facts-schema.ts';
import type { StaffMember } from './schema.ts';

export interface StaffEntry {
  readonly id: string;
  readonly data: StaffMember;
}

const latvian = new Intl.Collator('lv');
/** Distinguishes letters as the Latvian alphabet does: Č is not C, but č is Č. */
const letters = new Intl.Collator('lv', { sensitivity: 'base' });
const surname = (name: string): string => name.split(' ').at(-1) ?? name;

/** By surname, then by the whole name. */
export const sortByName = <Entry extends StaffEntry>(staff: readonly Entry[]): Entry[] =>
  staff.toSorted(
    (a, b) =>
      latvian.compare(surname(a.data.name), surname(b.data.name)) ||
      latvian.compare(a.data.name, b.data.name),
  );

export const postTitle = (post: string, facts: Facts): string =>
  facts.posts.find(({ id }) => id === post)?.title ?? post;

/** Everyone who holds the post responsible for a service. */
export const holdersOfPost = <Entry extends StaffEntry>(staff: readonly Entry[], post: string): Entry[] =>
  sortByName(staff.filter(({ data }) => data.post === post));

export interface Topic<Entry extends StaffEntry = StaffEntry> {
  readonly topic: string;
  readonly people: readonly Entry[];
}

/** Key of a topic: capitals and spaces do not make another question. */
export const topicKey = (topic: string): string => topic.trim().replace(/\s+/g, ' ').toLocaleLowerCase('lv');

/** Every topic once, in alphabetical order, with the people who handle it. */
export function byTopic<Entry extends StaffEntry>(staff: readonly Entry[]): Topic<Entry>[] {
  const all = sortByName(staff).flatMap(person => person.data.topics.map(topic => ({ topic, person })));
  return [...Map.groupBy(all, ({ topic }) => topicKey(topic)).values()]
    .map(group => ({
      topic: group[0]?.topic.trim() ?? '',
      people: [...new Set(group.map(({ person }) => person))],
    }))
    .toSorted((a, b) => latvian.compare(a.topic, b.topic));
}

export interface Letter<Entry extends StaffEntry = StaffEntry> {
  readonly letter: string;
  readonly topics: readonly Topic<Entry>[];
}

/** The topics gathered under their first letters. */
export function byLetter<Entry extends StaffEntry>(staff: readonly Entry[]): Letter<Entry>[] {
  const groups: { letter: string; topics: Topic<Entry>[] }[] = [];
  for (const entry of byTopic(staff)) {
    const letter = entry.topic.charAt(0).toLocaleUpperCase('lv');
    const last = groups.at(-1);
    if (last && letters.compare(last.letter, letter) === 0) last.topics.push(entry);
    else groups.push({ letter, topics: [entry] });
  }
  return groups;
}

export interface Post<Entry extends StaffEntry = StaffEntry> {
  readonly title: string;
  /** Nobody when the post is vacant. */
  readonly people: readonly Entry[];
}

/** Every post of the centre in alphabetical order, vacant ones too. */
export const byPost = <Entry extends StaffEntry>(staff: readonly Entry[], facts: Facts): Post<Entry>[] =>
  facts.posts
    .map(({ id, title }) => ({ title, people: holdersOfPost(staff, id) }))
    .toSorted((a, b) => latvian.compare(a.title, b.title));

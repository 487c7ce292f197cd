// The staff directory: who holds which post, who answers which question. Pure.
import type { Facts } from '../site/facts-schema.ts';
import type { StaffMember } from './schema.ts';

export interface StaffEntry {
  readonly id: string;
  readonly data: StaffMember;
}

const latvian = new Intl.Collator('lv');
const surname = (name: string): string => name.split(' ').at(-1) ?? name;

/** By surname, then by the whole name. */
export const sortByName = (staff: readonly StaffEntry[]): StaffEntry[] =>
  staff.toSorted(
    (a, b) =>
      latvian.compare(surname(a.data.name), surname(b.data.name)) ||
      latvian.compare(a.data.name, b.data.name),
  );

export const postTitle = (post: string, facts: Facts): string =>
  facts.posts.find(({ id }) => id === post)?.title ?? post;

/** Everyone who holds the post responsible for a service. */
export const holdersOfPost = (staff: readonly StaffEntry[], post: string): StaffEntry[] =>
  sortByName(staff.filter(({ data }) => data.post === post));

export interface Topic {
  readonly topic: string;
  readonly people: readonly StaffEntry[];
}

/** Every topic once, in alphabetical order, with the people who handle it. */
export function byTopic(staff: readonly StaffEntry[]): Topic[] {
  const sorted = sortByName(staff);
  const topics = [...new Set(sorted.flatMap(({ data }) => data.topics))];
  return topics
    .toSorted(latvian.compare)
    .map(topic => ({ topic, people: sorted.filter(({ data }) => data.topics.includes(topic)) }));
}

// Which accounts of the register and which entries of the staff directory are, or may be, one human being: linked to each
// other, linked to the same entry, or of the same name. Pure.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import { folded } from '../search-words.ts';
import type { Person } from './people.ts';

type Entry = Pick<DirectoryEntry, 'id' | 'name'>;

/** Ids of people (`p-…`) and of directory entries that belong to one human being. */
export type Identity = ReadonlySet<string>;

/** The words of a name in one spelling and order; empty for a single word, which names nobody in particular. */
export function nameKey(name: string): string {
  const words = folded(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 ? '' : words.toSorted().join(' ');
}

/** What an account or an entry is recognised by: whatever shares a key with another is the same human being. */
const keysOf = (id: string, name: string, entry: string | null): readonly string[] => [
  `id ${id}`,
  ...(entry === null ? [] : [`id ${entry}`]),
  ...(nameKey(name) === '' ? [] : [`name ${nameKey(name)}`]),
];

/**
 * Everybody's identity. `people` may hold one account twice, as it was before a change and after it: then what belonged
 * together before still does. An entry that `directory` does not hold any more counts while an account is linked to it.
 */
export function identitiesOf(people: readonly Person[], directory: readonly Entry[]): readonly Identity[] {
  const parts = [
    ...people.map(({ id, name, directoryId }) => ({
      ids: [id, directoryId],
      keys: keysOf(id, name, directoryId),
    })),
    ...directory.map(({ id, name }) => ({ ids: [id], keys: keysOf(id, name, null) })),
  ];
  const groups = new Map<string, { keys: Set<string>; ids: Set<string> }>();
  for (const { ids, keys } of parts) {
    const joined = { keys: new Set(keys), ids: new Set(ids.filter(id => id !== null)) };
    for (const group of new Set(keys.flatMap(key => groups.get(key) ?? []))) {
      for (const key of group.keys) joined.keys.add(key);
      for (const id of group.ids) joined.ids.add(id);
    }
    for (const key of joined.keys) groups.set(key, joined);
  }
  return [...new Set(groups.values())].map(({ ids }) => ids);
}

/** The identity that an id belongs to; the id alone where nothing is known of it. */
export const identityOf = (id: string, identities: readonly Identity[]): Identity =>
  identities.find(one => one.has(id)) ?? new Set([id]);

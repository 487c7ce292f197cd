// Whom a case is kept from: found in what was written, as rows for the people concerned and for their directory entries.
// A row for a person stays whatever becomes of their name, post, entry or roles. Pure.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { Content } from '../submission.ts';
import { aboutWhom } from './about.ts';
import { type Identity, identitiesOf, identityOf, nameKey } from './identities.ts';
import type { Person } from './people.ts';

/** One row of the table `conflicts`. */
export interface Kept {
  /** A person's id, or an entry of the staff directory. */
  readonly who: string;
  readonly why: 'named' | 'post';
}

/** Everybody there is to be about. */
export interface Known {
  readonly people: readonly Person[];
  readonly directory: readonly DirectoryEntry[];
}

/** Entries, and accounts whose name no entry bears: a person who is in the register alone is looked for as well. */
function soughtIn({ people, directory }: Known): readonly DirectoryEntry[] {
  const names = new Set(directory.map(({ name }) => nameKey(name)));
  const own = people.filter(({ name }) => nameKey(name) !== '' && !names.has(nameKey(name)));
  return [...directory, ...own.map(asEntry)];
}

const asEntry = ({ id, name }: Person): DirectoryEntry => ({
  id,
  name,
  postId: '',
  post: '',
  onlyOne: false,
  room: '',
  phone: '',
  email: '',
  topics: [],
  reception: [],
});

/**
 * Whom the content is, or may be, about: the entry or person that was found, and every account of the same human being.
 * Whatever was found first says why.
 */
export function keptFrom(content: Content, known: Known): readonly Kept[] {
  const ids = new Set(known.people.map(({ id }) => id));
  const identities = identitiesOf(known.people, known.directory);
  const rows = new Map<string, Kept>();
  for (const { who, why } of aboutWhom(content, soughtIn(known)))
    for (const one of [who, ...identityOf(who, identities)])
      if ((one === who || ids.has(one)) && !rows.has(one)) rows.set(one, { who: one, why });
  return [...rows.values()];
}

/** Of rows of one case, whom of `people` the chain names; null once where it is somebody who is not in the register. */
export function namedInChain(
  rows: readonly Kept[],
  { people, directory }: Known,
): readonly { readonly who: string | null; readonly why: Kept['why'] }[] {
  const ids = new Set(people.map(({ id }) => id));
  const identities = identitiesOf(people, directory);
  const isKnown = (who: string) => [...identityOf(who, identities)].some(id => ids.has(id));
  return rows.flatMap(({ who, why }) =>
    ids.has(who) ? { who, why } : isKnown(who) ? [] : { who: null, why },
  );
}

/** Of those whom a case is kept from, each human being once: the first of their ids, and all of them. */
export function keptGroups(
  kept: readonly string[],
  {
    people,
    directory,
  }: { readonly people: readonly Person[]; readonly directory: readonly DirectoryEntry[] },
): readonly { readonly who: string; readonly ids: readonly string[] }[] {
  const identities = identitiesOf(people, directory);
  const groups = new Map<Identity | string, string[]>();
  for (const who of kept) {
    const key = identities.find(one => one.has(who)) ?? who;
    groups.set(key, [...(groups.get(key) ?? []), who]);
  }
  return [...groups.values()].map(ids => ({ who: ids[0] ?? '', ids }));
}

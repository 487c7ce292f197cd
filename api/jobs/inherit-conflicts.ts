// Keeps every account from what other accounts and directory entries of the same human being are kept from. Done whenever
// people change, and at each start, since the directory may have changed with the site. Conflicts are only ever added.

import type { DirectoryEntry } from '../../src/contract/desk.ts';
import { toInstant } from '../domain/intake.ts';
import { identitiesOf, identityOf } from '../domain/register/identities.ts';
import type { Person } from '../domain/register/people.ts';
import type { Statement } from '../store/database.ts';
import type { Append, Journal } from '../store/journal.ts';
import { type KeptFromStore, keepAlso } from '../store/register/kept-from.ts';
import type { PeopleStore } from '../store/register/people.ts';

export interface InheritTools {
  readonly keptFrom: KeptFromStore;
  readonly directory: readonly DirectoryEntry[];
}

interface Change {
  /** Everybody, with a changed account both as it was and as it will be. */
  readonly people: readonly Person[];
  /** Whose identity is looked at; everybody's where it is left out. */
  readonly changed?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What the batch that changes people has to store besides; the events go into the chain at once. */
export async function inherit(
  { keptFrom, directory }: InheritTools,
  append: Append,
  { people, changed, at }: Change,
): Promise<readonly Statement[]> {
  const identities = identitiesOf(people, directory);
  const accounts = new Set(people.map(({ id }) => id));
  const looked = changed === undefined ? identities : [identityOf(changed, identities)];
  const statements: Statement[] = [];
  for (const identity of looked)
    for (const who of identity) {
      const others = [...identity].filter(id => id !== who);
      if (!accounts.has(who) || others.length === 0) continue;
      const cases = await keptFrom.missing(who, others);
      for (const { reference, why } of cases)
        await append({ reference, at, kind: 'conflict-noted', actor: 'system', detail: { who, why } });
      statements.push(...keepAlso(who, cases));
    }
  return statements;
}

export type Inherit = (append: Append, change: Change) => Promise<readonly Statement[]>;

interface StartTools {
  readonly inherit: Inherit;
  readonly people: PeopleStore;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** At a start: for everybody. */
export const inheritAll = ({ inherit, people, journal, now }: StartTools): Promise<void> =>
  journal.run(async append => {
    const change = { people: await people.list(), at: toInstant(now()) };
    return { statements: await inherit(append, change), result: undefined };
  });

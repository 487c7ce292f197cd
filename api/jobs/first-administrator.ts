// While nobody can sign in to the register, each start of a server makes an invitation for its first administrator.
import { toInstant } from '../domain/intake.ts';
import { registerEvent } from '../domain/register/events.ts';
import { hasRole, type Person } from '../domain/register/people.ts';
import type { Statement } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import type { CredentialStore } from '../store/register/credentials.ts';
import { type PeopleStore, savePerson } from '../store/register/people.ts';

export interface FirstTools {
  readonly people: PeopleStore;
  readonly credentials: CredentialStore;
  readonly journal: Journal;
  readonly now: () => Date;
  /** A fresh id for a person. */
  readonly newId: () => string;
  /** An invitation's secret, and what stores its hash. */
  readonly invite: (
    person: string,
  ) => Promise<{ readonly token: string; readonly statements: readonly Statement[] }>;
}

/** The name is theirs to change; nobody is known yet. */
const NAME = 'Administrators';

/** The secret of the invitation, or null where somebody can sign in. */
export async function inviteFirstAdministrator(tools: FirstTools): Promise<string | null> {
  const { people, credentials, journal, now, newId, invite } = tools;
  if (await credentials.any()) return null;
  const known = (await people.list()).find(person => person.active && hasRole(person, 'administrator'));
  const first: Person = known ?? {
    id: newId(),
    name: NAME,
    roles: ['administrator'],
    directoryId: null,
    email: null,
    active: true,
  };
  const { token, statements } = await invite(first.id);
  const at = toInstant(now());
  await journal.run(async append => {
    if (!known)
      await append(registerEvent('person-added', 'system', at, { person: first.id, roles: 'administrator' }));
    await append(registerEvent('person-invited', 'system', at, { person: first.id }));
    return {
      statements: [...(known ? [] : [savePerson(first, at)]), ...statements],
      result: undefined,
    };
  });
  return token;
}

// While nobody can sign in to the register, each server start creates an invitation for its first
// administrator.

import type { Accounts } from '../deps.ts';
import { toInstant } from '../domain/intake.ts';
import { registerEvent } from '../domain/register/events.ts';
import { hasRole, type Person } from '../domain/register/people.ts';
import type { Journal } from '../store/journal.ts';
import type { CredentialStore } from '../store/register/credentials.ts';
import type { Change } from '../store/register/marked-rows.ts';
import { type PeopleStore, savePerson } from '../store/register/people.ts';

export interface FirstTools {
  readonly people: PeopleStore;
  readonly credentials: CredentialStore;
  readonly accounts: Pick<Accounts, 'revise'>;
  readonly journal: Journal;
  readonly now: () => Date;
  /** A new id for a person. */
  readonly newId: () => string;
  /** An invitation's secret, and the change that stores its hash. */
  readonly invite: (person: string) => Promise<{ readonly token: string; readonly change: Change }>;
}

/** Can be changed later; the real name is not known yet. */
const NAME = 'Administrators';

/** The secret of the invitation, or null when somebody can sign in. */
export async function inviteFirstAdministrator(tools: FirstTools): Promise<string | null> {
  const { people, credentials, accounts, journal, now, newId, invite } = tools;
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
  const { token, change } = await invite(first.id);
  const at = toInstant(now());
  await journal.run(async append => {
    if (!known)
      await append(registerEvent('person-added', 'system', at, { person: first.id, roles: 'administrator' }));
    const added = known ? [] : [savePerson(first, at)];
    const { statements, detail } = await accounts.revise(first.id, ...added, change);
    await append(registerEvent('person-invited', 'system', at, { person: first.id, ...detail }));
    return { statements, result: undefined };
  });
  return token;
}

// People of the register for tests: added and signed in straight in the store, the way signing in leaves them.
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../api/deps.ts';
import { toInstant } from '../../api/domain/intake.ts';
import type { Person, Role } from '../../api/domain/register/people.ts';
import { TOKEN_BYTES } from '../../api/domain/register/sessions.ts';
import type { Database } from '../../api/store/database.ts';
import { savePerson } from '../../api/store/register/people.ts';
import { insertSession } from '../../api/store/register/sessions.ts';

export interface StaffMember {
  readonly person: Person;
  /** As a browser sends it. */
  readonly cookie: string;
  readonly token: string;
}

interface Tools {
  readonly database: Database;
  readonly deps: Pick<Deps, 'keyring' | 'now'>;
}

export interface NewMember {
  readonly roles?: readonly Role[];
  readonly name?: string;
  readonly directoryId?: string | null;
  readonly email?: string | null;
}

/** Adds a person. */
export async function addPerson(
  { database, deps }: Tools,
  { roles = ['clerk'], name = 'Līga Parauga', directoryId = null, email = null }: NewMember = {},
): Promise<Person> {
  const id = `p-${randomBytes(6).toString('hex')}`;
  const person: Person = { id, name, roles, directoryId, email, active: true };
  await database.batch([savePerson(person, toInstant(deps.now()))]);
  return person;
}

/** A session of a person. */
export async function signIn({ database, deps }: Tools, person: Person): Promise<StaffMember> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = toInstant(deps.now());
  await database.batch([
    insertSession({
      tokenHash: await deps.keyring.mac('session', token),
      id: randomBytes(8).toString('hex'),
      person: person.id,
      createdAt: at,
      confirmedAt: at,
      lastSeenAt: at,
      device: 'Chrome, Linux',
    }),
  ]);
  return { person, token, cookie: `kac-registrs=${token}` };
}

/** Adds a person and signs them in. */
export const staffMember = async (tools: Tools, about: NewMember = {}): Promise<StaffMember> =>
  signIn(tools, await addPerson(tools, about));

// People of the register for tests: added and signed in directly in the store, in the state that signing in
// leaves.
import { randomBytes } from 'node:crypto';
import type { RegisterDeps } from '../../api/deps.ts';
import { GENESIS, link } from '../../api/domain/chain.ts';
import { toInstant } from '../../api/domain/intake.ts';
import { registerEvent } from '../../api/domain/register/events.ts';
import { createMarks } from '../../api/domain/register/marks.ts';
import type { Person, Role } from '../../api/domain/register/people.ts';
import { TOKEN_BYTES } from '../../api/domain/register/sessions.ts';
import type { Database } from '../../api/store/database.ts';
import { createJournal } from '../../api/store/journal.ts';
import { type Change, markedRows } from '../../api/store/register/marked-rows.ts';
import { savePerson } from '../../api/store/register/people.ts';
import { addSession } from '../../api/store/register/sessions.ts';

export interface StaffMember {
  readonly person: Person;
  /** As a browser sends it. */
  readonly cookie: string;
  readonly token: string;
}

interface Tools {
  readonly database: Database;
  /** Journal and accounts are made where a test has a database and keys alone, beside a server that runs. */
  readonly deps: Pick<RegisterDeps, 'keyring' | 'now'> & Partial<Pick<RegisterDeps, 'journal' | 'accounts'>>;
}

const writersOf = ({ database, deps }: Tools): Pick<RegisterDeps, 'journal' | 'accounts'> => ({
  journal:
    deps.journal ??
    createJournal(database, {
      link: (head, event) => link(deps.keyring, head, event),
      genesis: GENESIS,
      random: length => randomBytes(length),
    }),
  accounts: deps.accounts ?? markedRows(database, { marks: createMarks(deps.keyring) }),
});

/** Changes a person's records as the register does, with an event of its own. */
export function revise(tools: Tools, id: string, ...changes: readonly Change[]): Promise<void> {
  const { journal, accounts } = writersOf(tools);
  return journal.run(async append => {
    const { statements, detail } = await accounts.revise(id, ...changes);
    const facts = { person: id, ...detail };
    await append(registerEvent('records-marked', 'system', toInstant(tools.deps.now()), facts));
    return { statements, result: undefined };
  });
}

/** Puts a person into the register, or in the place of what is known of them. */
export const save = (tools: Tools, person: Person): Promise<void> =>
  revise(tools, person.id, savePerson(person, toInstant(tools.deps.now())));

export interface NewMember {
  readonly roles?: readonly Role[];
  readonly name?: string;
  readonly directoryId?: string | null;
  readonly email?: string | null;
}

/** Adds a person. */
export async function addPerson(
  tools: Tools,
  { roles = ['clerk'], name = 'Līga Parauga', directoryId = null, email = null }: NewMember = {},
): Promise<Person> {
  const id = `p-${randomBytes(6).toString('hex')}`;
  const person: Person = { id, name, roles, directoryId, email, active: true };
  await save(tools, person);
  return person;
}

/** Creates a session of a person. */
export async function signIn(tools: Tools, person: Person): Promise<StaffMember> {
  const { deps } = tools;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = toInstant(deps.now());
  await revise(
    tools,
    person.id,
    addSession({
      tokenHash: await deps.keyring.mac('session', token),
      id: randomBytes(8).toString('hex'),
      person: person.id,
      createdAt: at,
      confirmedAt: at,
      lastSeenAt: at,
      device: 'Chrome, Linux',
    }),
  );
  return { person, token, cookie: `kac-registrs=${token}` };
}

/** Adds a person and signs them in. */
export const staffMember = async (tools: Tools, about: NewMember = {}): Promise<StaffMember> =>
  signIn(tools, await addPerson(tools, about));

// `npm run register -- invite`: gives a person access to the register, or again, from the machine it runs on.
import type { Config } from '../../config.ts';
import { hex } from '../../domain/crypto/bytes.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { createMarks } from '../../domain/register/marks.ts';
import { type Person, ROLES } from '../../domain/register/people.ts';
import { rolesIn } from '../../domain/register/staffing.ts';
import { invitationHref, makeInvitation } from '../../http/register/enrol.ts';
import { inherit } from '../../jobs/inherit-conflicts.ts';
import { markPeople } from '../../jobs/mark-people.ts';
import { keptFromStore } from '../../store/register/kept-from.ts';
import { type MarkedRows, markedRows } from '../../store/register/marked-rows.ts';
import { peopleStore, savePerson } from '../../store/register/people.ts';
import { endSessions } from '../../store/register/sessions.ts';
import { random } from '../random.ts';
import { Refusal } from '../refusal.ts';
import { readBundle } from '../site-bundle.ts';
import { withRegister } from './open.ts';
import { keyringOf } from './verify.ts';

interface Typed {
  readonly name: string;
  /** Codes separated by commas; for a new person. */
  readonly roles: string | undefined;
}

const fresh = (name: string, roles: Person['roles']): Person => ({
  id: `p-${hex(random(6))}`,
  name,
  roles,
  directoryId: null,
  email: null,
  active: true,
});

type Lost = Awaited<ReturnType<MarkedRows['lost']>>;

/**
 * Somebody of that name who is there already, or a new person with the roles. `lost`: records without the system's mark;
 * one of that name or id is written anew, with the roles that are typed and nothing else of it.
 */
function personOf(people: readonly Person[], lost: Lost, { name, roles = '' }: Typed): Person {
  const known = people.find(person => person.name === name);
  if (known) return { ...known, active: true };
  const former = lost.find(one => one.id === name || one.name === name);
  const chosen = rolesIn(roles.split(',').map(role => role.trim()));
  if (chosen.length === 0)
    throw new Refusal(
      `Cilvēka “${name}” reģistrā vēl nav. Norādiet lomas ar --roles, piemēram, --roles administrator. Lomas: ${ROLES.join(', ')}.`,
    );
  return former ? { ...fresh(former.name, chosen), id: former.id } : fresh(name, chosen);
}

/** Prints a one-time link. */
export async function inviteCommand(config: Config, typed: Typed): Promise<void> {
  if (typed.name === '')
    throw new Refusal('Norādiet vārdu: npm run register -- invite "Anna Parauga" --roles clerk');
  const keyring = await keyringOf(config);
  await withRegister(config, 'npm run register -- invite', async ({ database, journal, now }) => {
    const at = toInstant(now);
    const accounts = markedRows(database, { marks: createMarks(keyring) });
    await markPeople({ accounts, journal, now: () => now }, { closing: false });
    const token = await journal.run(async append => {
      const people = await peopleStore(accounts).list();
      const person = personOf(people, await accounts.lost(), typed);
      const invitation = await makeInvitation({ keyring, random, now: () => now }, person.id);
      const known = people.some(({ id }) => id === person.id);
      if (!known)
        await append(
          registerEvent('person-added', 'system', at, { person: person.id, roles: person.roles.join(',') }),
        );
      const tools = { keptFrom: keptFromStore(database), directory: readBundle().desk?.directory ?? [] };
      const kept = await inherit(tools, append, { people: [...people, person], changed: person.id, at });
      const revised = await accounts.revise(
        person.id,
        savePerson(person, at),
        invitation.change,
        endSessions(),
      );
      await append(registerEvent('person-invited', 'system', at, { person: person.id, ...revised.detail }));
      const statements = [...revised.statements, ...kept];
      return { statements, result: invitation.token };
    });
    const origin = config.origin ?? `http://${config.host}:${config.port}`;
    process.stdout.write(
      `Saite der vienu reizi un trīs dienas. Nododiet to personīgi:\n${invitationHref(origin, token)}\n`,
    );
  });
}

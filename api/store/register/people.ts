// The people of the register. Changes are for `MarkedRows.revise`, in the turn of the event that records them.
import type { Person, Role } from '../../domain/register/people.ts';
import type { Row } from '../database.ts';
import { textsIn } from '../stored-json.ts';
import type { Change, MarkedRows } from './marked-rows.ts';

export interface PeopleStore {
  /** Everybody there ever was, by name; without records that don't bear the system's mark. */
  list(): Promise<readonly Person[]>;
  find(id: string): Promise<Person | null>;
}

export const toPerson = (row: Row): Person => ({
  id: String(row['id']),
  name: String(row['name']),
  roles: textsIn(row['roles']) as Role[],
  directoryId: row['directory_id'] === null ? null : String(row['directory_id']),
  email: row['email'] === null ? null : String(row['email']),
  active: Number(row['active']) === 1,
});

const latvian = new Intl.Collator('lv');

/** Adds a person, or changes all of one but the id and the time of adding. */
export const savePerson =
  ({ id, name, roles, directoryId, email, active }: Person, createdAt: string): Change =>
  held => {
    const row = {
      id,
      name,
      roles: JSON.stringify(roles),
      directory_id: directoryId,
      email,
      active: active ? 1 : 0,
      created_at: held.people[0]?.['created_at'] ?? createdAt,
    };
    return { ...held, people: [row] };
  };

/** The store of people over their marked rows. */
export function peopleStore(rows: MarkedRows): PeopleStore {
  return {
    async list() {
      return (await rows.people()).map(toPerson).toSorted((a, b) => latvian.compare(a.name, b.name));
    },
    async find(id) {
      const [row] = await rows.people('p.id = ?', [id]);
      return row ? toPerson(row) : null;
    },
  };
}

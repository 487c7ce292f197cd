// The people of the register in SQL. Changes are statements, for the batch with the event that records them.
import type { Person, Role } from '../../domain/register/people.ts';
import type { Database, Row, Statement } from '../database.ts';
import { textsIn } from '../stored-json.ts';

export interface PeopleStore {
  /** Everybody there ever was, by name. */
  list(): Promise<readonly Person[]>;
  find(id: string): Promise<Person | null>;
}

export const PERSON_COLUMNS = 'p.id, p.name, p.roles, p.directory_id, p.email, p.active';

export const toPerson = (row: Row): Person => ({
  id: String(row['id']),
  name: String(row['name']),
  roles: textsIn(row['roles']) as Role[],
  directoryId: row['directory_id'] === null ? null : String(row['directory_id']),
  email: row['email'] === null ? null : String(row['email']),
  active: Number(row['active']) === 1,
});

const latvian = new Intl.Collator('lv');

/** Adds a person, or changes all of one but the id. */
export const savePerson = (
  { id, name, roles, directoryId, email, active }: Person,
  createdAt: string,
): Statement => ({
  sql: `INSERT INTO people (id, name, roles, directory_id, email, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, directory_id = excluded.directory_id,
      email = excluded.email, active = excluded.active`,
  args: [id, name, JSON.stringify(roles), directoryId, email, active ? 1 : 0, createdAt],
});

/** The store of people over any engine behind the port. */
export function peopleStore(database: Database): PeopleStore {
  return {
    async list() {
      const { rows } = await database.execute({ sql: `SELECT ${PERSON_COLUMNS} FROM people p` });
      return rows.map(toPerson).toSorted((a, b) => latvian.compare(a.name, b.name));
    },
    async find(id) {
      const { rows } = await database.execute({
        sql: `SELECT ${PERSON_COLUMNS} FROM people p WHERE id = ?`,
        args: [id],
      });
      return rows[0] ? toPerson(rows[0]) : null;
    },
  };
}

// Who works in the register, and in which roles. The chain knows members of staff by id, never by name.

export const ROLES = ['clerk', 'director', 'deputy', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  /** Random and short, `p-…`; used in events as `staff:<id>` and reveals nothing about the person. */
  readonly id: string;
  /** As colleagues read it. */
  readonly name: string;
  /** At least one. An administrator or auditor who also works cases has that role in addition. */
  readonly roles: readonly Role[];
  /** The person's entry in the staff directory (`content/staff`), if any: tells whom a complaint is about. */
  readonly directoryId: string | null;
  /** Address for reminders; null for none. */
  readonly email: string | null;
  /** False after leaving: no sign-in, no assignment; the name stays for the history. */
  readonly active: boolean;
}

/** For names in lists and histories. */
export const byId = (people: readonly Person[]): ReadonlyMap<string, Person> =>
  new Map(people.map(person => [person.id, person]));

export const hasRole = ({ roles }: Pick<Person, 'roles'>, ...any: readonly Role[]): boolean =>
  any.some(role => roles.includes(role));

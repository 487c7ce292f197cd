// Rules for changes to the people of the register. Checked in the turn that stores them.
import { nameKey } from './identities.ts';
import { hasRole, type Person, ROLES, type Role } from './people.ts';

/** Why a change to people is refused. */
export type StaffingRefusal =
  /** Nobody could add people any more. */
  | 'last-administrator'
  /** Nobody makes themselves more, or less, nor says which directory entry they are. */
  | 'own-account'
  | 'no-role'
  | 'gone';

const administrators = (people: readonly Person[]): number =>
  people.filter(person => person.active && hasRole(person, 'administrator')).length;

export const rolesIn = (typed: readonly string[]): readonly Role[] =>
  ROLES.filter(role => typed.includes(role));

const sameRoles = (a: Person, b: Person): boolean =>
  ROLES.every(role => hasRole(a, role) === hasRole(b, role));

/** Whether a person keeps the name by which a complaint about them is recognised; one who has none yet may give it. */
const keepsName = (before: Person, after: Person): boolean =>
  nameKey(before.name) === '' || before.name === after.name;

/** Whether nothing changes that decides what somebody may do and see. */
const sameStanding = (before: Person, after: Person): boolean =>
  sameRoles(before, after) &&
  before.active === after.active &&
  before.directoryId === after.directoryId &&
  keepsName(before, after);

/** The reason why `by` may not replace `before` with `after`, or null; `people`: everybody at present. */
export function staffingRefusal(
  people: readonly Person[],
  before: Person,
  after: Person,
  by: Person,
): StaffingRefusal | null {
  if (after.roles.length === 0) return 'no-role';
  if (before.id === by.id && !sameStanding(before, after)) return 'own-account';
  const then = people.map(person => (person.id === after.id ? after : person));
  return administrators(then) === 0 ? 'last-administrator' : null;
}

/** The changed facts of a person, as codes for the chain. */
export function changed(before: Person, after: Person): string {
  const facts = ['name', 'directoryId', 'email'] as const;
  return [
    ...facts.filter(fact => before[fact] !== after[fact]),
    ...(sameRoles(before, after) ? [] : ['roles']),
  ].join(',');
}

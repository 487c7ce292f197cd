// Who examines a complaint when the director may not (rule point 13; Iesniegumu likums 5(2)).
import { isExamined, type Kind } from '../../../src/contract/kinds.ts';
import { hasRole, type Person } from './people.ts';

/**
 * A deputy who may; null while a director may, when there is no deputy, and for cases that are not
 * complaints.
 */
export function deputyFor(
  kind: Kind,
  people: readonly Person[],
  isKept: (person: Person) => boolean,
): Person | null {
  if (!isExamined(kind)) return null;
  const active = people.filter(person => person.active);
  const directors = active.filter(person => hasRole(person, 'director'));
  if (directors.length === 0 || directors.some(director => !isKept(director))) return null;
  return active.find(person => hasRole(person, 'deputy') && !isKept(person)) ?? null;
}

// Which point of an older edition corresponds to which point of a newer one, also when numbers have moved.
// Pure.
import { likeness } from './words.ts';

interface Numbered {
  readonly number: string;
  readonly text: string;
}

export interface Match<T> {
  readonly older: T;
  readonly newer: T;
}

/** The share of common wording that makes two points the same, under the same or another number. */
const ALIKE_HERE = 0.4;
const ALIKE_ELSEWHERE = 0.6;

type Accepts = (older: Numbered, newer: Numbered) => boolean;

/** From the strongest criterion to the weakest; matched points are not considered again. */
const SIGNS: readonly Accepts[] = [
  (a, b) => a.number === b.number && a.text === b.text,
  (a, b) => a.text === b.text,
  (a, b) => a.number === b.number && likeness(a.text, b.text) >= ALIKE_HERE,
];
const SAME_PLACE: Accepts = (a, b) => a.number === b.number;

/** Pairs of the same point in both editions; each point is in at most one pair. */
export function matchPoints<T extends Numbered>(older: readonly T[], newer: readonly T[]): Match<T>[] {
  const left = new Set(older);
  const right = new Set(newer);
  const found: Match<T>[] = [];
  const pair = (a: T, b: T) => {
    found.push({ older: a, newer: b });
    left.delete(a);
    right.delete(b);
  };
  const apply = (accepts: Accepts) => {
    for (const b of right) {
      const a = [...left].find(candidate => accepts(candidate, b));
      if (a) pair(a, b);
    }
  };
  SIGNS.forEach(apply);
  for (const { a, b } of renumbered(left, right)) if (left.has(a) && right.has(b)) pair(a, b);
  apply(SAME_PLACE);
  return found;
}

/** Candidates for a new wording under a new number, the most similar first. */
function renumbered<T extends Numbered>(left: ReadonlySet<T>, right: ReadonlySet<T>) {
  return [...right]
    .flatMap(b => [...left].map(a => ({ a, b, alike: likeness(a.text, b.text) })))
    .filter(({ alike }) => alike >= ALIKE_ELSEWHERE)
    .toSorted((x, y) => y.alike - x.alike);
}

// Which point of an older edition became which point of a newer one, also when points in between moved the numbers. Pure.
import { likeness } from './words.ts';

interface Numbered {
  readonly number: string;
  readonly text: string;
}

export interface Match<T> {
  readonly older: T;
  readonly newer: T;
}

/** So much of the wording must be shared for a point to be the same one under its own or under another number. */
const ALIKE_HERE = 0.4;
const ALIKE_ELSEWHERE = 0.6;

type Accepts = (older: Numbered, newer: Numbered) => boolean;

/** From the surest sign to the weakest; what one finds is no longer looked at by the next. */
const SIGNS: readonly Accepts[] = [
  (a, b) => a.number === b.number && a.text === b.text,
  (a, b) => a.text === b.text,
  (a, b) => a.number === b.number && likeness(a.text, b.text) >= ALIKE_HERE,
];
const SAME_PLACE: Accepts = (a, b) => a.number === b.number;

/** Pairs of the same point in both editions; each point stands in one pair at most. */
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

/** Candidates for a new wording under a new number, the most alike first. */
function renumbered<T extends Numbered>(left: ReadonlySet<T>, right: ReadonlySet<T>) {
  return [...right]
    .flatMap(b => [...left].map(a => ({ a, b, alike: likeness(a.text, b.text) })))
    .filter(({ alike }) => alike >= ALIKE_ELSEWHERE)
    .toSorted((x, y) => y.alike - x.alike);
}

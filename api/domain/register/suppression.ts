// Which numbers the public may see: none from 1 to 4, and none that, taken from a sum, would tell one of these. Pure.
// What is published is made of lists whose parts add up to a published sum, and of nothing that ties one list to
// another; so each list can be guarded by itself. `docs/decisions/0024-figures.md` says why that holds.

/** The least count that is shown. Zero is shown too: it is about nobody. */
export const LEAST = 5;

export const isSmall = (n: number, least = LEAST): boolean => n > 0 && n < least;

/** A part of a list. It is shown as a whole or not at all. */
export interface Part {
  /** Every count that showing the part would tell, also those that follow from a share and its whole. */
  readonly cells: readonly number[];
  /** What it adds to each sum that is published, in the order of the sums. */
  readonly adds: readonly number[];
}

/**
 * Whether nobody can tell what the hidden parts add to a sum. Zeros are shown, so each is known to add at least one; at
 * least `least` values must be possible for every one. Where their places tell that all of them are small, they must not
 * all be as large as small ones can be.
 */
function isSafeSum(adds: readonly number[], least: number): boolean {
  const rest = adds.reduce((total, n) => total + n, 0);
  if (rest === 0) return true;
  return rest >= adds.length + least - 1 && adds.some(n => n !== least - 1);
}

function isSafe(
  parts: readonly Part[],
  hidden: ReadonlySet<number>,
  { sums, least }: { readonly sums: number; readonly least: number },
): boolean {
  if (hidden.size === 0) return true;
  if (hidden.size === 1) return false;
  return Array.from({ length: sums }, (_, sum) => [...hidden].map(part => parts[part]?.adds[sum] ?? 0)).every(
    adds => isSafeSum(adds, least),
  );
}

/**
 * Which parts of a list may be shown, in their order. Where hiding the small ones is not enough, the part that follows a
 * hidden one goes too: chosen by its place, because whoever knows that the smallest is chosen reckons with its size.
 * Where nothing but zeros is left, nothing is shown, not even those. `sums`: how many sums of the list are published;
 * `least`: the least count that is shown.
 */
export function shownParts(
  parts: readonly Part[],
  sums = parts[0]?.adds.length ?? 0,
  least = LEAST,
): boolean[] {
  const hidden = new Set(parts.flatMap(({ cells }, i) => (cells.some(n => isSmall(n, least)) ? [i] : [])));
  if (sums === 0) return parts.map((_, i) => !hidden.has(i));
  while (!isSafe(parts, hidden, { sums, least })) {
    const next = following(parts, hidden);
    if (next === null) return parts.map(() => false);
    hidden.add(next);
  }
  return parts.map((_, i) => !hidden.has(i));
}

/** The first part behind the first hidden one, round the end, that adds anything; null when there is none left. */
function following(parts: readonly Part[], hidden: ReadonlySet<number>): number | null {
  const first = Math.min(...hidden);
  const order = parts.map((_, i) => (first + i) % parts.length);
  return order.find(i => !hidden.has(i) && parts[i]?.adds.some(n => n > 0)) ?? null;
}

/** A share and the number it is of. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What a share tells: how many are in it, how many are not, and how many there are. */
export const cellsOf = ({ part, of }: Share): number[] => [part, of - part, of];

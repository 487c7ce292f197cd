// Which numbers may be public: none from 1 to 4, and none from which one of these could be derived by
// subtraction. Pure. Published data consists of lists whose parts add up to a published sum, and nothing
// connects one list to another; so each list can be protected on its own. `docs/decisions/0024-figures.md`
// explains why this is sufficient.

/** The smallest count that is shown. Zero is shown too, because it concerns nobody. */
export const LEAST = 5;

export const isSmall = (n: number, least = LEAST): boolean => n > 0 && n < least;

/** A part of a list. It is shown as a whole or not at all. */
export interface Part {
  /**
   * Every count that showing the part would reveal, including those that follow from a share and its whole.
   */
  readonly cells: readonly number[];
  /** What it adds to each published sum, in the order of the sums. */
  readonly adds: readonly number[];
}

/**
 * True when the contributions of the hidden parts to a sum cannot be derived. Zeros are shown, so each is
 * known to add at least one; at least `least` values must be possible for each. When their positions reveal
 * that all are small, they must not all be as large as small ones can be.
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
 * The parts of a list that may be shown, in order. When hiding the small ones is not enough, the part after a
 * hidden one is hidden too: chosen by position, because a choice by size would reveal the size. When only
 * zeros remain, nothing is shown. `sums`: number of published sums of the list; `least`: the smallest count
 * that is shown.
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

/** The first non-zero part after the first hidden one, wrapping around; null when there is none left. */
function following(parts: readonly Part[], hidden: ReadonlySet<number>): number | null {
  const first = Math.min(...hidden);
  const order = parts.map((_, i) => (first + i) % parts.length);
  return order.find(i => !hidden.has(i) && parts[i]?.adds.some(n => n > 0)) ?? null;
}

/** A share and its base. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What a share reveals: how many are in it, how many are not, and the base. */
export const cellsOf = ({ part, of }: Share): number[] => [part, of - part, of];

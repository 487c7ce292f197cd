// Which edition of the rules applies on a day, and the status of the others. Pure.

interface Edition {
  readonly data: { readonly inForce: string; readonly repealed?: string | undefined };
}

/** Status of an edition on a day: future, in force, repealed. */
export type Force = 'coming' | 'in-force' | 'repealed';

/** The newest first. */
export const byInForce = <T extends Edition>(editions: readonly T[]): T[] =>
  editions.toSorted((a, b) => b.data.inForce.localeCompare(a.data.inForce));

/** Status of an edition on `today` (`YYYY-MM-DD`, Europe/Riga). It is repealed from the named day on. */
export function forceOf({ inForce, repealed }: Edition['data'], today: string): Force {
  if (today < inForce) return 'coming';
  return repealed !== undefined && repealed <= today ? 'repealed' : 'in-force';
}

/**
 * The edition shown at `/noteikumi/`: the last one in force by `today`, even if repealed without a successor;
 * before any is in force, the first future one. Undefined when there is none.
 */
export function currentEdition<T extends Edition>(editions: readonly T[], today: string): T | undefined {
  const sorted = byInForce(editions);
  return sorted.find(({ data }) => data.inForce <= today) ?? sorted.at(-1);
}

/** Every pair of editions, the newer one first; each pair has a page with its differences. */
export function editionPairs<T extends Edition>(editions: readonly T[]): { newer: T; older: T }[] {
  const sorted = byInForce(editions);
  return sorted.flatMap((newer, i) => sorted.slice(i + 1).map(older => ({ newer, older })));
}

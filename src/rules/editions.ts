// Which edition of the rules counts on a day, and what the others are. Pure.

interface Edition {
  readonly data: { readonly inForce: string; readonly repealed?: string | undefined };
}

/** Where an edition stands on a day: not yet, in force, no longer. */
export type Force = 'coming' | 'in-force' | 'repealed';

/** The newest first. */
export const byInForce = <T extends Edition>(editions: readonly T[]): T[] =>
  editions.toSorted((a, b) => b.data.inForce.localeCompare(a.data.inForce));

/** Where an edition stands on `today` (`YYYY-MM-DD`, Europe/Riga). It is repealed from the very day named. */
export function forceOf({ inForce, repealed }: Edition['data'], today: string): Force {
  if (today < inForce) return 'coming';
  return repealed !== undefined && repealed <= today ? 'repealed' : 'in-force';
}

/**
 * The edition that stands at `/noteikumi/`: the last one to come into force by `today`, even when it is repealed and
 * nothing follows it; before any is in force, the first to come. Undefined when there is none at all.
 */
export function currentEdition<T extends Edition>(editions: readonly T[], today: string): T | undefined {
  const sorted = byInForce(editions);
  return sorted.find(({ data }) => data.inForce <= today) ?? sorted.at(-1);
}

/** Every pair of editions, the newer one first: each is a page that shows what changed. */
export function editionPairs<T extends Edition>(editions: readonly T[]): { newer: T; older: T }[] {
  const sorted = byInForce(editions);
  return sorted.flatMap((newer, i) => sorted.slice(i + 1).map(older => ({ newer, older })));
}

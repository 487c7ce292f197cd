// Editions of the rules, the newest first. Pure.
interface Edition {
  readonly data: { readonly inForce: string };
}

export const byInForce = <T extends Edition>(editions: readonly T[]): T[] =>
  editions.toSorted((a, b) => b.data.inForce.localeCompare(a.data.inForce));

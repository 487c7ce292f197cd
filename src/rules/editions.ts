// Which edition of the rules counts. Pure.

interface Edition {
  readonly data: { readonly inForce: string };
}

/** The edition with the latest in-force date. */
export function newestEdition<T extends Edition>(editions: readonly T[]): T | undefined {
  return editions.toSorted((a, b) => b.data.inForce.localeCompare(a.data.inForce))[0];
}

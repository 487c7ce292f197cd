// Storing under the next free reference.

/** How often a taken reference is replaced by the next one before we call it a fault. */
const ATTEMPTS = 8;

/** Tries until the reference is free. `insert` gets the number of the attempt. */
export async function storeOnce<Outcome extends { readonly outcome: string }>(
  insert: (attempt: number) => Promise<Outcome>,
): Promise<Exclude<Outcome, { outcome: 'reference-taken' }>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = await insert(attempt);
    if (result.outcome !== 'reference-taken')
      return result as Exclude<Outcome, { outcome: 'reference-taken' }>;
  }
  throw new Error(`no free reference after ${ATTEMPTS} attempts`);
}

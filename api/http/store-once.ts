// Stores under the next free reference.

/** How often a taken reference is replaced by the next one before it counts as an error. */
const ATTEMPTS = 8;

/** Retries until the reference is free. `insert` receives the attempt number. */
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

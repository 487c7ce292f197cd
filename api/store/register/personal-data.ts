// The outbox of a person's cases, and an erasure request that came on paper.
import type { Database, Statement } from '../database.ts';
import { list } from '../rows.ts';

export interface PersonalDataStore {
  /** Number of letters about each case in the outbox. */
  mails(references: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** For the batch that records the request; `at`: ISO 8601, UTC. */
export const requestErasure = (reference: string, at: string): Statement => ({
  sql: `UPDATE submissions SET erasure_requested_at = ?, version = version + 1
    WHERE reference = ? AND erasure_requested_at IS NULL`,
  args: [at, reference],
});

/** The store over any engine behind the port. */
export const personalDataStore = (database: Database): PersonalDataStore => ({
  async mails(references) {
    if (references.length === 0) return new Map();
    const { rows } = await database.execute({
      sql: `SELECT reference, count(*) AS n FROM outbox WHERE reference IN ${list(references)} GROUP BY reference`,
      args: references,
    });
    return new Map(rows.map(row => [String(row['reference']), Number(row['n'])]));
  },
});

// Conflicts of interest by whom they concern, in SQL: what other ids of the same human being are kept from.
import type { ConflictReason } from '../../domain/step.ts';
import type { Database, Statement } from '../database.ts';
import { insertRows, list } from '../rows.ts';

export interface Inherited {
  readonly reference: string;
  readonly why: ConflictReason;
}

export interface KeptFromStore {
  /** Cases that one of `others` is kept from and `who` is not: not noted yet, or lifted for `who` alone. */
  missing(who: string, others: readonly string[]): Promise<readonly Inherited[]>;
}

/** The store over any engine behind the port. */
export const keptFromStore = (database: Database): KeptFromStore => ({
  async missing(who, others) {
    const { rows } = await database.execute({
      sql: `SELECT c.reference, min(c.why) AS why FROM conflicts c
        LEFT JOIN conflicts m ON m.reference = c.reference AND m.who = ?
        WHERE c.who IN ${list(others)} AND c.why <> 'lifted' AND (m.who IS NULL OR m.why = 'lifted')
        GROUP BY c.reference ORDER BY c.reference`,
      args: [who, ...others],
    });
    return rows.map(row => ({ reference: String(row['reference']), why: row['why'] as ConflictReason }));
  },
});

/** For the batch that records it. Unlike what screening finds, this also counts where it was lifted before. */
export const keepAlso = (who: string, cases: readonly Inherited[]): Statement[] =>
  insertRows(
    'conflicts',
    ['reference', 'who', 'why'],
    cases.map(({ reference, why }) => [reference, who, why]),
    'ON CONFLICT (reference, who) DO UPDATE SET why = excluded.why',
  );

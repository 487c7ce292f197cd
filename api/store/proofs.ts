// Used proofs of work: each is valid for one submission.
import type { Database } from './database.ts';
import { sameBytes } from './submissions.ts';

interface Proof {
  /** The signature of its challenge. */
  readonly signature: string;
  /** Seconds since 1970; not needed afterwards. */
  readonly expiresAt: number;
}

export interface ProofStore {
  /** True when the proof is spent by `spender` now or was before; false when it was spent by another. */
  spend(proof: Proof, spender: Uint8Array, now: Date): Promise<boolean>;
}

/** The spent proofs over any engine behind the port. */
export function proofStore(database: Database): ProofStore {
  return {
    async spend({ signature, expiresAt }, spender, now) {
      const [, , found] = await database.batch([
        { sql: 'DELETE FROM spent_proofs WHERE expires_at < ?', args: [Math.floor(now.getTime() / 1000)] },
        {
          sql: 'INSERT INTO spent_proofs (signature, spent_by, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          args: [signature, spender, expiresAt],
        },
        { sql: 'SELECT spent_by FROM spent_proofs WHERE signature = ?', args: [signature] },
      ]);
      const row = found?.rows[0];
      return row !== undefined && sameBytes(row['spent_by'] as Uint8Array, spender);
    },
  };
}

// Tests whether the database can be written: a full disk can still be read.
import type { Database } from './database.ts';

/** Resolves when a write succeeded recently; rejects with the cause of the failure. */
export type WriteProbe = () => Promise<void>;

/** Minimum interval between writes, unless the last one failed. */
const EVERY_MS = 5000;

/** About the size of a submission, because a smaller row might still fit. */
const BYTES = 16_384;
const NAME = 'write-probe';

/** Inserts a row and deletes it in the same transaction: it needs space and leaves nothing behind. */
const STATEMENTS = [
  {
    sql: `INSERT INTO spent_proofs (signature, spent_by, expires_at) VALUES ('${NAME}', zeroblob(${BYTES}), 0)`,
  },
  { sql: `DELETE FROM spent_proofs WHERE signature = '${NAME}'` },
];

/** The probe, shared by callers within a short time. */
export function writeProbe(database: Database, now: () => Date): WriteProbe {
  let last: { readonly at: number; readonly written: Promise<unknown> } | null = null;
  return async () => {
    const at = now().getTime();
    // A clock that was set back also triggers a new write.
    if (!last || Math.abs(at - last.at) >= EVERY_MS) last = { at, written: database.batch(STATEMENTS) };
    try {
      await last.written;
    } catch (fault) {
      // After a failure the next caller tries again.
      last = null;
      throw fault;
    }
  };
}

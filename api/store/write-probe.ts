// Whether the database takes anything in: only a write tells, since a full disk still reads.
import type { Database } from './database.ts';

/** Resolves when something could be written a moment ago; rejects with what stood in the way. */
export type WriteProbe = () => Promise<void>;

/** However often it is asked, it writes no more often than this, unless the last write failed. */
const EVERY_MS = 5000;

/** About the size of a submission: less might still fit where nobody's words do. */
const BYTES = 16_384;
const NAME = 'write-probe';

/** Writes a row and takes it away in the same transaction: it takes room, and nothing stays behind. */
const STATEMENTS = [
  {
    sql: `INSERT INTO spent_proofs (signature, spent_by, expires_at) VALUES ('${NAME}', zeroblob(${BYTES}), 0)`,
  },
  { sql: `DELETE FROM spent_proofs WHERE signature = '${NAME}'` },
];

/** The probe for everybody who asks within the same moments. */
export function writeProbe(database: Database, now: () => Date): WriteProbe {
  let last: { readonly at: number; readonly written: Promise<unknown> } | null = null;
  return async () => {
    const at = now().getTime();
    // A clock that was set back asks anew as well.
    if (!last || Math.abs(at - last.at) >= EVERY_MS) last = { at, written: database.batch(STATEMENTS) };
    try {
      await last.written;
    } catch (fault) {
      // Whoever asks next wants to know whether it is over.
      last = null;
      throw fault;
    }
  };
}

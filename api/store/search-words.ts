// Search words in SQL: tokens by submission, and how far along the event chain the index reaches.
import type { WrappedKey } from '../domain/crypto/content-key.ts';
import type { SubmissionSummary } from '../domain/submission.ts';
import type { Database, Row, SqlValue, Statement } from './database.ts';
import { list } from './rows.ts';
import { SUMMARY_COLUMNS, toSummary } from './submissions.ts';

/** An arrival from the chain, with what is needed to read it; null when it was erased. */
export interface Arrived {
  readonly seq: number;
  readonly sealed: (WrappedKey & { readonly reference: string; readonly content: Uint8Array }) | null;
}

export interface Indexed {
  readonly reference: string;
  readonly tokens: readonly Uint8Array[];
}

/** The events that a batch has read: those after `from`, up to `to`. */
interface Reach {
  readonly keyCheck: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export interface SearchWordStore {
  /**
   * The number of the last event indexed under this key; 0 with an empty index when it was made with another
   * key.
   */
  begin(keyCheck: Uint8Array): Promise<number>;
  /** Empties the index. */
  forget(keyCheck: Uint8Array): Promise<void>;
  /** The next events after `seq`, at most `limit`. */
  arrived(seq: number, limit: number): Promise<readonly Arrived[]>;
  /**
   * Stores the words of submissions that still exist. False, without any change, when another program was
   * first.
   */
  save(indexed: readonly Indexed[], reach: Reach): Promise<boolean>;
  /** Submissions that have a token of each term, newest first. */
  find(terms: readonly (readonly Uint8Array[])[], limit: number): Promise<readonly SubmissionSummary[]>;
  /** Number of arrivals that are not indexed yet. */
  unread(): Promise<number>;
}

/**
 * The chain only grows and never reuses a number, so its numbers mark what was read; row ids may be reused.
 */
const ARRIVED = `SELECT e.seq, s.reference, s.window_id, s.for_office, s.for_code, s.content
  FROM events e LEFT JOIN submissions s ON e.kind IN ('received', 'rectified') AND s.reference = e.reference
  WHERE e.seq > ? ORDER BY e.seq LIMIT ?`;
const UNREAD = `SELECT count(*) AS n FROM events e JOIN submissions s ON s.reference = e.reference
  WHERE e.kind IN ('received', 'rectified') AND e.seq > coalesce((SELECT seq FROM search_state), 0)`;

function toArrived(row: Row): Arrived {
  const seq = Number(row['seq']);
  if (row['reference'] === null) return { seq, sealed: null };
  return {
    seq,
    sealed: {
      reference: String(row['reference']),
      windowId: String(row['window_id']),
      forOffice: row['for_office'] as Uint8Array,
      forCode: row['for_code'] as Uint8Array | null,
      content: row['content'] as Uint8Array,
    },
  };
}

/** Rows per statement; two values each. */
const MOST_ROWS = 10_000;

function inserts(indexed: readonly Indexed[], { keyCheck, from: reached }: Reach): Statement[] {
  const rows = indexed.flatMap(({ reference, tokens }) => tokens.map(token => [token, reference]));
  const statements: Statement[] = [];
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const part = rows.slice(from, from + MOST_ROWS);
    statements.push({
      // Submissions erased since the read stay erased.
      sql: `INSERT INTO search_words (token, reference)
        SELECT column1, column2 FROM (VALUES ${part.map(() => '(?, ?)').join(', ')})
        WHERE column2 IN (SELECT reference FROM submissions)
          AND EXISTS (SELECT 1 FROM search_state WHERE key_check = ? AND seq = ?) ON CONFLICT DO NOTHING`,
      args: [...(part.flat() as SqlValue[]), keyCheck, reached],
    });
  }
  return statements;
}

const forgetting = (keyCheck: Uint8Array): Statement[] => [
  { sql: 'DELETE FROM search_words' },
  { sql: 'DELETE FROM search_state' },
  { sql: 'INSERT INTO search_state (one, key_check, seq) VALUES (1, ?, 0)', args: [keyCheck] },
];

/** The search words over any engine behind the port. */
export function searchWordStore(database: Database): SearchWordStore {
  const forget = async (keyCheck: Uint8Array): Promise<void> => {
    await database.batch(forgetting(keyCheck));
  };
  return {
    async begin(keyCheck) {
      const { rows } = await database.execute({
        sql: 'SELECT seq FROM search_state WHERE key_check = ?',
        args: [keyCheck],
      });
      if (rows[0]) return Number(rows[0]['seq']);
      await forget(keyCheck);
      return 0;
    },
    forget,
    async arrived(seq, limit) {
      const { rows } = await database.execute({ sql: ARRIVED, args: [seq, limit] });
      return rows.map(toArrived);
    },
    async save(indexed, reach) {
      const results = await database.batch([
        ...inserts(indexed, reach),
        {
          sql: 'UPDATE search_state SET seq = ? WHERE key_check = ? AND seq = ?',
          args: [reach.to, reach.keyCheck, reach.from],
        },
      ]);
      return results.at(-1)?.rowsAffected === 1;
    },
    async find(terms, limit) {
      const fits = terms.map(
        term => `reference IN (SELECT reference FROM search_words WHERE token IN ${list(term)})`,
      );
      const { rows } = await database.execute({
        sql: `SELECT ${SUMMARY_COLUMNS} FROM submissions WHERE ${fits.join(' AND ')} ORDER BY id DESC LIMIT ?`,
        args: [...terms.flat(), limit],
      });
      return rows.map(toSummary);
    },
    async unread() {
      const { rows } = await database.execute({ sql: UNREAD });
      return Number(rows[0]?.['n']);
    },
  };
}

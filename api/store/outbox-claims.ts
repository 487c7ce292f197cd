// Sending in SQL: one statement claims mail for a while, and the claimer records the result.
import type { Database, Row } from './database.ts';

/** A row claimed by a sender. */
export interface Claimed {
  readonly id: string;
  readonly messageId: string;
  readonly kind: string;
  readonly payload: Uint8Array;
  /** Attempts, including this one. */
  readonly attempts: number;
}

interface Claim {
  /** Known only to this claim: an expired claim cannot act for its successor. */
  readonly by: string;
  readonly now: Date;
  readonly until: Date;
  /** A due or claimed time beyond these instants was written before the clock was set back. */
  readonly neverDueAfter: Date;
  readonly neverClaimedAfter: Date;
  readonly most: number;
}

/** What a sender does with the outbox. */
export interface OutboxClaims {
  /** Claims up to `most` due mails, oldest first, and counts an attempt for each. */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** Marks it sent and deletes its contents. False when the claim has expired and was taken over. */
  sent(id: string, by: string): Promise<boolean>;
  retryAt(id: string, by: string, at: Date, error: string): Promise<boolean>;
  /** Gives it up; the contents stay for a while, so that it can be retried by hand. */
  dead(id: string, by: string, error: string): Promise<boolean>;
  /** Releases claimed mails as if they had not been claimed. */
  release(by: string): Promise<void>;
}

const CLAIM = `UPDATE outbox SET lease_until = ?, lease_by = ?, attempts = attempts + 1
  WHERE id IN (
    SELECT id FROM outbox WHERE state = 'waiting'
    AND (next_at <= ? OR next_at > ? OR (attempts = 0 AND created_at > ?))
    AND (lease_until IS NULL OR lease_until <= ? OR lease_until > ?)
    ORDER BY next_at, id LIMIT ?)
  RETURNING id, message_id, kind, payload, attempts, next_at`;

const FREE = 'lease_until = NULL, lease_by = NULL';

const text = (row: Row, column: string): string => String(row[column]);
const toClaimed = (row: Row): Claimed => ({
  id: text(row, 'id'),
  messageId: text(row, 'message_id'),
  kind: text(row, 'kind'),
  payload: row['payload'] as Uint8Array,
  attempts: Number(row['attempts']),
});

/** The sender's side of the outbox over any engine. */
export function outboxClaims(database: Database): OutboxClaims {
  const settle = async (set: string, args: readonly string[], id: string, by: string): Promise<boolean> => {
    const sql = `UPDATE outbox SET ${set}, ${FREE} WHERE id = ? AND lease_by = ? AND state = 'waiting'`;
    return (await database.execute({ sql, args: [...args, id, by] })).rowsAffected === 1;
  };
  return {
    async claim({ by, now, until, neverDueAfter, neverClaimedAfter, most }) {
      const at = now.toISOString();
      const due = [at, neverDueAfter.toISOString(), at];
      const args = [until.toISOString(), by, ...due, at, neverClaimedAfter.toISOString(), most];
      const { rows } = await database.execute({ sql: CLAIM, args });
      // RETURNING has no defined order.
      return rows.toSorted((a, b) => text(a, 'next_at').localeCompare(text(b, 'next_at'))).map(toClaimed);
    },
    sent: (id, by) => settle("state = 'sent', payload = NULL, last_error = NULL", [], id, by),
    retryAt: (id, by, at, error) => settle('next_at = ?, last_error = ?', [at.toISOString(), error], id, by),
    dead: (id, by, error) => settle("state = 'dead', last_error = ?", [error], id, by),
    async release(by) {
      const sql = `UPDATE outbox SET attempts = attempts - 1, ${FREE} WHERE lease_by = ? AND state = 'waiting'`;
      await database.execute({ sql, args: [by] });
    },
  };
}

// The outbox in SQL: adding mail, removing old mail, and the operator's view.
import type { NewMail } from '../domain/outbox.ts';
import type { Database, Row, Statement } from './database.ts';
import { type OutboxClaims, outboxClaims } from './outbox-claims.ts';

/** An unsent mail, for the operator. */
interface Unsent {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAt: string;
  readonly lastError: string | null;
  /** False when the contents of a failed mail are already deleted. */
  readonly whole: boolean;
}

export interface OutboxStore extends OutboxClaims {
  /**
   * Removes what is older than `before`: sent mails completely, contents of failed ones; and the recipients'
   * hashes of `yesterday`.
   */
  prune(before: Date, yesterday: Date): Promise<void>;
  /** Number of failed mails, and the age of the oldest waiting one. */
  summary(): Promise<{ readonly dead: number; readonly oldest: Date | null }>;
  list(): Promise<readonly Unsent[]>;
  /** Makes a failed or waiting mail due now, with all its attempts. */
  retry(id: string, now: Date): Promise<'done' | 'unknown' | 'contents-gone'>;
  /**
   * Gives up an unsent mail: its contents are deleted; its row stays as long as a sent one's, so that it is
   * not queued again.
   */
  drop(id: string): Promise<boolean>;
}

const INSERT = `INSERT INTO outbox (id, message_id, kind, reference, recipient, payload, next_at, created_at)
  SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM outbox WHERE recipient = ?) < ?
  ON CONFLICT DO NOTHING`;

/**
 * For the batch of the event the mail is about. Queued a second time, or above the daily cap, it does
 * nothing.
 */
export function queueMail(mail: NewMail, mostADay: number): Statement {
  const { id, messageId, kind, reference, recipient, payload, at } = mail;
  return {
    sql: INSERT,
    args: [id, messageId, kind, reference, recipient, payload, at, at, recipient, mostADay],
  };
}

const text = (row: Row, column: string): string => String(row[column]);
const toUnsent = (row: Row): Unsent => ({
  id: text(row, 'id'),
  kind: text(row, 'kind'),
  reference: text(row, 'reference'),
  state: text(row, 'state') as Unsent['state'],
  attempts: Number(row['attempts']),
  createdAt: text(row, 'created_at'),
  nextAt: text(row, 'next_at'),
  lastError: row['last_error'] === null ? null : text(row, 'last_error'),
  whole: row['whole'] === 1,
});

/** The outbox over any engine behind the port. */
export function outboxStore(database: Database): OutboxStore {
  return {
    ...outboxClaims(database),
    async prune(before, yesterday) {
      const [old, day] = [before.toISOString(), yesterday.toISOString()];
      await database.batch([
        { sql: "DELETE FROM outbox WHERE created_at < ? AND state = 'sent'", args: [old] },
        { sql: "UPDATE outbox SET payload = NULL WHERE created_at < ? AND state = 'dead'", args: [old] },
        {
          sql: 'UPDATE outbox SET recipient = NULL WHERE created_at < ? AND recipient IS NOT NULL',
          args: [day],
        },
      ]);
    },
    async summary() {
      const [dead, oldest] = await database.batch([
        { sql: "SELECT count(*) AS n FROM outbox WHERE state = 'dead'" },
        { sql: "SELECT min(created_at) AS at FROM outbox WHERE state = 'waiting'" },
      ]);
      const at = oldest?.rows[0]?.['at'];
      return { dead: Number(dead?.rows[0]?.['n']), oldest: at ? new Date(String(at)) : null };
    },
    async list() {
      const { rows } = await database.execute({
        sql: `SELECT id, kind, reference, state, attempts, created_at, next_at, last_error,
          payload IS NOT NULL AS whole FROM outbox WHERE state <> 'sent' ORDER BY state, created_at, id`,
      });
      return rows.map(toUnsent);
    },
    async retry(id, now) {
      const [changed, found] = await database.batch([
        {
          sql: `UPDATE outbox SET state = 'waiting', attempts = 0, next_at = ?
            WHERE id = ? AND state <> 'sent' AND payload IS NOT NULL RETURNING id`,
          args: [now.toISOString(), id],
        },
        { sql: "SELECT 1 FROM outbox WHERE id = ? AND state <> 'sent'", args: [id] },
      ]);
      if (changed?.rows.length === 1) return 'done';
      return found?.rows.length === 1 ? 'contents-gone' : 'unknown';
    },
    async drop(id) {
      const { rows } = await database.execute({
        sql: `UPDATE outbox SET state = 'sent', payload = NULL, last_error = 'dropped', lease_by = NULL, lease_until = NULL
          WHERE id = ? AND state <> 'sent' RETURNING id`,
        args: [id],
      });
      return rows.length === 1;
    },
  };
}

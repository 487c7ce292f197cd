// Key windows in SQL: each window's key, sealed to each recipient.
import type { SealedWindow } from '../domain/crypto/windows.ts';
import type { Database, Row } from './database.ts';
import { list } from './rows.ts';

const toSealed = (row: Row): SealedWindow => ({
  id: String(row['id']),
  recipient: String(row['recipient']),
  sealed: row['sealed'] as Uint8Array,
});

/** The sealed copies of a window. */
export const windowsOf =
  (database: Database) =>
  async (id: string): Promise<readonly SealedWindow[]> => {
    const { rows } = await database.execute({
      sql: 'SELECT id, recipient, sealed FROM windows WHERE id = ?',
      args: [id],
    });
    return rows.map(toSealed);
  };

export interface WindowStore {
  /** Number of windows sealed to each recipient. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** Up to `limit` windows after `after`, by id, that are not sealed to exactly these recipients. */
  toRewrap(recipients: readonly string[], after: string, limit: number): Promise<readonly string[]>;
  /** Their number. */
  countToRewrap(recipients: readonly string[]): Promise<number>;
  of(ids: readonly string[]): Promise<readonly SealedWindow[]>;
  /** Stores sealings, replacing existing ones. A window erased meanwhile stays erased. */
  put(sealed: readonly SealedWindow[]): Promise<void>;
  /** Deletes the sealings of these windows for recipients other than `recipients`. */
  keepOnly(ids: readonly string[], recipients: readonly string[]): Promise<void>;
}

/** Three values per row; SQLite binds at most 32,766. */
const ROWS_A_STATEMENT = 5000;

const NOT_EXACTLY = (recipients: readonly string[]): string =>
  `GROUP BY id HAVING count(*) <> ${recipients.length}
     OR sum(recipient IN ${list(recipients)}) <> ${recipients.length}`;

/** The windows over any engine behind the port. */
export function windowStore(database: Database): WindowStore {
  return {
    async counts() {
      const { rows } = await database.execute({
        sql: 'SELECT recipient, count(*) AS n FROM windows GROUP BY recipient ORDER BY recipient',
      });
      return new Map(rows.map(({ recipient, n }) => [String(recipient), Number(n)]));
    },
    async toRewrap(recipients, after, limit) {
      const { rows } = await database.execute({
        sql: `SELECT id FROM windows WHERE id > ? ${NOT_EXACTLY(recipients)} ORDER BY id LIMIT ?`,
        args: [after, ...recipients, limit],
      });
      return rows.map(({ id }) => String(id));
    },
    async countToRewrap(recipients) {
      const { rows } = await database.execute({
        sql: `SELECT count(*) AS n FROM (SELECT id FROM windows ${NOT_EXACTLY(recipients)})`,
        args: recipients,
      });
      return Number(rows[0]?.['n']);
    },
    async of(ids) {
      const { rows } = await database.execute({
        sql: `SELECT id, recipient, sealed FROM windows WHERE id IN ${list(ids)} ORDER BY id, recipient`,
        args: ids,
      });
      return rows.map(toSealed);
    },
    async put(sealed) {
      const statements = [];
      for (let from = 0; from < sealed.length; from += ROWS_A_STATEMENT) {
        const part = sealed.slice(from, from + ROWS_A_STATEMENT);
        statements.push({
          sql: `INSERT INTO windows (id, recipient, sealed)
            SELECT column1, column2, column3 FROM (VALUES ${part.map(() => '(?, ?, ?)').join(', ')})
            WHERE column1 IN (SELECT id FROM windows)
            ON CONFLICT (id, recipient) DO UPDATE SET sealed = excluded.sealed`,
          args: part.flatMap(({ id, recipient, sealed: bytes }) => [id, recipient, bytes]),
        });
      }
      await database.batch(statements);
    },
    async keepOnly(ids, recipients) {
      if (ids.length === 0) return;
      await database.execute({
        sql: `DELETE FROM windows WHERE id IN ${list(ids)} AND recipient NOT IN ${list(recipients)}`,
        args: [...ids, ...recipients],
      });
    },
  };
}

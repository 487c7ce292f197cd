// Pools of waiting answers in SQL: one sealed row per survey, replaced as a whole.
import type { Database, Statement } from '../database.ts';

export interface Pool {
  readonly survey: string;
  /** The smallest number of answers that is shown: as of the first invitations. */
  readonly threshold: number;
  readonly sealed: Uint8Array;
}

export interface Spending {
  readonly survey: string;
  readonly tokenHash: Uint8Array;
  /** The pool as it was read, and the same with one more answer. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A version of a staff survey, as recorded with the first invitations or the first answer. */
export interface Version {
  readonly survey: string;
  readonly version: number;
  /** As JSON. */
  readonly definition: string;
  readonly threshold: number;
}

export interface PoolStore {
  all(): Promise<readonly Pool[]>;
  find(survey: string): Promise<Pool | null>;
  /**
   * Uses the token and replaces the pool, or does neither and returns false. Records the version in any case.
   */
  spend(spending: Spending, version: Version): Promise<boolean>;
  /** True while a hold forbids destroying anything of the survey. */
  isHeld(survey: string): Promise<boolean>;
  /** The recorded definitions of a survey's versions, by version. */
  definitions(survey: string): Promise<ReadonlyMap<number, string>>;
}

/** A pool for the first invitations of a survey; an existing one is unchanged. */
export const makePool = ({ survey, threshold, sealed }: Pool): Statement => ({
  sql: 'INSERT INTO survey_pools (survey, threshold, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  args: [survey, threshold, sealed],
});

/** Records a version; an existing one is unchanged. */
export const promise = ({ survey, version, definition, threshold }: Version): Statement => ({
  sql: `INSERT INTO survey_versions (survey, version, definition, audience, threshold)
    VALUES (?, ?, ?, 'staff', ?) ON CONFLICT DO NOTHING`,
  args: [survey, version, definition, threshold],
});

/** Replaces a pool within a batch; fails the whole batch when the pool has changed since it was read. */
export const exchangePool = ({ survey, before, after }: Omit<Spending, 'tokenHash'>): Statement => ({
  sql: 'UPDATE survey_pools SET sealed = CASE WHEN sealed = ? THEN ? END WHERE survey = ?',
  args: [before, after, survey],
});

/** After the retention term: deletes the pool and the invitations. */
export const dropPool = (survey: string): Statement[] => [
  { sql: 'DELETE FROM survey_pools WHERE survey = ?', args: [survey] },
  { sql: 'DELETE FROM survey_tokens WHERE survey = ?', args: [survey] },
];

const COLUMNS = 'survey, threshold, sealed';
const UNUSED = 'survey = ? AND token_hash = ? AND used = 0';
/**
 * Each statement applies only if the other does: the first requires an unused token, the second the replaced
 * pool.
 */
const EXCHANGE = `UPDATE survey_pools SET sealed = ? WHERE survey = ? AND sealed = ?
  AND EXISTS (SELECT 1 FROM survey_tokens WHERE ${UNUSED})`;
const USE = `UPDATE survey_tokens SET used = 1 WHERE ${UNUSED}
  AND EXISTS (SELECT 1 FROM survey_pools WHERE survey = ? AND sealed = ?)`;

const toPool = (row: Readonly<Record<string, unknown>>): Pool => ({
  survey: String(row['survey']),
  threshold: Number(row['threshold']),
  sealed: row['sealed'] as Uint8Array,
});

export function poolStore(database: Database): PoolStore {
  return {
    async all() {
      const { rows } = await database.execute({ sql: `SELECT ${COLUMNS} FROM survey_pools` });
      return rows.map(toPool);
    },
    async find(survey) {
      const sql = `SELECT ${COLUMNS} FROM survey_pools WHERE survey = ?`;
      const { rows } = await database.execute({ sql, args: [survey] });
      return rows[0] ? toPool(rows[0]) : null;
    },
    async spend({ survey, tokenHash, before, after }, version) {
      const [, used] = await database.batch([
        { sql: EXCHANGE, args: [after, survey, before, survey, tokenHash] },
        { sql: USE, args: [survey, tokenHash, survey, after] },
        promise(version),
      ]);
      return used?.rowsAffected === 1;
    },
    async isHeld(survey) {
      const sql = 'SELECT 1 FROM survey_holds WHERE survey = ?';
      return (await database.execute({ sql, args: [survey] })).rows.length > 0;
    },
    async definitions(survey) {
      const sql = 'SELECT version, definition FROM survey_versions WHERE survey = ?';
      const { rows } = await database.execute({ sql, args: [survey] });
      return new Map(rows.map(row => [Number(row['version']), String(row['definition'])]));
    },
  };
}

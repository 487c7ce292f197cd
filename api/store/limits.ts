// Counts of attempts in SQL. Node adds to them once a second; the edge counts here, in one statement.
import type { Action } from '../domain/limits.ts';
import type { Database, Row } from './database.ts';

/** One source's count in one time slot; source is '' when the address is unknown. */
export interface CountRow {
  readonly source: string;
  readonly action: Action;
  readonly slot: number;
  readonly n: number;
}

/** One more attempt, counted only while there are fewer than `ceiling` from the slot `since` on. */
interface Attempt {
  readonly source: string;
  readonly action: Action;
  readonly slot: number;
  readonly since: number;
  readonly ceiling: number;
}

export interface LimitStore {
  /** Every count from this slot on. */
  load(since: number): Promise<readonly CountRow[]>;
  /** Adds to the counts and removes those before the slot `since`. */
  add(rows: readonly CountRow[], since: number): Promise<void>;
  /** Removes those before the slot `since`. */
  forget(since: number): Promise<void>;
  /** The source's counts of this action from the slot `since` on. */
  countsOf(of: Omit<Attempt, 'slot' | 'ceiling'>): Promise<readonly Pick<CountRow, 'slot' | 'n'>[]>;
  /** Counts one attempt if allowed; `counts` are the source's afterwards. */
  count(attempt: Attempt): Promise<{ counted: boolean; counts: readonly Pick<CountRow, 'slot' | 'n'>[] }>;
}

/** Rows per statement: SQLite allows 32 766 parameters; the limit here is a server's response time. */
const CHUNK = 500;

const FORGET = 'DELETE FROM limit_counts WHERE slot < ?';
const OF_SOURCE = 'FROM limit_counts WHERE source = ? AND action = ? AND slot >= ?';
const COUNT = `INSERT INTO limit_counts (source, action, slot, n) SELECT ?, ?, ?, 1
  WHERE (SELECT coalesce(sum(n), 0) ${OF_SOURCE}) < ?
  ON CONFLICT DO UPDATE SET n = n + 1 RETURNING n`;

const toCount = (row: Row) => ({ slot: Number(row['slot']), n: Number(row['n']) });

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => rows.slice(i * CHUNK, (i + 1) * CHUNK));

const addStatement = (rows: readonly CountRow[]) => ({
  sql: `INSERT INTO limit_counts (source, action, slot, n) VALUES ${rows.map(() => '(?, ?, ?, ?)').join(', ')}
    ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  args: rows.flatMap(({ source, action, slot, n }) => [source, action, slot, n]),
});

/** The counts over any engine behind the port. */
export function limitStore(database: Database): LimitStore {
  return {
    async load(since) {
      const sql = 'SELECT source, action, slot, n FROM limit_counts WHERE slot >= ?';
      const { rows } = await database.execute({ sql, args: [since] });
      return rows.map(row => ({
        source: String(row['source']),
        action: row['action'] as Action,
        slot: Number(row['slot']),
        n: Number(row['n']),
      }));
    },
    async add(rows, since) {
      await database.batch([...chunks(rows).map(addStatement), { sql: FORGET, args: [since] }]);
    },
    async forget(since) {
      await database.execute({ sql: FORGET, args: [since] });
    },
    async countsOf({ source, action, since }) {
      const sql = `SELECT slot, n ${OF_SOURCE}`;
      return (await database.execute({ sql, args: [source, action, since] })).rows.map(toCount);
    },
    async count({ source, action, slot, since, ceiling }) {
      const [counted, counts] = await database.batch([
        { sql: COUNT, args: [source, action, slot, source, action, since, ceiling] },
        { sql: `SELECT slot, n ${OF_SOURCE}`, args: [source, action, since] },
        { sql: FORGET, args: [since] },
      ]);
      return {
        counted: counted?.rows.length === 1,
        counts: (counts?.rows ?? []).map(toCount),
      };
    },
  };
}

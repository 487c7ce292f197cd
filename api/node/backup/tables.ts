// Checks which tables a database has: a copy from an older version lacks some.
import type { Database } from '../../store/database.ts';

export async function tablesIn(database: Database): Promise<ReadonlySet<string>> {
  const { rows } = await database.execute({ sql: "SELECT name FROM sqlite_schema WHERE type = 'table'" });
  return new Set(rows.map(({ name }) => String(name)));
}

/** The number of rows of a table, if the table exists. */
export async function countIn(database: Database, table: string): Promise<number> {
  const { rows } = await database.execute({ sql: `SELECT count(*) AS n FROM ${table}` });
  return Number(rows[0]?.['n']);
}

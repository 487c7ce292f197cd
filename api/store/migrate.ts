// Migrates a database to the schema of this program, one migration at a time, each whole or not at all.
import type { Database } from './database.ts';
import { type Migration, migrations } from './migrations.ts';

const RECORDS = `CREATE TABLE IF NOT EXISTS migrations (
  id TEXT PRIMARY KEY,
  applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT`;

/** The database was last used by a newer program. The message is for the operator. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/**
 * Applies the missing migrations and returns their ids, oldest first. Safe to call again or from two programs
 * at once: each migration is applied by exactly one of them.
 * @throws {NewerDatabase} when the database has a migration unknown to this program; nothing is changed then.
 */
export async function migrate(
  database: Database,
  known: readonly Migration[] = migrations,
): Promise<string[]> {
  await database.execute({ sql: RECORDS });
  const applied = await appliedIds(database);
  refuseUnknown(applied, known);
  const mine: string[] = [];
  for (const migration of known) {
    if (!applied.has(migration.id) && (await apply(database, migration))) mine.push(migration.id);
  }
  return mine;
}

/** False when another program applied it first. */
async function apply(database: Database, { id, statements }: Migration): Promise<boolean> {
  const record = { sql: 'INSERT INTO migrations (id) VALUES (?)', args: [id] };
  try {
    await database.batch([record, ...statements.map(sql => ({ sql }))]);
    return true;
  } catch (fault) {
    // The loser of a race violates the primary key. Engines report that differently (facts/platform T6), so
    // the table is read instead.
    if ((await appliedIds(database)).has(id)) return false;
    throw fault;
  }
}

async function appliedIds(database: Database): Promise<Set<string>> {
  const { rows } = await database.execute({ sql: 'SELECT id FROM migrations' });
  return new Set(rows.map(row => String(row['id'])));
}

function refuseUnknown(applied: ReadonlySet<string>, known: readonly Migration[]): void {
  const unknown = [...applied].filter(id => !known.some(migration => migration.id === id)).sort();
  if (unknown.length === 0) return;
  throw new NewerDatabase(
    `Datubāzi ir mainījusi jaunāka programmas versija (nezināmas izmaiņas: ${unknown.join(', ')}). ` +
      'Atjauniniet programmu vai atjaunojiet datubāzi no rezerves kopijas.',
  );
}

// Checks the integrity of a database file: the file itself, its schema, its keys and its event chain.
import type { Head } from '../../domain/chain.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { lastEvents } from '../../store/chain.ts';
import type { Database } from '../../store/database.ts';
import { migrations } from '../../store/migrations.ts';
import { requireOwnKeys } from '../own-keys.ts';
import { Refusal } from '../refusal.ts';
import { verifyRegister } from '../register/verify.ts';
import { openPlain } from './plain-file.ts';
import { countIn, tablesIn } from './tables.ts';

export interface Examined {
  /** The id of the newest migration in it. */
  readonly schema: string;
  /** Null while the chain is empty. */
  readonly head: Head | null;
  /** When the last event happened, ISO 8601. */
  readonly lastAt: string | null;
  /** Row counts of the tables that matter to a person. */
  readonly counts: Readonly<Record<string, number>>;
  /**
   * Damage to the event chain, or mismatches between it and the register, in words; null when there are none.
   */
  readonly damage: string | null;
}

export interface ExamineTools {
  readonly keyring: Keyring;
  /** The key file's path, for the error message when the keys belong to another register. */
  readonly keyFile: string;
}

const COUNTED = ['submissions', 'attachments', 'events', 'people', 'tombstones', 'survey_answers'];
/** Before this one there was no chain and no way to back up. */
const OLDEST = '0002-sealed';

/**
 * Examines a file that nobody writes to; opens it read-only and writes no files beside it.
 * @throws {Refusal} when it is not a complete database of this program, is newer than the program, or belongs
 * to other keys.
 */
export async function examine(file: string, name: string, tools: ExamineTools): Promise<Examined> {
  let database: Database | null = null;
  try {
    database = openPlain(file, { readOnly: true });
    return await examineOpen(database, name, tools);
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    const detail = fault instanceof Error ? fault.message : String(fault);
    throw new Refusal(`“${name}” nav vesela KAC datubāze: ${detail}.`, { cause: fault });
  } finally {
    await database?.close();
  }
}

/** The same on an open database. */
async function examineOpen(
  database: Database,
  name: string,
  { keyring, keyFile }: ExamineTools,
): Promise<Examined> {
  const schema = await schemaOf(database, name);
  await requireSound(database, name);
  await requireOwnKeys(database, keyring, keyFile);
  const { whole, text } = await verifyRegister(database, keyring, null);
  const [last] = await lastEvents(database, 1);
  return {
    schema,
    head: last ?? null,
    lastAt: last?.at ?? null,
    counts: await countsOf(database),
    damage: whole ? null : text.trim(),
  };
}

async function schemaOf(database: Database, name: string): Promise<string> {
  if (!(await tablesIn(database)).has('migrations')) throw new Refusal(`“${name}” nav KAC datubāze.`);
  const { rows } = await database.execute({ sql: 'SELECT id FROM migrations ORDER BY id' });
  const ids = rows.map(({ id }) => String(id));
  const unknown = ids.filter(id => !migrations.some(known => known.id === id));
  if (unknown.length > 0)
    throw new Refusal(
      `“${name}” ir no jaunākas programmas versijas (nezināmas izmaiņas: ${unknown.join(', ')}). ` +
        'Atjauniniet programmu vai izvēlieties citu kopiju.',
    );
  if (!ids.includes(OLDEST))
    throw new Refusal(`“${name}” ir no versijas, kurā vēl nebija notikumu ķēdes; pārbaudīt to nevar.`);
  return ids.at(-1) ?? '';
}

async function requireSound(database: Database, name: string): Promise<void> {
  const { rows: faults } = await database.execute({ sql: 'PRAGMA integrity_check(3)' });
  const said = faults.map(row => Object.values(row).join(' '));
  if (said.join() !== 'ok')
    throw new Refusal(`“${name}” ir bojāta: ${said.join('; ')}. Izmantojiet citu kopiju.`);
  const { rows: orphans } = await database.execute({ sql: 'PRAGMA foreign_key_check' });
  if (orphans.length > 0)
    throw new Refusal(
      `“${name}” ir bojāta: tabulā “${orphans[0]?.['table']}” ir rindas, kas ne pie kā nepieder (${orphans.length}).`,
    );
}

async function countsOf(database: Database): Promise<Record<string, number>> {
  const there = await tablesIn(database);
  const counts: Record<string, number> = {};
  for (const table of COUNTED.filter(one => there.has(one))) counts[table] = await countIn(database, table);
  return counts;
}

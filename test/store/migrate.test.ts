// Migrations beyond the store suite: refusals, failures half way, two programs on one file, and the first schema.
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEmbedded } from '../../api/node/embedded.ts';
import type { Database } from '../../api/store/database.ts';
import { migrate, NewerDatabase } from '../../api/store/migrate.ts';
import { type Migration, migrations } from '../../api/store/migrations.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();
const one: Migration = { id: '0001-one', statements: ['CREATE TABLE one (i INTEGER) STRICT'] };
const two: Migration = {
  id: '0002-two',
  statements: ['CREATE TABLE two (i INTEGER) STRICT', 'INSERT INTO two VALUES (2)'],
};

async function open(file = join(folder(), 'kac.db')): Promise<Database> {
  const database = await openEmbedded(file);
  onTestFinished(() => database.close());
  return database;
}

const tablesOf = async (database: Database) => {
  const { rows } = await database.execute({
    sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  });
  return rows.map(row => row['name']);
};

describe('migrate', () => {
  it('applies what is missing, in order, and says what it did', async () => {
    const database = await open();
    expect(await migrate(database, [one])).toEqual(['0001-one']);
    expect(await migrate(database, [one, two])).toEqual(['0002-two']);
    expect(await migrate(database, [one, two])).toEqual([]);
    expect((await database.execute({ sql: 'SELECT i FROM two' })).rows).toEqual([{ i: 2 }]);
  });

  it('refuses a database a newer program has changed, and leaves it as it is', async () => {
    const database = await open();
    await migrate(database, [two]);
    const refused = migrate(database, [one]);
    await expect(refused).rejects.toBeInstanceOf(NewerDatabase);
    await expect(refused).rejects.toThrow(/nezināmas izmaiņas: 0002-two/);
    expect(await tablesOf(database)).toEqual(['migrations', 'two']);
  });

  it('undoes a migration that fails half way, and can repeat it mended', async () => {
    const database = await open();
    const broken = { ...two, statements: [...two.statements, 'INSERT INTO nowhere VALUES (1)'] };
    await expect(migrate(database, [one, broken])).rejects.toThrow(/nowhere/);
    expect(await tablesOf(database)).toEqual(['migrations', 'one']);
    expect(await migrate(database, [one, two])).toEqual(['0002-two']);
  });

  it('lets two programs start on one file: each migration is applied by one of them', async () => {
    const file = join(folder(), 'kac.db');
    const databases = [await open(file), await open(file), await open(file)];
    const applied = await Promise.all(databases.map(database => migrate(database, [one, two])));
    expect(applied.flat().sort()).toEqual(['0001-one', '0002-two']);
    expect((await databases[0]?.execute({ sql: 'SELECT i FROM two' }))?.rows).toEqual([{ i: 2 }]);
  });
});

it('the list of migrations is in the order of its numbers, each once', () => {
  const ids = migrations.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

describe('the schema', () => {
  const bytes = (first: number) => Uint8Array.of(first, 1, 2);
  const submission = (reference: string, first: number, kind = 'complaint') => ({
    sql: `INSERT INTO submissions (reference, kind, received_at, deadline, rule_points, window_id, for_office, content,
      idempotency_hash, code_hash, receipt) VALUES (?, ?, '2026-11-22T10:00:00Z', '[]', '[]', 'w', ?, ?, ?, ?, '')
      RETURNING id, state, due_on`,
    args: [reference, kind, bytes(0), bytes(0), bytes(first), bytes(first)],
  });
  const ready = async () => {
    const database = await open();
    await migrate(database);
    return database;
  };

  it('stores a submission as received', async () => {
    const database = await ready();
    const { rows } = await database.execute(submission('KAC-1', 1));
    expect(rows).toEqual([{ id: 1, state: 'received', due_on: null }]);
  });

  it('lets neither a kind nor a state in that it does not know', async () => {
    const database = await ready();
    await expect(database.execute(submission('KAC-1', 1, 'rumour'))).rejects.toThrow(/CHECK/);
    await database.execute(submission('KAC-1', 1));
    await expect(database.execute({ sql: "UPDATE submissions SET state = 'lost'" })).rejects.toThrow(/CHECK/);
  });

  it('lets a reference, an idempotency hash and a code hash stand once', async () => {
    const database = await ready();
    await database.execute(submission('KAC-1', 1));
    await expect(database.execute(submission('KAC-1', 2))).rejects.toThrow(/reference/);
    await expect(database.execute(submission('KAC-2', 1))).rejects.toThrow(/idempotency_hash|code_hash/);
  });

  it('gives a number in the event chain once', async () => {
    const database = await ready();
    const event = {
      sql: "INSERT INTO events (seq, reference, at, kind, actor, detail, hash) VALUES (1, 'KAC-1', '', '', '', '', x'00')",
    };
    await database.execute(event);
    await expect(database.execute(event)).rejects.toThrow(/events\.seq/);
  });
});

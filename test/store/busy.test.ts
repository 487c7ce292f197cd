// SQLITE_BUSY on a file (facts/platform T1): what the driver alone loses, and that nothing is lost behind the
// port. Another process holds the lock on purpose: two SQLite libraries in one process do not see each
// other's locks.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client/node';
import { describe, expect, it } from 'vitest';
import { libsqlDatabase } from '../../api/store/libsql.ts';
import { temporaryFolders } from '../support/folder.ts';
import { holdWriteLock, numbersOnDisk } from '../support/process.ts';

const folder = temporaryFolders();
const insert = (i: number) => ({ sql: 'INSERT INTO t (i) VALUES (?)', args: [i] });

async function fileWithZero(): Promise<{ file: string; client: Client }> {
  const file = join(folder(), 'busy.db');
  const client = createClient({ url: pathToFileURL(file).href, timeout: 20 });
  await client.executeMultiple('PRAGMA journal_mode = WAL; CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT');
  await client.execute(insert(0));
  return { file, client };
}

const codeOf = (fault: unknown): unknown => (fault as { code?: unknown }).code;

describe('the driver alone, after one SQLITE_BUSY', () => {
  it('acknowledges writes that are not on disk (when this goes red, the driver is mended and our guard may go)', async () => {
    const { file, client } = await fileWithZero();
    const holder = await holdWriteLock(file);
    expect(codeOf(await client.execute(insert(1)).catch(fault => fault))).toBe('SQLITE_BUSY');
    await holder.stop();

    const acknowledged = await client.execute(insert(2));
    expect(acknowledged.rowsAffected).toBe(1);
    expect(numbersOnDisk(file)).toEqual([0]);
    client.close();
    expect(numbersOnDisk(file)).toEqual([0]);
  });
});

describe('the port, after SQLITE_BUSY', () => {
  it('waits for the lock and keeps every row', async () => {
    const { file, client } = await fileWithZero();
    const database = libsqlDatabase(client);
    const holder = await holdWriteLock(file);
    const writes = [1, 2, 3].map(i => database.execute(insert(i)));
    const batch = database.batch([insert(4), insert(5)]);
    setTimeout(() => holder.stop(), 100);

    await Promise.all([...writes, batch]);
    expect(numbersOnDisk(file)).toEqual([0, 1, 2, 3, 4, 5]);
    await database.close();
  });

  it('says so when the lock is not freed, and is sound afterwards', async () => {
    const { file, client } = await fileWithZero();
    const database = libsqlDatabase(client);
    const holder = await holdWriteLock(file);
    expect(codeOf(await database.execute(insert(1)).catch(fault => fault))).toBe('SQLITE_BUSY');
    expect(codeOf(await database.batch([insert(1)]).catch(fault => fault))).toBe('SQLITE_BUSY');
    await holder.stop();

    await database.execute(insert(2));
    await database.batch([insert(3)]);
    expect(numbersOnDisk(file)).toEqual([0, 2, 3]);
    await database.close();
  });

  it('gives the new connection its settings', async () => {
    const { file, client } = await fileWithZero();
    const database = libsqlDatabase(client, { onConnect: 'PRAGMA synchronous = EXTRA' });
    const holder = await holdWriteLock(file);
    await database.execute(insert(1)).catch(fault => fault);
    await holder.stop();
    expect((await database.execute({ sql: 'PRAGMA synchronous' })).rows).toEqual([{ synchronous: 3 }]);
    await database.close();
  });
});

it('settings hold on whichever connection answers, however many calls come at once', async () => {
  const { client } = await fileWithZero();
  const database = libsqlDatabase(client, { onConnect: 'PRAGMA synchronous = EXTRA' });
  await database.execute(insert(1));
  const results = await Promise.all(
    Array.from({ length: 20 }, () => database.execute({ sql: 'PRAGMA synchronous' })),
  );
  expect(new Set(results.map(({ rows }) => rows[0]?.['synchronous']))).toEqual(new Set([3]));
  await database.close();
});

it('stays closed', async () => {
  const { client } = await fileWithZero();
  const database = libsqlDatabase(client);
  await database.close();
  expect(codeOf(await database.execute(insert(1)).catch(fault => fault))).toBe('CLIENT_CLOSED');
  expect(codeOf(await database.execute(insert(1)).catch(fault => fault))).toBe('CLIENT_CLOSED');
});

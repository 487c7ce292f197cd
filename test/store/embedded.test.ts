// The embedded file in its worker thread: the store suite on a real file, and what only a thread or a file can do.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseFault, openEmbedded, startWorker, throughWorker } from '../../api/node/embedded.ts';
import type { Database } from '../../api/store/database.ts';
import { temporaryFolders } from '../support/folder.ts';
import { holdWriteLock, numbersOnDisk, startScript } from '../support/process.ts';
import { describeStore } from './suite.ts';

const folder = temporaryFolders();

describeStore('an embedded file', async () => {
  const database = await openEmbedded(join(folder(), 'suite.db'));
  return { database, close: database.close };
});

describe('the embedded file', () => {
  const opened: Database[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(database => database.close()));
  });
  const open = async () => {
    const file = join(folder(), 'kac.db');
    const database = await openEmbedded(file);
    opened.push(database);
    return { file, database };
  };
  const TABLE = { sql: 'CREATE TABLE t (i INTEGER PRIMARY KEY) STRICT' };
  const insert = (i: number) => ({ sql: 'INSERT INTO t (i) VALUES (?)', args: [i] });

  async function settingsOf(database: Database): Promise<unknown[]> {
    const names = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'busy_timeout'];
    const results = await Promise.all(names.map(name => database.execute({ sql: `PRAGMA ${name}` })));
    return results.map(({ rows }) => Object.values(rows[0] ?? {})[0]);
  }
  const FULL = 2;
  const SETTINGS = ['wal', FULL, 1, 1, 5000];

  it('has its settings on whichever connection answers', async () => {
    const { database } = await open();
    await database.execute(TABLE);
    const writes = Array.from({ length: 30 }, (_, i) => database.batch([insert(i)]));
    expect(await Promise.all(Array.from({ length: 20 }, () => settingsOf(database)))).toEqual(
      Array.from({ length: 20 }, () => SETTINGS),
    );
    await Promise.all(writes);
    expect(await settingsOf(database)).toEqual(SETTINGS);
  });

  it('keeps them after faults of every kind', async () => {
    const { file, database } = await open();
    await database.batch([TABLE, insert(1)]);
    await expect(database.batch([insert(2), insert(1)])).rejects.toThrow();
    await expect(database.execute({ sql: 'nonsense' })).rejects.toThrow();
    expect(await settingsOf(database)).toEqual(SETTINGS);
    const holder = await holdWriteLock(file);
    const waiting = database.execute(insert(3));
    setTimeout(() => holder.stop(), 200);
    await waiting;
    expect(await settingsOf(database)).toEqual(SETTINGS);
    expect(numbersOnDisk(file)).toEqual([1, 3]);
  });

  it('has committed to disk what it acknowledged', async () => {
    const { file, database } = await open();
    await database.execute(TABLE);
    await Promise.all([1, 2, 3].map(i => database.execute(insert(i))));
    expect(numbersOnDisk(file)).toEqual([1, 2, 3]);
  });

  it('rejects with the code of SQLite', async () => {
    const { database } = await open();
    await database.batch([TABLE, insert(1)]);
    const fault = await database.execute(insert(1)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DatabaseFault);
    expect(fault).toMatchObject({ code: 'SQLITE_CONSTRAINT', extendedCode: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  });

  it('rejects what cannot be sent, and goes on', async () => {
    const { database } = await open();
    const wrong = { sql: 'SELECT ?', args: [(() => 1) as unknown as string] };
    await expect(database.execute(wrong)).rejects.toThrow(/could not be cloned/);
    expect((await database.execute({ sql: 'SELECT 1 AS one' })).rows).toEqual([{ one: 1 }]);
  });

  it('finishes what was asked before it closes, and leaves one whole file', async () => {
    const { file, database } = await open();
    await database.execute(TABLE);
    // Another process has the file open, so that SQLite does not clean up by itself.
    const reader = await startScript(
      `import { DatabaseSync } from 'node:sqlite';
       console.log(new DatabaseSync(process.argv[1]).prepare('SELECT count(*) FROM t').get());
       process.stdin.resume();`,
      file,
    );
    const writes = [1, 2, 3].map(i => database.execute(insert(i)));
    await database.close();
    await Promise.all(writes);
    expect(statSync(`${file}-wal`).size).toBe(0);
    await reader.stop();
    expect(numbersOnDisk(file)).toEqual([1, 2, 3]);
    await database.close();
    await expect(database.execute(insert(4))).rejects.toMatchObject({ code: 'WORKER_GONE' });
  });

  it('rejects every waiting call, and later ones, when the thread ends', async () => {
    const worker = startWorker(join(folder(), 'kac.db'));
    const database = throughWorker(worker);
    await database.execute(TABLE);
    const waiting = Array.from({ length: 500 }, (_, i) => database.execute(insert(i)));
    void worker.terminate();
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'WORKER_GONE' } });
    await expect(database.execute(insert(501))).rejects.toMatchObject({ code: 'WORKER_GONE' });
    await database.close();
  });

  it('refuses a file that is no database', async () => {
    const file = join(folder(), 'kac.db');
    writeFileSync(file, 'This is a letter, not a database. '.repeat(100));
    await expect(openEmbedded(file)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  });

  it('refuses a folder that is not there', async () => {
    await expect(openEmbedded(join(folder(), 'nowhere', 'kac.db'))).rejects.toThrow(/open/i);
  });
});

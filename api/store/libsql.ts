// Puts @libsql/client behind the port: plain rows, persistent connection settings, and no lost write after
// SQLITE_BUSY. Used by the database worker (a file) and by roots with a remote server.
import type { Client, ResultSet, Value } from '@libsql/client';
import type { Database, Result, Row, SqlValue, Statement } from './database.ts';

export interface LibsqlOptions {
  /** SQL for every connection before its first use (PRAGMAs). Files only; a server has its own settings. */
  readonly onConnect?: string;
}

type Run = <T>(call: () => Promise<T>) => Promise<T>;

const TRIES = 5;
const FIRST_WAIT_MS = 20;

/**
 * The port over a libSQL client. Rejects with the client's `LibsqlError` (`code` as in SQLite, for example
 * `SQLITE_CONSTRAINT`); `SQLITE_BUSY` only after five tries. `close` waits for the calls made before it.
 *
 * `rowsAffected` of a statement with RETURNING is the number of rows it returned, whatever the engine says.
 */
export function libsqlDatabase(client: Client, options: LibsqlOptions = {}): Database {
  const run: Run = client.protocol === 'file' ? inTurn(onFile(client, options.onConnect)) : retryBusy;
  return {
    execute: statement => run(async () => toResult(statement, await client.execute(toClient(statement)))),
    batch: statements => {
      if (statements.length === 0) return Promise.resolve([]);
      return run(async () => {
        const results = await client.batch(statements.map(toClient), modeOf(statements));
        return statements.map((statement, index) => toResult(statement, results[index]));
      });
    },
    close: () => run(async () => client.close()),
  };
}

/** A read does not wait for the write lock, and works where nothing can be written. */
const modeOf = (statements: readonly Statement[]): 'write' | 'deferred' =>
  statements.every(({ sql }) => /^\s*SELECT\b/i.test(sql)) ? 'deferred' : 'write';

/**
 * The rule for a file: a connection that failed is not reused unchanged. After SQLITE_BUSY the driver leaves
 * its statement open; every later write on that connection is acknowledged and never committed
 * (facts/platform T1, libsql-client-ts#352), so the client reconnects before anything else runs.
 */
function onFile(client: Client, onConnect: string | undefined): Run {
  let settled = false;
  const attempt: Run = async call => {
    try {
      if (!settled && onConnect !== undefined) await client.executeMultiple(onConnect);
      settled = true;
      return await call();
    } catch (fault) {
      // Even a harmless error may have made the pool drop the connection, and its settings with it.
      settled = false;
      if (endangersConnection(fault)) await client.reconnect();
      throw fault;
    }
  };
  return call => retryBusy(() => attempt(call));
}

async function retryBusy<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (fault) {
      if (codeOf(fault) !== 'SQLITE_BUSY' || tried === TRIES) throw fault;
      await new Promise(resolve => setTimeout(resolve, FIRST_WAIT_MS * 2 ** tried));
    }
  }
}

/** Calls one after another: `reconnect` closes every connection of the client, even during another call. */
function inTurn(run: Run): Run {
  let last: Promise<unknown> = Promise.resolve();
  return call => {
    const result = last.then(() => run(call));
    last = result.catch(() => undefined);
    return result;
  };
}

function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : '';
}

// A broken constraint or a wrong statement leaves the connection intact (measured); other SQLite errors may
// not.
function endangersConnection(fault: unknown): boolean {
  const code = codeOf(fault);
  return code.startsWith('SQLITE_') && code !== 'SQLITE_CONSTRAINT' && code !== 'SQLITE_ERROR';
}

const toClient = ({ sql, args }: Statement) => ({ sql, args: [...(args ?? [])] });

function toResult({ sql }: Statement, set: ResultSet | undefined): Result {
  if (!set) throw new Error('the engine answered fewer statements than it was given');
  const rows = set.rows.map(row => toRow(set.columns, row));
  if (set.columns.length === 0) return { rows, rowsAffected: set.rowsAffected };
  return { rows, rowsAffected: /\bRETURNING\b/i.test(sql) ? rows.length : 0 };
}

function toRow(columns: readonly string[], row: ArrayLike<Value>): Row {
  return Object.fromEntries(columns.map((column, index) => [column, toValue(row[index])]));
}

function toValue(value: Value | undefined): SqlValue {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof value === 'bigint') return Number(value);
  return value ?? null;
}

// The embedded database behind the port: each call is a message to the worker thread that owns the file.
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database, Result, SqlValue, Statement } from '../store/database.ts';
import type { Call, Fault, Reply, Request, WorkerData } from './worker-protocol.ts';

/** What a failed call rejects with. `code` is SQLite's (`SQLITE_CONSTRAINT`), or `WORKER_GONE` when the thread ended. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
  readonly code: string | undefined;
  readonly extendedCode: string | undefined;

  constructor({ message, code, extendedCode }: Omit<Fault, 'name'>, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.extendedCode = extendedCode;
  }
}

/**
 * Opens (or makes) the database file in a worker thread. Nobody else in this process may open that file by
 * other means, not even to read it: closing it would drop the locks SQLite holds on it, and rows would be lost.
 *
 * @throws {DatabaseFault} when the file cannot be opened as a database.
 */
export async function openEmbedded(file: string): Promise<Database> {
  const worker = startWorker(file);
  const database = throughWorker(worker);
  try {
    // Reads the file's header, so that a file which is no database is told now and not on the first visit.
    await database.execute({ sql: 'SELECT count(*) FROM sqlite_schema' });
  } catch (fault) {
    await worker.terminate();
    throw fault;
  }
  return database;
}

/** The thread that owns the file. `openEmbedded` is the way in; tests end the thread to see what callers are told. */
export function startWorker(file: string): Worker {
  const workerData: WorkerData = { file: resolve(file) };
  // Flags of the program around it, such as --input-type, would stop the thread from loading its file.
  const execArgv: string[] = [];
  return new Worker(new URL('../database.worker.ts', import.meta.url), { workerData, execArgv });
}

/** The port by messages to the thread. When it ends, every waiting and later call rejects with `WORKER_GONE`. */
export function throughWorker(worker: Worker): Database {
  const call = callsTo(worker);
  const exited = new Promise<void>(done => worker.once('exit', () => done()));
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await call<void>({ kind: 'close' });
      await exited;
    } catch (fault) {
      if (!(fault instanceof DatabaseFault) || fault.code !== 'WORKER_GONE') throw fault;
    }
  };
  return {
    execute: statement => call<Result>({ kind: 'execute', statement: compact(statement) }),
    batch: statements => call<readonly Result[]>({ kind: 'batch', statements: statements.map(compact) }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function callsTo(worker: Worker): <T>(call: Call) => Promise<T> {
  const pending = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>();
  let gone: DatabaseFault | null = null;
  let lastId = 0;
  const end = (why: string, cause?: unknown): void => {
    const code = 'WORKER_GONE';
    gone ??= new DatabaseFault(
      { message: `the database worker is gone: ${why}`, code, extendedCode: undefined },
      cause,
    );
    for (const { reject } of pending.values()) reject(gone);
    pending.clear();
  };
  worker.on('error', fault => end(fault instanceof Error ? fault.message : String(fault), fault));
  worker.on('exit', code => end(`exit code ${code}`));
  worker.on('message', (reply: Reply) => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value as never);
    else waiting?.reject(new DatabaseFault(reply.fault));
  });
  return call =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      const request: Request = { id: lastId, call };
      // First the message: what cannot be cloned throws here and must not stay in the list.
      worker.postMessage(request);
      pending.set(lastId, { resolve, reject });
    });
}

/** A view into a larger buffer (every small `Buffer`) is copied out: the clone would carry the whole buffer along. */
function compact({ sql, args = [] }: Statement): Statement {
  return { sql, args: args.map(ownBytes) };
}

function ownBytes(value: SqlValue): SqlValue {
  if (!(value instanceof Uint8Array) || value.byteLength === value.buffer.byteLength) return value;
  return new Uint8Array(value);
}

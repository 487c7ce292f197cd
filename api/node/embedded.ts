// The embedded database behind the port: each call is a message to the worker thread that owns the file.
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database, Result, SqlValue, Statement } from '../store/database.ts';
import type { StoreGroup } from '../store/intake.ts';
import type { IntakeSetting } from './intake.ts';
import type { Call, Fault, Reply, Request, WorkerData } from './worker-protocol.ts';

/**
 * The error of a failed call. `code` is SQLite's (`SQLITE_CONSTRAINT`), or `WORKER_GONE` when the thread
 * ended.
 */
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

/** What is used of a `Worker`. */
export interface DatabaseThread {
  on(event: 'error', listener: (fault: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  on(event: 'message', listener: (reply: Reply) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  postMessage(request: Request, handOver: ArrayBuffer[]): void;
  terminate(): Promise<unknown>;
}

/** The database in its own thread, which can do more than the port requires. */
export interface EmbeddedDatabase extends Database {
  /** Lets the thread take in submissions: it gets the intake's keys, never the office's. */
  openIntake(setting: IntakeSetting): Promise<StoreGroup>;
  /** Whether the thread has the key of a window in memory: for tests of how long it is kept. */
  holdsKey(): Promise<boolean>;
}

/**
 * Lets the database's thread take in submissions with these keys, for this site; null when there is no thread
 * and the caller must do it.
 */
export async function intakeOf(
  database: Database | EmbeddedDatabase,
  { secrets, site, openMs }: IntakeSetting,
): Promise<StoreGroup | null> {
  if (!('openIntake' in database)) return null;
  const { secret, signing, recipients } = secrets;
  const { centre, calendar, policies } = site;
  return database.openIntake({
    secrets: { secret, signing, recipients },
    site: { centre: { name: centre.name }, calendar, policies },
    openMs,
  });
}

/**
 * Opens (or makes) the database file in a worker thread. Nobody else in this process may open that file by
 * other means, not even to read it: closing it would drop the locks SQLite holds on it, and rows would be lost.
 *
 * @param worker the thread that has the file; tests share one thread between their files
 * @throws {DatabaseFault} when the file cannot be opened as a database.
 */
export async function openEmbedded(
  file: string,
  worker: DatabaseThread = startWorker(file),
): Promise<EmbeddedDatabase> {
  const database = throughWorker(worker);
  try {
    // Reads the file's header, so that a file that is not a database is reported now and not on the first
    // request.
    await database.execute({ sql: 'SELECT count(*) FROM sqlite_schema' });
  } catch (fault) {
    await worker.terminate();
    throw fault;
  }
  return database;
}

/** The thread that owns the file. Use `openEmbedded`; tests end the thread to see the errors of callers. */
export function startWorker(file: string): Worker {
  const workerData: WorkerData = { file: resolve(file) };
  // Flags of the surrounding program, such as --input-type, would stop the thread from loading its file.
  const execArgv: string[] = [];
  return new Worker(new URL('../database.worker.ts', import.meta.url), { workerData, execArgv });
}

/** The port by messages to the thread. When it ends, every waiting and later call rejects with `WORKER_GONE`. */
export function throughWorker(worker: DatabaseThread): EmbeddedDatabase {
  const call = callsTo(worker);
  const exited = new Promise<void>(done => worker.once('exit', () => done()));
  let closing: Promise<void> | null = null;
  const batch = (kind: 'execute' | 'batch', statements: readonly Statement[]) => {
    const packed = pack(statements);
    return call<readonly Result[]>({ kind, statements: packed.statements }, [packed.buffer]);
  };
  const close = async (): Promise<void> => {
    try {
      await call<void>({ kind: 'close' });
      await exited;
    } catch (fault) {
      if (!(fault instanceof DatabaseFault) || fault.code !== 'WORKER_GONE') throw fault;
    }
  };
  return {
    async execute(statement) {
      const [result] = await batch('execute', [statement]);
      return result as Result;
    },
    batch: statements => batch('batch', statements),
    async openIntake(setting) {
      await call<void>({ kind: 'open-intake', ...setting });
      return (group, head) => call({ kind: 'take', group, head });
    },
    holdsKey: () => call({ kind: 'holds-key' }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function callsTo(worker: DatabaseThread): <T>(call: Call, handOver?: ArrayBuffer[]) => Promise<T> {
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
  worker.on('message', reply => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply.value as never);
    else waiting?.reject(new DatabaseFault(reply.fault));
  });
  return (call, handOver = []) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      lastId += 1;
      const request: Request = { id: lastId, call };
      // The message first: data that cannot be cloned throws here and must not stay in the list.
      worker.postMessage(request, handOver);
      pending.set(lastId, { resolve, reject });
    });
}

/**
 * Copies all bytes of the call into one transferred buffer: cloning each small buffer costs as much as
 * sealing it, and a view into a larger one (every small `Buffer`) would take the larger one along.
 */
function pack(statements: readonly Statement[]): { statements: Statement[]; buffer: ArrayBuffer } {
  const isBytes = (value: SqlValue): value is Uint8Array => value instanceof Uint8Array;
  const all = statements.flatMap(({ args = [] }) => args.filter(isBytes));
  const bytes = new Uint8Array(all.reduce((size, { length }) => size + length, 0));
  let at = 0;
  const move = (value: SqlValue): SqlValue => {
    if (!isBytes(value)) return value;
    bytes.set(value, at);
    at += value.length;
    return bytes.subarray(at - value.length, at);
  };
  const packed = statements.map(({ sql, args = [] }) => ({ sql, args: args.map(move) }));
  return { statements: packed, buffer: bytes.buffer };
}

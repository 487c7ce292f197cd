// The narrow port of every engine: an embedded libSQL file, a remote libSQL server, or a test's copy.

/** Column values. Integers are returned as `number`; none of ours exceeds 2^53. */
export type SqlValue = string | number | Uint8Array | null;

/** One parameterised statement. `args` bind to `?` in order. */
export interface Statement {
  readonly sql: string;
  readonly args?: readonly SqlValue[];
}

export type Row = Readonly<Record<string, SqlValue>>;

export interface Result {
  readonly rows: readonly Row[];
  readonly rowsAffected: number;
}

/**
 * Everything a store may ask of an engine. Interactive transactions are left out on purpose: on a file they
 * block the event loop and lose writes, on a server they hold the write lock over the network (facts/platform
 * T1, T2).
 */
export interface Database {
  /** Runs one statement in its own transaction. Resolves after the commit is durable. */
  execute(statement: Statement): Promise<Result>;
  /** Runs all statements in one transaction, or none of them; a write transaction unless all only SELECT. Resolves after the commit is durable. */
  batch(statements: readonly Statement[]): Promise<readonly Result[]>;
  close(): Promise<void>;
}

// A register with its own data folder, its server, and the commands run on it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunningServer } from '../../api/node/start.ts';
import { type Ran, runRoot } from '../support/command.ts';
import { type Filed, fileAt, serveSmall } from '../support/register.ts';

export interface Kept {
  readonly data: string;
  serve(): Promise<RunningServer>;
  backup(...args: string[]): Promise<Ran>;
  restore(...args: string[]): Promise<Ran>;
  register(...args: string[]): Promise<Ran>;
  /** Names in the backup folder with this ending. */
  files(end: string): string[];
}

/** `folder` makes empty folders; `data` is the register's. */
export function kept(folder: () => string, data: string, more: Record<string, string> = {}): Kept {
  const env = { KAC_DATA: data, ...more };
  return {
    data,
    serve: () => serveSmall(folder(), env),
    backup: (...args) => runRoot('backup.ts', args, { env }),
    restore: (...args) => runRoot('restore.ts', args, { env }),
    register: (...args) => runRoot('register.ts', args, { env }),
    files: end =>
      readdirSync(join(data, 'backups'))
        .filter(name => name.endsWith(end))
        .toSorted(),
  };
}

/** Starts a server, files complaints, and stops it. */
export async function fill({ serve }: Kept, ...texts: string[]): Promise<Filed[]> {
  const server = await serve();
  const filed: Filed[] = [];
  for (const text of texts) filed.push(await fileAt(server.origin, { text }));
  await server.stop();
  return filed;
}

/** Changes a database that no process has open. */
export function meddle(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** The rows of a query. */
export function rowsOf(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

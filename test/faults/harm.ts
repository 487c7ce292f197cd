// Harm that a test does to files behind the server's back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../support/process.ts';

export const harm = {
  write: (file: string, bytes: string | Uint8Array): void => writeFileSync(file, bytes),
  /** Runs SQL on the database of a data folder in a process of its own; no server may have it. */
  async database(data: string, ...sql: readonly string[]): Promise<void> {
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const database = new DatabaseSync(process.argv[1]);
       for (const sql of process.argv.slice(2)) database.exec(sql);
       database.close();`,
      join(data, 'kac.db'),
      ...sql,
    );
  },
};

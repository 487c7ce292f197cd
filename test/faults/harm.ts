// Damage that a test does to files without the server noticing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../support/process.ts';

export const harm = {
  write: (file: string, bytes: string | Uint8Array): void => writeFileSync(file, bytes),
  /** Runs SQL on the database of a data folder in a separate process; no server may have it open. */
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

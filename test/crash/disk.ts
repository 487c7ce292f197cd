// The disk contents after a crash, read by a separate process from a copy: the files that the next start
// recovers from stay as the dead server left them.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from '../support/process.ts';

export interface OnDisk {
  /** `ok`, or the problems that SQLite found. */
  readonly integrity: string;
  readonly submissions: number;
  /** Submissions that do not have exactly one `received` event. */
  readonly oddlyReceived: number;
}

const SCRIPT = `
  import { DatabaseSync } from 'node:sqlite';
  const file = new DatabaseSync(process.argv[1]);
  const first = sql => Object.values(file.prepare(sql).get())[0];
  const tables = first("SELECT count(*) FROM sqlite_schema WHERE name IN ('submissions', 'events')");
  const count = sql => (tables === 2 ? first(sql) : 0);
  process.stdout.write(JSON.stringify({
    integrity: [file.prepare('PRAGMA integrity_check').all(), file.prepare('PRAGMA foreign_key_check').all()]
      .flat().map(row => Object.values(row).join(' ')).join('; '),
    submissions: count('SELECT count(*) FROM submissions'),
    oddlyReceived: count(\`SELECT count(*) FROM submissions AS s WHERE 1 <>
      (SELECT count(*) FROM events WHERE reference = s.reference AND kind = 'received')\`),
  }));`;

/** Reads the database of a data folder whose server is dead. */
export function lookOnDisk(data: string): OnDisk {
  const copy = `${data}-copy`;
  cpSync(data, copy, { recursive: true });
  try {
    return JSON.parse(runScript(SCRIPT, join(copy, 'kac.db')));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

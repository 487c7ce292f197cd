// The check of the file itself: it detects damage and does not change the file.
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { runScript } from '../support/process.ts';
import { lookOnDisk } from './disk.ts';

const folder = temporaryFolders();
const PAGE = 4096;

/** A register of three submissions, the last one without its event. */
function register(): { data: string; file: string } {
  const data = join(folder(), 'data');
  mkdirSync(data);
  const file = join(data, 'kac.db');
  runScript(
    `import { DatabaseSync } from 'node:sqlite';
     new DatabaseSync(process.argv[1]).exec(\`
       CREATE TABLE submissions (id INTEGER PRIMARY KEY, reference TEXT UNIQUE);
       CREATE TABLE events (reference TEXT, kind TEXT);
       INSERT INTO submissions VALUES (1, 'a'), (2, 'b'), (3, 'c');
       INSERT INTO events VALUES ('a', 'received'), ('b', 'received')\`);`,
    file,
  );
  return { data, file };
}

it('counts', () => {
  const { data, file } = register();
  const before = readFileSync(file);
  expect(lookOnDisk(data)).toEqual({ integrity: 'ok', submissions: 3, oddlyReceived: 1 });
  expect(readFileSync(file)).toEqual(before);
});

it('sees an index that lost an entry', () => {
  const { data, file } = register();
  const handle = openSync(file, 'r+');
  // Page 3 is the index of the table on page 2; its number of entries is at byte 3.
  writeSync(handle, Uint8Array.of(0, 2), 0, 2, 2 * PAGE + 3);
  closeSync(handle);
  expect(lookOnDisk(data).integrity).toMatch(/missing from index|wrong # of entries/);
});

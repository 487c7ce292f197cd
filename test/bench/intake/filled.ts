// A data folder with many submissions: some are posted, so that their codes are known; the rest are written
// straight into the file, with random bytes as sealed values that are never read.
import { runScript } from '../../support/process.ts';
import { COMPLAINT } from './requests.ts';
import { startUnderTest } from './under-test.ts';

const KNOWN = 200;

/**
 * These events precede the chain's own events: its end must come from this server. One row in fifty is still
 * open. Everything is one commit, in a separate process that exits before the server opens the file.
 */
const FILL = `
  import { DatabaseSync } from 'node:sqlite';
  const [file, upTo] = process.argv.slice(1);
  const database = new DatabaseSync(file);
  const numbers = \`WITH RECURSIVE numbers(n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \${upTo} - (SELECT count(*) FROM submissions))\`;
  database.exec(\`
    PRAGMA cache_size = -400000;
    BEGIN;
    INSERT INTO events (seq, reference, at, kind, actor, detail, hash)
      \${numbers} SELECT -n, 'KAC-25-F' || n, '2025-01-02T08:00:00Z', 'received', 'submitter', '{}', randomblob(32) FROM numbers;
    INSERT INTO submissions (reference, kind, state, received_at, due_on, deadline, service, rule_points, window_id,
        for_office, for_code, content, content_digest, idempotency_hash, code_hash, receipt, screened_at, closed_at)
      \${numbers} SELECT 'KAC-25-F' || n, kind, iif(n % 50 = 0, 'in-review', 'answered'), received_at, due_on, deadline,
        service, rule_points, window_id, for_office, for_code, randomblob(length(content)), randomblob(32),
        randomblob(32), randomblob(32), receipt, received_at, iif(n % 50 = 0, NULL, received_at)
      FROM numbers, (SELECT * FROM submissions LIMIT 1);
    COMMIT;\`);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  process.stdout.write(String(database.prepare('SELECT count(*) AS n FROM submissions').get().n));
`;

async function post(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(COMPLAINT),
  });
  return ((await response.json()) as { trackingCode: string }).trackingCode;
}

/** Fills `folder` up to `count` submissions and returns the tracking codes of some. */
export async function fill(folder: string, count: number): Promise<readonly string[]> {
  const server = await startUnderTest('kac', folder);
  const codes: string[] = [];
  for (let i = 0; i < KNOWN; i++) codes.push(await post(server.origin));
  await server.stop();
  const found = runScript(FILL, `${folder}/data/kac.db`, String(count));
  if (Number(found) !== count) throw new Error(`${found} submissions in the file instead of ${count}`);
  return codes;
}

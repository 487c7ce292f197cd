// Migrates survey answers stored before receipts and answers were separated and texts were sealed. Runs at
// every server start; after the first it finds nothing.
import type { Deps } from '../deps.ts';
import { landingOf } from '../domain/surveys/landing.ts';
import { SUSPICIONS } from '../domain/suspicions.ts';
import { clearLog } from '../store/clear-log.ts';
import type { Database, Row, Statement } from '../store/database.ts';
import { landStatements } from '../store/surveys/land.ts';

type Tools = Pick<Deps, 'primitives' | 'windows' | 'random' | 'now' | 'site'>;

const NEXT = 'SELECT * FROM survey_responses WHERE id > ? ORDER BY id LIMIT 1';
const RECEIPT = `INSERT INTO survey_receipts (idempotency_hash, survey, reference, received_on, receipt, content_digest)
  SELECT idempotency_hash, survey, reference, received_on, receipt, content_digest FROM survey_responses WHERE id = ?`;

/**
 * Returns how many were migrated. An answer to a version whose questions are unknown stays unchanged, because
 * its texts cannot be identified.
 */
export async function moveResponses(database: Database, tools: Tools): Promise<number> {
  let moved = 0;
  for (let last = 0; ; ) {
    const { rows } = await database.execute({ sql: NEXT, args: [last] });
    const [row] = rows;
    if (!row) break;
    last = Number(row['id']);
    const statements = await move(row, tools);
    if (statements.length === 0) continue;
    await database.batch(statements);
    moved += 1;
  }
  if (moved > 0) await clearLog(database);
  return moved;
}

async function move(row: Row, tools: Tools): Promise<readonly Statement[]> {
  const survey = tools.site.surveys.find(
    ({ id, version }) => id === row['survey'] && version === Number(row['version']),
  );
  if (!survey) return [];
  const flagged: unknown = JSON.parse(String(row['suspicions'] ?? '[]'));
  const landing = await landingOf(tools, {
    survey,
    answers: JSON.parse(String(row['answers'])),
    at: tools.now().getTime(),
    month: String(row['received_on']).slice(0, 7),
    channel: survey.audience === 'kiosk' ? 'kiosk' : 'web',
    flags: SUSPICIONS.filter(sign => Array.isArray(flagged) && flagged.includes(sign)),
  });
  const id = row['id'] ?? null;
  return [
    { sql: RECEIPT, args: [id] },
    ...landStatements([landing]),
    { sql: 'DELETE FROM survey_responses WHERE id = ?', args: [id] },
  ];
}

// Data that is left out of a copy of the database, because it is promised to be deleted soon or never shown.
import { type PoolTools, sealPool } from '../../domain/surveys/pool.ts';
import type { Database, Statement } from '../../store/database.ts';
import { tablesIn } from './tables.ts';

/**
 * A restored copy would revive sessions and sign-in links. Address counters and answer marks are kept for an
 * hour and a day; a copy would keep them for weeks.
 */
const FLEETING = ['sessions', 'challenges', 'invitations', 'limit_counts', 'survey_seen'];

/**
 * Removes it from a copy. Comparing two copies of a staff survey made before and after one answer would
 * reveal that answer to a holder of `keys.json` (decision 0028). Pools are therefore empty in every copy, and
 * all invitations unused, so that it does not show who has answered and everyone may answer again after a
 * restore.
 * Tables missing from an older database are skipped. Returns the surveys whose answers are not in the copy.
 */
export async function takeOutFleeting(database: Database, tools: PoolTools): Promise<readonly string[]> {
  const there = await tablesIn(database);
  const statements: Statement[] = FLEETING.filter(name => there.has(name)).map(name => ({
    sql: `DELETE FROM ${name}`,
  }));
  const surveys: string[] = [];
  if (there.has('survey_pools')) {
    const { rows } = await database.execute({ sql: 'SELECT survey FROM survey_pools ORDER BY survey' });
    for (const row of rows) {
      const survey = String(row['survey']);
      surveys.push(survey);
      statements.push(
        {
          sql: 'UPDATE survey_pools SET sealed = ? WHERE survey = ?',
          args: [await sealPool(tools, survey, []), survey],
        },
        { sql: 'UPDATE survey_tokens SET used = 0 WHERE survey = ?', args: [survey] },
      );
    }
  }
  await database.batch(statements);
  return surveys;
}

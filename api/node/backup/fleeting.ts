// What a copy of the database does not hold, because it is promised to be gone soon or to be seen by nobody.
import { type PoolTools, sealPool } from '../../domain/surveys/pool.ts';
import type { Database, Statement } from '../../store/database.ts';
import { tablesIn } from './tables.ts';

/**
 * Sessions and links that let somebody in would come back to life with the copy. Counters of addresses and marks of
 * answers are kept for an hour and a day; a copy would keep them for weeks.
 */
const FLEETING = ['sessions', 'challenges', 'invitations', 'limit_counts', 'survey_seen'];

/**
 * Takes it out of a copy. Two copies of a staff survey around one answer would reveal that answer to who holds
 * `keys.json` (decision 0028): pools are empty in every copy, and all invitations unused, so that who has answered is
 * not to be seen either and everybody may answer again after a restore.
 *
 * Tables that an older database lacks are passed over. Returns the surveys whose answers are not in the copy.
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

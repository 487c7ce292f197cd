// Tokens of staff surveys in SQL: how many were made and used, never by whom.
import { byBytes } from '../bytes.ts';
import type { Database, Statement } from '../database.ts';
import { insertRows } from '../rows.ts';

/** Number of invitations of a survey, and how many were used. */
interface TokenCounts {
  readonly survey: string;
  readonly made: number;
  readonly used: number;
}

export interface TokenStore {
  /** For every survey with invitations. */
  counts(): Promise<readonly TokenCounts[]>;
  /** Whether the token is valid, used, or not of this survey. */
  find(survey: string, hash: Uint8Array): Promise<'unused' | 'used' | 'unknown'>;
}

/** New tokens, in the order of their hashes, so that the position does not reveal the order of printing. */
export const insertTokens = (survey: string, hashes: readonly Uint8Array[]): Statement[] =>
  insertRows(
    'survey_tokens',
    ['survey', 'token_hash'],
    hashes.toSorted(byBytes).map(hash => [survey, hash]),
  );

const COUNTS = 'SELECT survey, count(*) AS made, sum(used) AS used FROM survey_tokens GROUP BY survey';
const FIND = 'SELECT used FROM survey_tokens WHERE survey = ? AND token_hash = ?';

export function tokenStore(database: Database): TokenStore {
  return {
    async counts() {
      const { rows } = await database.execute({ sql: COUNTS });
      return rows.map(row => ({
        survey: String(row['survey']),
        made: Number(row['made']),
        used: Number(row['used']),
      }));
    },
    async find(survey, hash) {
      const { rows } = await database.execute({ sql: FIND, args: [survey, hash] });
      if (!rows[0]) return 'unknown';
      return rows[0]['used'] === 1 ? 'used' : 'unused';
    },
  };
}

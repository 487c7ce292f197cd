// The counts behind results, kept by the batch of each answer: nothing is counted when results are read.
import type { CountRow } from '../../domain/surveys/counts.ts';
import type { MonthSum } from '../../domain/surveys/over-time.ts';
import type { AnsweredVersion } from '../../domain/surveys/versions.ts';
import type { Database, Row, SqlValue } from '../database.ts';

type Counted = Pick<CountRow, 'question' | 'value' | 'n'>;

export interface DatedVersion extends AnsweredVersion {
  /** The last month with an answer; empty for a staff survey. */
  readonly lastMonth: string;
}

export interface SurveyCounts {
  /** Every answered version, of one survey or of all, by survey and version. */
  versions(survey?: string): Promise<readonly DatedVersion[]>;
  /** Number of acts that destroyed answers to a version. */
  destructions(survey: string, version: number): Promise<number>;
  /** For everybody, over all months and channels; on request without suspicious answers. */
  whole(of: Whose): Promise<readonly Counted[]>;
  /** For everybody, by month. */
  monthly(of: Whose): Promise<readonly (Counted & Pick<CountRow, 'month'>)[]>;
  /** Numeric answers by month: count and sum. `''` counts responses. */
  monthSums(of: Whose): Promise<readonly MonthSum[]>;
  /** For the people who gave each answer to a grouping question, over all months. */
  slices(of: Whose, by: string): Promise<readonly (Counted & Pick<CountRow, 'slice'>)[]>;
}

interface Whose {
  readonly survey: string;
  readonly version: number;
  readonly withoutFlagged: boolean;
}

const OF = 'FROM survey_counts WHERE survey = ? AND version = ?';
const ownFlags = ({ withoutFlagged }: Whose): string => (withoutFlagged ? ' AND flagged = 0' : '');

// The tables are joined starting with the versions, so that each version's rows are read by key.
const versionsSql = (
  where: string,
): string => `SELECT v.survey, v.version, v.definition, v.audience, v.threshold,
    coalesce(sum(c.n), 0) AS responses, coalesce(max(c.month), '') AS last_month
  FROM survey_versions v LEFT JOIN survey_counts c
    ON c.survey = v.survey AND c.version = v.version AND c.slice = '' AND c.question = '' AND c.value = ''
  ${where} GROUP BY v.survey, v.version ORDER BY v.survey, v.version`;

const toCounted = (row: Row): Counted => ({
  question: String(row['question']),
  value: String(row['value']),
  n: Number(row['n']),
});

// Kept forever, and few: one row per version destroyed by an act.
const DESTROYED = `SELECT d.survey, d.version, d.begun_at, d.answers, a.number
  FROM destruction_surveys d JOIN destruction_acts a ON a.id = d.act WHERE d.begun_at IS NOT NULL ORDER BY d.begun_at`;

const toDestroyed = (row: Row) => ({
  at: String(row['begun_at']),
  act: String(row['number']),
  answers: Number(row['answers']),
});

const toVersion = (row: Row, destroyed: readonly Row[]): DatedVersion => ({
  survey: String(row['survey']),
  version: Number(row['version']),
  definition: JSON.parse(String(row['definition'])) as AnsweredVersion['definition'],
  audience: String(row['audience']) as AnsweredVersion['audience'],
  threshold: Number(row['threshold']),
  responses: Number(row['responses']),
  lastMonth: String(row['last_month']),
  destroyed: destroyed
    .filter(one => one['survey'] === row['survey'] && one['version'] === row['version'])
    .map(toDestroyed),
});

/** The counts over any engine behind the port. */
export function surveyCounts(database: Database): SurveyCounts {
  const all = async (sql: string, args: readonly SqlValue[]): Promise<readonly Row[]> =>
    (await database.execute({ sql, args })).rows;
  return {
    async versions(survey) {
      const rows =
        survey === undefined ? all(versionsSql(''), []) : all(versionsSql('WHERE v.survey = ?'), [survey]);
      const destroyed = await all(DESTROYED, []);
      return (await rows).map(row => toVersion(row, destroyed));
    },
    async destructions(survey, version) {
      const sql =
        'SELECT count(*) AS n FROM destruction_surveys WHERE survey = ? AND version = ? AND begun_at IS NOT NULL';
      return Number((await all(sql, [survey, version]))[0]?.['n']);
    },
    async whole(of) {
      const sql = `SELECT question, value, sum(n) AS n ${OF} AND slice = ''${ownFlags(of)} GROUP BY 1, 2`;
      return (await all(sql, [of.survey, of.version])).map(toCounted);
    },
    async monthly(of) {
      const sql = `SELECT month, question, value, sum(n) AS n ${OF} AND slice = ''${ownFlags(of)} GROUP BY 1, 2, 3`;
      const rows = await all(sql, [of.survey, of.version]);
      return rows.map(row => ({ ...toCounted(row), month: String(row['month']) }));
    },
    async monthSums(of) {
      const sql = `SELECT month, question, sum(n) AS n, sum(n * CAST(value AS INTEGER)) AS sum ${OF} AND slice = ''
        AND (question = '' OR value GLOB '[0-9]*' OR value GLOB '-[0-9]*')${ownFlags(of)} GROUP BY 1, 2`;
      const rows = await all(sql, [of.survey, of.version]);
      return rows.map(row => ({
        month: String(row['month']),
        question: String(row['question']),
        n: Number(row['n']),
        sum: Number(row['sum']),
      }));
    },
    async slices(of, by) {
      // From `by=` up to the next prefix (exclusive).
      const sql = `SELECT slice, question, value, sum(n) AS n ${OF} AND slice >= ? AND slice < ?${ownFlags(of)}
        GROUP BY 1, 2, 3`;
      const rows = await all(sql, [of.survey, of.version, `${by}=`, `${by}>`]);
      return rows.map(row => ({ ...toCounted(row), slice: String(row['slice']) }));
    },
  };
}

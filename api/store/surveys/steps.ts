// The steps of public results in SQL: the counts at each step, unchanged afterwards.
import type { Step } from '../../domain/surveys/steps.ts';
import type { Database } from '../database.ts';

export interface SurveySteps {
  /** In order. */
  of(survey: string, version: number): Promise<readonly Step[]>;
  /** Adds a step; an existing one is unchanged. */
  add(survey: string, version: number, step: Step): Promise<void>;
}

const FIND = `SELECT first_month, last_month, responses, counts FROM survey_steps
  WHERE survey = ? AND version = ? ORDER BY last_month`;
const ADD = `INSERT INTO survey_steps (survey, version, first_month, last_month, responses, counts)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** The steps over any engine behind the port. */
export function surveySteps(database: Database): SurveySteps {
  return {
    async of(survey, version) {
      const { rows } = await database.execute({ sql: FIND, args: [survey, version] });
      return rows.map(row => ({
        from: String(row['first_month']),
        to: String(row['last_month']),
        responses: Number(row['responses']),
        rows: JSON.parse(String(row['counts'])) as Step['rows'],
      }));
    },
    async add(survey, version, { from, to, responses, rows }) {
      const args = [survey, version, from, to, responses, JSON.stringify(rows)];
      await database.execute({ sql: ADD, args });
    },
  };
}

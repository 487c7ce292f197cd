// A staff survey in its usual course: invitations made in the register, answers sent as a browser sends them.
import { expect } from 'vitest';
import { HTML, postForm, postJson, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';
import { post } from '../register/desk.ts';
import { staffMember } from '../support/staff.ts';

export const RESPONSES = `/api/surveys/${staffSurvey.id}/responses`;

/** Makes invitations on the register's page and reads the codes from its slips. */
export async function invite(test: TestApp, count: number, made = 0): Promise<string[]> {
  const director = await staffMember(test, { roles: ['director'] });
  const response = await post(test, `/registrs/aptaujas/${staffSurvey.id}/ielugumi/`, director, {
    skaits: String(count),
    sagatavoti: String(made),
  });
  expect(response.status).toBe(200);
  const page = await response.text();
  return [...page.matchAll(/slip__code">([^<]+)</g)].map(([, token = '']) => token);
}

export const ANSWERS = { laipniba: '4', ieteikt: '9', kanals: ['talrunis'], uzlabot: 'Vairāk gaismas.' };

/** Answers as a program does. */
export const answer = ({ app }: TestApp, token: string, answers: object = ANSWERS, headers = {}) =>
  postJson(app, RESPONSES, { ...answers, token }, headers);

/** Answers as a browser does. */
export const answerForm = ({ app }: TestApp, fields: Record<string, string>, headers = {}) =>
  postForm(app, RESPONSES, fields, { accept: HTML, ...headers });

/** The rows of every table except those named. */
export async function tablesOf(
  { database }: TestApp,
  except: readonly string[] = [],
): Promise<Map<string, unknown[]>> {
  const { rows } = await database.execute({ sql: "SELECT name FROM sqlite_schema WHERE type = 'table'" });
  const tables = new Map<string, unknown[]>();
  for (const { name } of rows) {
    if (except.includes(String(name))) continue;
    tables.set(
      String(name),
      (await database.execute({ sql: `SELECT * FROM "${name}"` })).rows.map(row =>
        JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ),
      ),
    );
  }
  return tables;
}

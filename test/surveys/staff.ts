// A staff survey as it goes: invitations made in the register, answers sent as a browser sends them.
import { expect } from 'vitest';
import { HTML, postForm, postJson, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';
import { post } from '../register/desk.ts';
import { staffMember } from '../support/staff.ts';

export const RESPONSES = `/api/surveys/${staffSurvey.id}/responses`;

/** Makes invitations by the page in the register and reads the codes off its slips. */
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

/** As a program answers. */
export const answer = ({ app }: TestApp, token: string, answers: object = ANSWERS, headers = {}) =>
  postJson(app, RESPONSES, { ...answers, token }, headers);

/** As a browser answers. */
export const answerForm = ({ app }: TestApp, fields: Record<string, string>, headers = {}) =>
  postForm(app, RESPONSES, fields, { accept: HTML, ...headers });

/** Every table's rows, but for the tables named. */
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

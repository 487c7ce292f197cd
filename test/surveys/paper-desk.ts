// Entering sheets as a member of staff does: the real app with a survey of every kind of question.
import { randomUUID } from 'node:crypto';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { get, post } from '../register/desk.ts';
import type { StaffMember } from '../support/staff.ts';
import { withSurvey } from './paper-site.ts';

export const ENTRY = '/registrs/aptaujas/viss/ievade/';

/** An app whose survey is `everyKind` with these changes. */
export const paperApp = (changed: Partial<SurveyDefinition> = {}): Promise<TestApp> =>
  startApp({ site: withSurvey(testSite, changed) });

export type Fields = Record<string, string> | [string, string][];

export const freshKey = (): string => `paper-${randomUUID()}`;

/** Sends a sheet as the form would. */
export function send(
  test: TestApp,
  by: StaffMember | null,
  answers: Fields,
  more: Fields = {},
  path = ENTRY,
) {
  const own: [string, string][] = [
    ['idempotencyKey', freshKey()],
    ['redakcija', '3'],
    ['menesis', '2026-11'],
  ];
  const typed = [answers, more].flatMap(fields => (Array.isArray(fields) ? fields : Object.entries(fields)));
  const names = new Set(typed.map(([name]) => name));
  return post(test, path, by, [...own.filter(([name]) => !names.has(name)), ...typed]);
}

export const textOf = async (test: TestApp, path: string, by: StaffMember): Promise<string> =>
  (await get(test, path, by)).text();

export interface Landed {
  readonly month: string;
  readonly channel: string;
  readonly version: number;
  readonly answers: Record<string, unknown>;
}

export async function landedIn({ database }: TestApp): Promise<Landed[]> {
  const { rows } = await database.execute({
    sql: 'SELECT month, channel, version, answers FROM survey_answers',
  });
  return rows.map(row => ({
    month: String(row['month']),
    channel: String(row['channel']),
    version: Number(row['version']),
    answers: JSON.parse(String(row['answers'])) as Record<string, unknown>,
  }));
}

export const countOf = async ({ database }: TestApp, table: string): Promise<number> =>
  Number((await database.execute({ sql: `SELECT count(*) AS n FROM ${table}` })).rows[0]?.['n']);

export async function eventsOf({
  database,
}: TestApp): Promise<{ kind: string; actor: string; detail: string }[]> {
  const { rows } = await database.execute({
    sql: "SELECT kind, actor, detail FROM events WHERE kind LIKE 'survey-sheet-%' ORDER BY seq",
  });
  return rows.map(row => ({
    kind: String(row['kind']),
    actor: String(row['actor']),
    detail: String(row['detail']),
  }));
}

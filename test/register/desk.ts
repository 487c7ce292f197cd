// The register as a member of staff uses it: the real app, with requests as a browser sends them.
import { expect } from 'vitest';
import { screenCases } from '../../api/jobs/screen-cases.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { HTML, postForm, postJson, type TestApp } from '../api/harness.ts';
import type { StaffMember } from '../support/staff.ts';

export const ORIGIN = 'http://localhost';

export const get = (
  { app }: TestApp,
  path: string,
  by: StaffMember | null,
  headers: Record<string, string> = {},
) => app.request(path, { headers: { accept: HTML, ...(by ? { cookie: by.cookie } : {}), ...headers } });

export const post = (
  { app }: TestApp,
  path: string,
  by: StaffMember | null,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
) => postForm(app, path, fields, { origin: ORIGIN, ...(by ? { cookie: by.cookie } : {}), ...headers });

/** A file in a form. */
export type FormFile = readonly [fileName: string, bytes: Uint8Array];

/** Sends a form with files in one request, as a browser without scripts does. */
export function postFiles(
  { app }: Pick<TestApp, 'app'>,
  path: string,
  by: StaffMember | null,
  { fields, files }: { readonly fields: Record<string, string>; readonly files: readonly FormFile[] },
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of files) form.append('attachments', new Blob([bytes as BlobPart]), name);
  const headers = { accept: HTML, origin: ORIGIN, ...(by ? { cookie: by.cookie } : {}) };
  return app.request(path, { method: 'POST', body: form, headers });
}

export interface Filed {
  readonly reference: string;
  readonly trackingCode: string;
}

/** A submission that was taken in and screened. */
export async function file(
  test: TestApp,
  body: object = { text: 'Rinda bija gara.' },
  query = '',
): Promise<Filed> {
  const path = 'kind' in body ? '/api/feedback' : '/api/complaints';
  const response = await postJson(test.app, `${path}${query}`, body);
  expect(response.status).toBe(201);
  const filed = (await response.json()) as Filed;
  await screen(test);
  return filed;
}

/** The screening that the server does periodically. */
export const screen = ({ deps, office }: TestApp, people = deps.people.list) =>
  screenCases({
    office,
    primitives: nodePrimitives,
    cases: deps.cases,
    journal: deps.journal,
    directory: deps.site.desk?.directory ?? [],
    people,
    now: deps.now,
  });

export const caseHref = ({ reference }: Filed): string => `/registrs/lietas/${reference}/`;

export async function versionOf({ deps }: TestApp, { reference }: Pick<Filed, 'reference'>): Promise<string> {
  const found = await deps.submissions.findByReference(reference);
  return String(found?.standing.version);
}

/** Takes an action on the current version of the case. */
export const act = async (
  test: TestApp,
  filed: Filed,
  by: StaffMember,
  slug: string,
  fields: Record<string, string> | [string, string][] = {},
) => {
  const given = Array.isArray(fields) ? fields : Object.entries(fields);
  return post(test, `${caseHref(filed)}${slug}/`, by, [['version', await versionOf(test, filed)], ...given]);
};

export const standingOf = async ({ deps }: TestApp, { reference }: Filed) => {
  const found = await deps.submissions.findByReference(reference);
  if (!found) throw new Error(`no ${reference}`);
  return found.standing;
};

export const eventsOf = async ({ deps }: TestApp, { reference }: Filed) =>
  (await deps.submissions.findByReference(reference))?.events ?? [];

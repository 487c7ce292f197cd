// A case and its staff: the real app with mail, with requests as a browser sends them.
import { createApp } from '../../../api/app.ts';
import type { RegisterDeps } from '../../../api/deps.ts';
import type { Person } from '../../../api/domain/register/people.ts';
import type { CaseAction } from '../../../api/domain/register/rights.ts';
import { mailPort } from '../../../api/jobs/queue-mail.ts';
import { registerRoutes } from '../../../api/routes/register/index.ts';
import { outboxStore } from '../../../api/store/outbox.ts';
import { actionWords } from '../../../api/views/register/words-actions.ts';
import { postForm, postJson, startApp, type TestApp } from '../../api/harness.ts';
import { newKey, type Status } from '../../follow-up/filed.ts';
import { FROM, tools } from '../../support/outbox.ts';
import { addPerson, type NewMember, signIn } from '../../support/staff.ts';
import { caseHref, type Filed, type FormFile, file, get, post, postFiles, versionOf } from '../desk.ts';

/** The staff; a case that names the director would be hidden from them, so no case names anyone. */
const MEMBERS = {
  clerk: { name: 'Ilze Kalniņa', roles: ['clerk'] },
  other: { name: 'Juris Bērziņš', roles: ['clerk'] },
  director: { name: 'Pēteris Paraugs', roles: ['director'], directoryId: 'peteris-paraugs' },
  deputy: { name: 'Dace Liepa', roles: ['deputy'] },
} as const satisfies Record<string, NewMember>;
export type Who = keyof typeof MEMBERS;

/** A name may occur several times. */
type Fields = Record<string, string> | readonly [string, string][];

export interface Desk extends Filed {
  readonly test: TestApp;
  readonly staff: Readonly<Record<Who, Person>>;
  /** The case's page, or one below it. */
  page(who: Who, path?: string): Promise<string>;
  /** Sends an action's form as a browser would, by default with the current version. */
  act(who: Who, action: CaseAction, fields?: Fields, key?: string): Promise<Response>;
  /** The same with files. */
  attach(
    who: Who,
    action: CaseAction,
    fields: Record<string, string>,
    files: readonly FormFile[],
  ): Promise<Response>;
  version(): Promise<string>;
  /** Kinds of the queued letters, in order. */
  letters(): Promise<string[]>;
  /** The submitter's requests. */
  json(address: string, data?: object): Promise<Response>;
  look(): Promise<Response>;
  status(): Promise<Status & { readonly dueOn: string | null; readonly dueExplanation: readonly string[] }>;
}

/** The same app, with mail. */
function withMail(test: TestApp): TestApp {
  const outbox = outboxStore(test.database);
  const { now } = test.deps;
  const deps: RegisterDeps = {
    ...test.deps,
    mail: mailPort({ ...tools, outbox, from: FROM, now, wake: () => {} }),
  };
  return { ...test, deps, app: createApp(() => deps, { register: registerRoutes }) };
}

/** A case filed in a separate app, or in `given`; `query` sets the pages' language. */
export async function desk(
  content: object = { text: 'Rinda bija gara.' },
  given?: TestApp,
  query = '',
): Promise<Desk> {
  const test = withMail(given ?? (await startApp()));
  const filed = await file(test, content, query);
  const { trackingCode } = filed;
  const entries = Object.entries(MEMBERS).map(async ([who, about]) => [who, await addPerson(test, about)]);
  const staff = Object.fromEntries(await Promise.all(entries)) as Record<Who, Person>;
  // A new session each time: tests move the clock beyond the length of a session.
  const by = (who: Who) => signIn(test, staff[who]);
  const version = () => versionOf(test, filed);
  return {
    ...filed,
    test,
    staff,
    version,
    page: async (who, path = '') => (await get(test, `${caseHref(filed)}${path}`, await by(who))).text(),
    act: async (who, action, fields = {}, key = newKey()) => {
      const given = Array.isArray(fields) ? fields : Object.entries(fields);
      const known = new Set(given.map(([name]) => name));
      const own = Object.entries({ idempotencyKey: key, version: await version() });
      return post(test, `${caseHref(filed)}${actionWords[action].slug}/`, await by(who), [
        ...own.filter(([name]) => !known.has(name)),
        ...given,
      ]);
    },
    attach: async (who, action, fields, files) =>
      postFiles(test, `${caseHref(filed)}${actionWords[action].slug}/`, await by(who), {
        fields: { idempotencyKey: newKey(), version: await version(), ...fields },
        files,
      }),
    letters: async () => {
      const { rows } = await test.database.execute({
        sql: 'SELECT kind FROM outbox ORDER BY created_at, rowid',
      });
      return rows.map(({ kind }) => String(kind)).filter(kind => kind !== 'acknowledgement');
    },
    json: async (address, data = {}) =>
      postJson(test.app, `/api/status${address}`, { trackingCode, idempotencyKey: newKey(), ...data }),
    look: async () => postForm(test.app, '/api/status', { trackingCode }),
    status: async () => (await (await postJson(test.app, '/api/status', { trackingCode })).json()) as never,
  };
}

/** The main text of a page without markup. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** A complete answer to a complaint. */
export const ANSWER = {
  outcome: 'justified',
  text: 'Rindu sadalījām divās.',
  reasons: 'Darbinieku bija mazāk nekā parasti.',
} as const;

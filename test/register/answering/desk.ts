// A case and the staff at it: whoever is given posts forms to the register's own routes, over a real database file.
import { Hono } from 'hono';
import type { Deps } from '../../../api/deps.ts';
import type { Person } from '../../../api/domain/register/people.ts';
import type { CaseAction } from '../../../api/domain/register/rights.ts';
import type { RegisterEnv } from '../../../api/http/register/env.ts';
import { mailPort } from '../../../api/jobs/queue-mail.ts';
import { caseRoutes } from '../../../api/routes/register/cases.ts';
import { outboxStore } from '../../../api/store/outbox.ts';
import { actionWords } from '../../../api/views/register/words-actions.ts';
import { postJson, startApp, type TestApp } from '../../api/harness.ts';
import { type Filed, file, newKey } from '../../follow-up/filed.ts';
import { FROM, tools } from '../../support/outbox.ts';

const person = (
  id: string,
  name: string,
  roles: Person['roles'],
  directoryId: string | null = null,
): Person => ({
  id,
  name,
  roles,
  directoryId,
  email: null,
  active: true,
});

export const STAFF = {
  clerk: person('p-clerk', 'Ilze Kalniņa', ['clerk']),
  other: person('p-other', 'Juris Bērziņš', ['clerk']),
  director: person('p-director', 'Pēteris Paraugs', ['director'], 'peteris-paraugs'),
  deputy: person('p-deputy', 'Dace Liepa', ['deputy']),
} as const;
export type Who = keyof typeof STAFF;

export interface Desk extends Filed {
  /** The case's page, or what stands below it. */
  page(who: Who, path?: string): Promise<string>;
  /** Sends an action's form as a browser would, by the present version unless told. */
  act(who: Who, action: CaseAction, fields?: Record<string, string>, key?: string): Promise<Response>;
  version(): Promise<number>;
  /** Kinds of the letters that wait, in order. */
  letters(): Promise<string[]>;
}

const HTML = { accept: 'text/html' };

function registerOf(deps: Deps, who: Person) {
  const app = new Hono<RegisterEnv>();
  app.use(async (c, next) => {
    c.set('deps', deps);
    c.set('person', who);
    await next();
  });
  return app.route('/registrs/lietas', caseRoutes);
}

/** A case filed in an app of its own, or in `given`. */
export async function desk(content?: object, given?: TestApp, feedback = false): Promise<Desk> {
  const test = given ?? (await startApp());
  const filed = feedback ? await fileFeedback(test, content ?? {}) : await file(test, content);
  const outbox = outboxStore(test.database);
  const now = test.deps.now;
  const deps: Deps = {
    ...test.deps,
    people: { list: async () => Object.values(STAFF) },
    mail: mailPort({ ...tools, outbox, from: FROM, now, wake: () => {} }),
  };
  const address = `/registrs/lietas/${filed.reference}/`;
  const version = async () => {
    const found = await test.deps.submissions.findByReference(filed.reference);
    return found?.standing.version ?? -1;
  };
  return {
    ...filed,
    version,
    page: async (who, path = '') =>
      (await registerOf(deps, STAFF[who]).request(`${address}${path}`, { headers: HTML })).text(),
    act: async (who, action, fields = {}, key = newKey()) =>
      registerOf(deps, STAFF[who]).request(`${address}${actionWords[action].slug}/`, {
        method: 'POST',
        headers: HTML,
        body: new URLSearchParams({ idempotencyKey: key, version: String(await version()), ...fields }),
      }),
    letters: async () => {
      const { rows } = await test.database.execute({
        sql: 'SELECT kind FROM outbox ORDER BY created_at, rowid',
      });
      return rows.map(({ kind }) => String(kind)).filter(kind => kind !== 'acknowledgement');
    },
  };
}

async function fileFeedback(test: TestApp, content: object): Promise<Filed> {
  const sent = await postJson(test.app, '/api/feedback', {
    kind: 'question',
    text: 'Kad strādājat?',
    ...content,
  });
  const { reference, trackingCode } = (await sent.json()) as { reference: string; trackingCode: string };
  // The same ways to follow up as a complaint's.
  const like = await file(test);
  return {
    ...like,
    reference,
    trackingCode,
    look: async () =>
      test.app.request('/api/status', {
        method: 'POST',
        headers: HTML,
        body: new URLSearchParams({ trackingCode }),
      }),
    status: async () => (await (await postJson(test.app, '/api/status', { trackingCode })).json()) as never,
  };
}

/** The main texts of a page without markup. */
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

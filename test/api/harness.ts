// The real app on a real database file, with a clock that tests set. No server, no mocks.
import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { inject, onTestFinished } from 'vitest';
import { createApp } from '../../api/app.ts';
import { createRegisterDeps } from '../../api/compose-register.ts';
import type { AppEnv, LogEntry, RegisterDeps } from '../../api/deps.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import type { Limits } from '../../api/domain/limits.ts';
import { createOffice, type Office } from '../../api/domain/office.ts';
import { type Content, openContent } from '../../api/domain/submission.ts';
import { intakeOf } from '../../api/node/embedded.ts';
import { letOthersRun } from '../../api/node/let-others-run.ts';
import { openLimiter } from '../../api/node/limiter.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets, type Secrets } from '../../api/node/secrets.ts';
import { FIGURE_ROUTES } from '../../api/routes/figures.ts';
import { registerRoutes } from '../../api/routes/register/index.ts';
import { STAFF_SURVEY_ROUTES } from '../../api/routes/staff-surveys.ts';
import { SURVEY_RESULT_ROUTES } from '../../api/routes/survey-results.ts';
import type { Database } from '../../api/store/database.ts';
import { migrate } from '../../api/store/migrate.ts';
import { windowsOf } from '../../api/store/windows.ts';
import { writeProbe } from '../../api/store/write-probe.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { openShared } from '../support/shared-thread.ts';
import { testSite } from './test-site.ts';

export interface TestApp {
  readonly app: Hono<AppEnv>;
  readonly deps: RegisterDeps;
  readonly database: Database;
  readonly log: LogEntry[];
  /** The holder of the office's key. */
  readonly office: Office;
  /** All keys, including the recovery key. */
  readonly secrets: Secrets;
  /** Folder of the database and the keys. */
  readonly folder: string;
  /** Sets the clock. */
  at(instant: string): void;
  /** Closes the database and rebuilds everything on the same file, by default with the same keys. */
  restart(secrets?: Secrets, changed?: Partial<AppOptions>): Promise<TestApp>;
}

export interface AppOptions {
  /** Default: the small site. */
  readonly site?: SiteBundle;
  /**
   * The limits as on a real server, `null` for none; the visitors' addresses then come from `x-test-address`.
   */
  readonly limits?: Limits | null;
  /** Opens the file; in a worker thread as on a real server unless told. */
  readonly open?: (file: string) => Promise<Database>;
  /** Randomness of the app; real unless told. */
  readonly random?: (length: number) => Uint8Array;
  /** Keys made before, so that two apps hold the same; fresh ones unless told. */
  readonly secrets?: Secrets;
}

async function open(file: string, secrets: Secrets, options: AppOptions): Promise<TestApp> {
  const database = await (options.open ?? openShared)(file);
  await migrate(database);
  const log: LogEntry[] = [];
  let now = new Date('2026-11-23T08:30:00Z');
  const tools = { now: () => now, log: (entry: LogEntry) => void log.push(entry) };
  const site = options.site ?? testSite;
  const limiter = await openLimiter(database, { limits: options.limits ?? null }, tools);
  const deps = createRegisterDeps({
    database,
    site,
    keyring: await createKeyring(secrets.intake, nodePrimitives),
    primitives: { ...nodePrimitives, random: options.random ?? nodePrimitives.random },
    writeProbe: writeProbe(database, () => now),
    storeGroup: await intakeOf(database, { secrets: secrets.intake, site }),
    officeSecrets: secrets.office,
    settings: { origin: null },
    random: options.random ?? (length => randomBytes(length)),
    limiter,
    clientAddress: ({ req }) => req.header('x-test-address') ?? null,
    letOthersRun,
    ...tools,
  });
  return {
    app: createApp(() => deps, {
      register: registerRoutes,
      figures: [...FIGURE_ROUTES, ...SURVEY_RESULT_ROUTES],
      staffSurveys: STAFF_SURVEY_ROUTES,
    }),
    deps,
    database,
    log,
    secrets,
    folder: dirname(file),
    office: createOffice(
      secrets.office ?? { keys: [], search: new Uint8Array() },
      nodePrimitives,
      windowsOf(database),
    ),
    at: instant => {
      now = new Date(instant);
    },
    restart: async (changed = secrets, other = {}) => {
      await limiter.close();
      await database.close();
      return opened(file, changed, { ...options, ...other });
    },
  };
}

async function opened(file: string, secrets: Secrets, options: AppOptions): Promise<TestApp> {
  const app = await open(file, secrets, options);
  onTestFinished(() => app.database.close().catch(() => undefined));
  return app;
}

/** A fresh app; its file is removed when the test ends. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'kac-'));
  const secrets =
    options.secrets ?? loadSecrets(folder, { random: randomBytes, now: new Date(), databaseExists: false });
  const file = join(folder, 'kac.db');
  await copyFile(inject('emptyDatabase'), file);
  const app = await opened(file, secrets, options);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return app;
}

/** The content of a submission, as the office reads it. */
export async function contentOf({ deps, office }: TestApp, reference: string): Promise<Content | null> {
  const found = await deps.submissions.findByReference(reference);
  const key = found && (await office.contentKey(found.submission));
  return key ? openContent(nodePrimitives, key, found.submission) : null;
}

export const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

export const postJson = (
  app: Hono<AppEnv>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** Posts a form as a browser does. */
export const postForm = (
  app: Hono<AppEnv>,
  path: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: HTML, ...headers },
  });

/** The cookie set by a response, as the browser would send it back. */
export const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

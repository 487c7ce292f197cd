// The real app on a real database file, with a clock that tests set. No server, no mocks.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { createApp } from '../../api/app.ts';
import { createDeps } from '../../api/compose.ts';
import type { AppEnv, Deps, LogEntry } from '../../api/deps.ts';
import { createKeyring, type KeyringSecrets } from '../../api/domain/keyring.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import type { Database } from '../../api/store/database.ts';
import { migrate } from '../../api/store/migrate.ts';
import { testSite } from './test-site.ts';

export interface TestApp {
  readonly app: Hono<AppEnv>;
  readonly deps: Deps;
  readonly database: Database;
  readonly log: LogEntry[];
  /** Sets the clock. */
  at(instant: string): void;
  /** Closes the database and builds everything anew on the same file with the same keys. */
  restart(): Promise<TestApp>;
}

async function makeSecrets(): Promise<KeyringSecrets> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    secret: randomBytes(32),
    signing: [
      {
        id: 't1',
        privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
        publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
      },
    ],
  };
}

async function open(file: string, secrets: KeyringSecrets): Promise<TestApp> {
  const database = await openEmbedded(file);
  await migrate(database);
  const log: LogEntry[] = [];
  let now = new Date('2026-11-23T08:30:00Z');
  const deps = createDeps({
    database,
    site: testSite,
    keyring: await createKeyring(secrets),
    primitives: nodePrimitives,
    settings: { origin: null },
    now: () => now,
    random: length => randomBytes(length),
    log: entry => log.push(entry),
  });
  return {
    app: createApp(() => deps),
    deps,
    database,
    log,
    at: instant => {
      now = new Date(instant);
    },
    restart: async () => {
      await database.close();
      return opened(file, secrets);
    },
  };
}

async function opened(file: string, secrets: KeyringSecrets): Promise<TestApp> {
  const app = await open(file, secrets);
  onTestFinished(() => app.database.close().catch(() => undefined));
  return app;
}

/** A fresh app; its file goes when the test ends. */
export async function startApp(): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'kac-'));
  const app = await opened(join(folder, 'kac.db'), await makeSecrets());
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return app;
}

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

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

/** What a browser sends from a form. */
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

/** The cookie an answer sets, as the browser would send it back. */
export const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

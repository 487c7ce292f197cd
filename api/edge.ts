// Root on the Workers runtime (docs/edge.md): the same app on a remote libSQL server. Static pages are served
// elsewhere.

import site from 'kac:site-bundle';
import { createClient } from '@libsql/client/http';
import { createApp } from './app.ts';
import { createDeps } from './compose.ts';
import type { Deps, LogEntry } from './deps.ts';
import { webPrimitives } from './domain/crypto/web-primitives.ts';
import { createKeyring, type Keyring } from './domain/keyring.ts';
import { unlimited } from './domain/limiter.ts';
import { storeLimiter } from './edge/limiter.ts';
import { misconfigured } from './edge/misconfigured.ts';
import { type EdgeSettings, readEdgeSettings } from './edge/settings.ts';
import { libsqlDatabase } from './store/libsql.ts';
import { limitStore } from './store/limits.ts';
import { remoteFetch } from './store/remote-fetch.ts';

/** What an isolate keeps between requests: plain values and keys, no connections. */
interface Isolate {
  readonly settings: EdgeSettings;
  readonly keyring: Keyring;
}

const now = (): Date => new Date();
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const primitives = webPrimitives(random);
const letOthersRun = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));
const log = (entry: LogEntry): void => console.log(JSON.stringify(entry));

// The finished value, never a promise: a request that waits for another's promise hangs when that one is cancelled.
let isolate: Isolate | null = null;

/** Reads the bindings once per isolate; null when they are wrong, and the log then lists all problems. */
async function prepare(env: unknown): Promise<Isolate | null> {
  const read = await readEdgeSettings(env);
  if (!read.ok) {
    for (const problem of read.problems) log({ level: 'error', event: 'settings', detail: { problem } });
    return null;
  }
  return { settings: read.settings, keyring: await createKeyring(read.settings.secrets, primitives) };
}

/** A database client per request: connections must not outlive the request that opened them. */
function depsOf({ settings, keyring }: Isolate): Deps {
  const { databaseUrl: url, databaseToken, origin, hsts, mailFrom, limits } = settings;
  const token = databaseToken === null ? {} : { authToken: databaseToken };
  const database = libsqlDatabase(createClient({ url, fetch: remoteFetch(), ...token }));
  return createDeps({
    database,
    site,
    keyring,
    primitives,
    settings: { origin, hsts, mailFrom },
    now,
    random,
    log,
    limiter: limits === null ? unlimited : storeLimiter(limitStore(database), limits, now),
    // Set by the network in front of the worker, which removes a visitor's own header (docs/edge.md).
    clientAddress: ({ req }) => req.header('cf-connecting-ip') ?? null,
    letOthersRun,
  });
}

const app = createApp(env => depsOf(env as Isolate));
const refusing = misconfigured(site);

export default {
  /** Answers one request; `env` holds the bindings. */
  async fetch(request: Request, env: unknown): Promise<Response> {
    isolate ??= await prepare(env);
    return isolate ? app.fetch(request, isolate) : refusing.fetch(request);
  },
};

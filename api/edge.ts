// Root on the Workers runtime (docs/edge.md): the same app on a remote libSQL server. Static pages come from elsewhere.

import site from 'kac:site-bundle';
import { createClient } from '@libsql/client/web';
import { createApp } from './app.ts';
import { createDeps } from './compose.ts';
import type { Deps, LogEntry } from './deps.ts';
import { webPrimitives } from './domain/crypto/web-primitives.ts';
import { createKeyring, type Keyring } from './domain/keyring.ts';
import { misconfigured } from './edge/misconfigured.ts';
import { type EdgeSettings, readEdgeSettings } from './edge/settings.ts';
import { libsqlDatabase } from './store/libsql.ts';
import { remoteFetch } from './store/remote-fetch.ts';

/** What an isolate keeps between requests: plain values and keys, nothing with a connection behind it. */
interface Isolate {
  readonly settings: EdgeSettings;
  readonly keyring: Keyring;
}

type Purpose = Parameters<Keyring['mac']>[0];
const PURPOSES: Readonly<Record<Purpose, true>> = {
  'tracking-code': true,
  'code-hash': true,
  idempotency: true,
  content: true,
  reference: true,
  upload: true,
};

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const log = (entry: LogEntry): void => console.log(JSON.stringify(entry));

// The finished value, never a promise: a request that waits for another's promise hangs when that one is cancelled.
let isolate: Isolate | null = null;

/** Reads the bindings once per isolate; null when they are wrong, and the log then says all that is. */
async function prepare(env: unknown): Promise<Isolate | null> {
  const read = await readEdgeSettings(env);
  if (!read.ok) {
    for (const problem of read.problems) log({ level: 'error', event: 'settings', detail: { problem } });
    return null;
  }
  const keyring = await createKeyring(read.settings.secrets);
  // The keyring keeps promises of its keys; all are settled here, for the same reason as above.
  await Promise.all((Object.keys(PURPOSES) as Purpose[]).map(purpose => keyring.mac(purpose, '')));
  return { settings: read.settings, keyring };
}

/** A client of its own for each request: connections may not outlive the request that opened them. */
function depsOf({ settings, keyring }: Isolate): Deps {
  const { databaseUrl: url, databaseToken, origin } = settings;
  const token = databaseToken === null ? {} : { authToken: databaseToken };
  return createDeps({
    database: libsqlDatabase(createClient({ url, fetch: remoteFetch(), ...token })),
    site,
    keyring,
    primitives: webPrimitives(random),
    settings: { origin },
    now: () => new Date(),
    random,
    log,
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

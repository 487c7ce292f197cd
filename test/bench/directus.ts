// The same create through Directus on SQLite, a product a user might choose instead (budgets: ≥ 30 times as
// many per second at 10 and 100 connections). Only on request: Directus is not part of the product; it is
// fetched from npm and built for the run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Load, startLoader } from './intake/load.ts';
import { COMPLAINT, jsonPost, loadOf } from './intake/requests.ts';
import { startUnderTest } from './intake/under-test.ts';
import { ratioLine } from './pairs.ts';
import { ROOT } from './projects.ts';

const PEER = join(ROOT, 'test/bench/peers/directus');
const ADMIN = { email: 'bench@example.com', password: randomBytes(18).toString('base64url') };
const SECONDS = 3;
const START_MS = 60_000;

/** Its own environment: variables of the bench do not reach the peer. */
function environment(folder: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: folder,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET: randomBytes(32).toString('hex'),
    DB_CLIENT: 'sqlite3',
    DB_FILENAME: join(folder, 'data.db'),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    // As quiet and fast as its settings allow.
    LOG_LEVEL: 'error',
    // Otherwise it checks for newer versions of itself.
    CI: 'true',
    TELEMETRY: 'false',
    WEBSOCKETS_ENABLED: 'false',
    RATE_LIMITER_ENABLED: 'false',
    PRESSURE_LIMITER_ENABLED: 'false',
  };
}

/**
 * The peer's packages stay outside the repository, where none of our tools find them. Only what a create
 * needs is built; `isolated-vm` is newer than the peer requires, since the required version does not compile
 * for Node 24.
 */
function install(folder: string): void {
  cpSync(PEER, folder, { recursive: true });
  // Built with the headers of the Node that will run it; by default npm would download them.
  const env = { ...process.env, npm_config_nodedir: dirname(dirname(process.execPath)) };
  for (const work of [
    ['ci', '--ignore-scripts'],
    ['rebuild', 'sqlite3', 'isolated-vm', 'argon2'],
  ]) {
    const { status } = spawnSync('npm', work, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status === 0) continue;
    throw new Error(
      'Directus could not be installed: is there a C++ compiler, and does npm reach its registry?',
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function ask(origin: string, path: string, body: object, token?: string): Promise<unknown> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`Directus answered ${response.status} at ${path}: ${await response.text()}`);
  return ((await response.json()) as { data: unknown }).data;
}

/** Creates a collection with the form's fields, and a token that may write to it. */
async function prepare(origin: string): Promise<string> {
  const { access_token: token } = (await ask(origin, '/auth/login', ADMIN)) as { access_token: string };
  const id = {
    field: 'id',
    type: 'integer',
    schema: { is_primary_key: true, has_auto_increment: true },
    meta: { hidden: true },
  };
  const fields = Object.keys(COMPLAINT).map(field => ({ field, type: 'text', schema: {}, meta: {} }));
  await ask(
    origin,
    '/collections',
    { collection: 'complaints', schema: {}, meta: {}, fields: [id, ...fields] },
    token,
  );
  return token;
}

async function untilUp(origin: string, child: ChildProcess, log: string): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (child.exitCode !== null) break;
    const up = await fetch(`${origin}/server/ping`).catch(() => null);
    if (up?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`Directus does not answer: ${readFileSync(log, 'utf8').slice(-2000)}`);
}

interface Peer {
  readonly load: (connections: number) => Load;
  stop(): Promise<void>;
}

async function startPeer(folder: string): Promise<Peer> {
  install(folder);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = environment(folder, port);
  const log = join(folder, 'directus.log');
  const output = openSync(log, 'a');
  const program = join(folder, 'node_modules/directus/cli.js');
  const how = { cwd: folder, env, stdio: ['ignore', output, output] as ['ignore', number, number] };
  const { status } = spawnSync(process.execPath, [program, 'bootstrap'], how);
  if (status !== 0) throw new Error(`Directus made no database: ${readFileSync(log, 'utf8').slice(-2000)}`);
  const child = spawn(process.execPath, [program, 'start'], how);
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await exited;
  };
  try {
    await untilUp(origin, child, log);
    const authorization = `Bearer ${await prepare(origin)}`;
    const headers = { 'content-type': 'application/json', authorization };
    const request = { path: '/items/complaints', headers, requests: jsonPost.requests, status: 200 };
    return { load: connections => loadOf(origin, request, connections, SECONDS), stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Prints how many complaints per second each stores, in paired rounds; the first is a warm-up. */
export async function benchDirectus(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  const loader = startLoader();
  try {
    const peer = await startPeer(join(folder, 'peer'));
    const kac = await startUnderTest('kac', folder);
    try {
      for (const connections of [10, 100]) {
        const [ours, theirs]: [number[], number[]] = [[], []];
        for (let round = 0; round <= rounds; round++) {
          const one = await loader.run(loadOf(kac.origin, jsonPost, connections, SECONDS));
          const other = await loader.run(peer.load(connections));
          if (round === 0) continue;
          ours.push(one.perSecond);
          theirs.push(other.perSecond);
        }
        const sides = [
          { name: 'KAC', values: ours },
          { name: 'Directus on SQLite', values: theirs },
        ] as const;
        console.log(ratioLine(`create, ${connections} connections`, '/s', ...sides, '≥ 30'));
      }
    } finally {
      await Promise.all([kac.stop(), peer.stop()]);
    }
  } finally {
    await loader.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

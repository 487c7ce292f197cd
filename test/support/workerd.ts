// The real Workers runtime for a test: a bundled worker behind a loopback port; it ends with the test.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGuarded } from './guarded.ts';

const SYSTEMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-64',
  'darwin-arm64': 'darwin-arm64',
};
const system = SYSTEMS[`${process.platform}-${process.arch}`];
const binary = fileURLToPath(
  new URL(`../../node_modules/@cloudflare/workerd-${system}/bin/workerd`, import.meta.url),
);

/**
 * False on systems without a build of the runtime. Where a build exists but is not installed, starting it
 * fails.
 */
export const hasWorkerd = system !== undefined;

export interface Workerd {
  readonly origin: string;
  /** The worker's log so far, line by line. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

// Without Node's modules and globals, so that a dependency on them fails here and not on a stricter host.
const COMPATIBILITY = `compatibilityDate = "2026-10-01",
  compatibilityFlags = ["no_nodejs_compat", "no_nodejs_compat_v2"]`;

/**
 * Cap'n Proto text accepts JSON's escapes except \\u, which only control characters need; our texts have
 * none.
 */
const quote = (text: string): string => JSON.stringify(text);

const config = (bindings: Readonly<Record<string, string>>): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  bindings = [${Object.entries(bindings).map(([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`)}],
  ${COMPATIBILITY},
);
`;

/** Starts the worker `<folder>/worker.js` with these bindings and waits until it listens. */
export async function startWorkerd(
  folder: string,
  bindings: Readonly<Record<string, string>>,
): Promise<Workerd> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'config.capnp');
  writeFileSync(file, config(bindings));
  const server = startGuarded(binary, ['serve', file, '--control-fd=1']);
  const isListening = (line: string): boolean => line.startsWith('{"event":"listen"');
  const { port } = JSON.parse(await server.line(isListening)) as { port: number };
  return { origin: `http://127.0.0.1:${port}`, log: server.lines, stop: server.stop };
}

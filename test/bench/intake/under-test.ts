// A server under test in a separate process, as in production: its log goes to a file.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask, Spent } from './child.ts';

export interface UnderTest {
  readonly origin: string;
  /** The result of `work`, and what the server spent meanwhile. */
  during<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly spent: Spent }>;
  stop(): Promise<void>;
}

/** Node flags for the servers, such as `--cpu-prof`, to see where the time goes. */
const FLAGS = process.env['KAC_BENCH_ARGV']?.split(' ') ?? [];

/** Starts `kac.ts`, `workless.ts` (each on a data folder) or `empty.ts`. Limits are off: all requests come from one source. */
export async function startUnderTest(
  program: 'kac' | 'workless' | 'empty',
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<UnderTest> {
  const log = join(folder, `${program}.log`);
  const output = openSync(log, 'a');
  const env = {
    ...settings,
    PORT: '0',
    KAC_DATA: join(folder, program === 'kac' ? 'data' : program),
    KAC_LIMITS: 'off',
  };
  const child = fork(new URL(`${program}.ts`, import.meta.url), {
    execArgv: FLAGS,
    stdio: ['ignore', output, output, 'ipc'],
    env,
  });
  closeSync(output);
  const exited = once(child, 'exit');
  const died = exited.then(([code]) => {
    throw new Error(`${program}.ts ended with ${code}: ${readFileSync(log, 'utf8').slice(-2000)}`);
  });
  died.catch(() => undefined);
  const told = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), died]))[0];
  const ask = (what: Ask) => child.send(what);
  const { origin } = (await told()) as { origin: string };
  return {
    origin,
    async during(work) {
      ask('measure');
      const result = await work();
      const answer = told();
      ask('report');
      return { result, spent: (await answer) as Spent };
    },
    async stop() {
      ask('stop');
      await exited;
    },
  };
}

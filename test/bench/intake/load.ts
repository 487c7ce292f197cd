// As many requests as possible over a number of connections, and the duration of each.
import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly body: string }[];
  /** The status each response must have. */
  readonly status: number;
  readonly connections: number;
  /** Seconds. */
  readonly duration: number;
}

export interface Loaded {
  /** Number of responses as expected. */
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly failed: number;
}

export interface Loader {
  /** @throws {Error} when a response was not the expected one: refusals are not measured. */
  run(load: Load): Promise<Loaded>;
  stop(): Promise<void>;
}

/** The process that sends the requests. */
export function startLoader(): Loader {
  const child = fork(new URL('loader.ts', import.meta.url), { execArgv: [] });
  const exited = once(child, 'exit');
  const died = exited.then(([code]) => Promise.reject(new Error(`the loader ended with ${code}`)));
  died.catch(() => undefined);
  return {
    async run(load) {
      const answer = once(child, 'message');
      child.send(load);
      const [loaded] = (await Promise.race([answer, died])) as [Loaded];
      if (loaded.failed > 0) throw new Error(`${loaded.failed} of the requests to ${load.url} failed`);
      return loaded;
    },
    async stop() {
      child.kill();
      await exited;
    },
  };
}

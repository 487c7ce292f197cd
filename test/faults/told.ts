// A program in a separate process that reports when it is ready and each time it is asked.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Program<Told> {
  /** Its first report. */
  readonly first: Told;
  ask(): Promise<Told>;
  /** Disconnects it and returns its exit code, null when it was killed. */
  end(): Promise<number | null>;
}

/**
 * Starts a program of this folder with the arguments and waits until it is ready. It ends with the test.
 * `files`: the maximum it may have open; by default what the system allows.
 */
export async function startTold<Told>(
  program: string,
  args: readonly (string | number)[],
  { files }: { readonly files?: number } = {},
): Promise<Program<Told>> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const command = [process.execPath, '--expose-gc', path, ...args.map(String)];
  const [executable = '', ...rest] =
    files === undefined ? command : ['sh', '-c', `ulimit -n ${files}; exec "$0" "$@"`, ...command];
  const child = spawn(executable, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const next = async (): Promise<Told> => {
    const early = gone.then(([code]) =>
      Promise.reject(new Error(`${program} ended too early, with ${code}`)),
    );
    const [told] = await Promise.race([once(child, 'message'), early]);
    return told as Told;
  };
  return {
    first: await next(),
    ask: () => {
      child.send('and now?');
      return next();
    },
    end: async () => {
      child.disconnect();
      const [code] = await gone;
      return code;
    },
  };
}

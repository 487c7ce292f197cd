// Programs for tests that never outlive them (see guard.ts).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('guard.ts', import.meta.url));

const CHECK_MS = 10;

export interface Guarded {
  /** Its output so far, line by line, both streams. */
  readonly lines: readonly string[];
  isRunning(): boolean;
  /** The first line, past or future, that matches `find`. Rejects when the program ends without it. */
  line(find: (line: string) => boolean): Promise<string>;
  /** Kills it (-9) and resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a program that dies with this process. */
export function startGuarded(program: string, args: readonly string[]): Guarded {
  const child = spawn(process.execPath, [guard, program, ...args], { stdio: 'pipe' });
  const gone = once(child, 'close');
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', line => lines.push(line));
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    lines,
    isRunning,
    line: async find => {
      for (;;) {
        const ended = !isRunning();
        const found = lines.find(find);
        if (found !== undefined) return found;
        if (ended) throw new Error(`${program} ended too early:\n${lines.join('\n')}`);
        await new Promise(resolve => setTimeout(resolve, CHECK_MS));
      }
    },
    stop: async () => {
      child.stdin.end();
      await gone;
    },
  };
}

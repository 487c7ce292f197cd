// Runs TypeScript in a separate process, for what only another process can show (locks, what is really on
// disk).
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

const argv = (script: string, args: readonly string[]): string[] => [
  '--input-type=module',
  '-e',
  script,
  ...args,
];

/** Runs a script to its end and returns its output. */
export const runScript = (script: string, ...args: string[]): string =>
  execFileSync(process.execPath, argv(script, args), { encoding: 'utf8' });

export interface Running {
  readonly child: ChildProcess;
  /** Its first output. */
  readonly said: string;
  /** Resolves when the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a script and waits for its first output. */
export async function startScript(script: string, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, argv(script, args), { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [said] = await Promise.race([
    once(child.stdout, 'data'),
    gone.then(([code]) => Promise.reject(new Error(`the script ended with ${code} and said nothing`))),
  ]);
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    child.kill(signal);
    await gone;
  };
  return { child, said: String(said), stop };
}

/** Takes the write lock of a database file in another process; `stop()` frees it. */
export const holdWriteLock = (file: string): Promise<Running> =>
  startScript(
    `import { DatabaseSync } from 'node:sqlite';
     new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE');
     console.log('held');
     process.stdin.resume();`,
    file,
  );

/** The numbers in column `i` of table `t` that a fresh process finds in the file. */
export const numbersOnDisk = (file: string): number[] =>
  JSON.parse(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const rows = new DatabaseSync(process.argv[1]).prepare('SELECT i FROM t ORDER BY i').all();
       console.log(JSON.stringify(rows.map(row => row.i)));`,
      file,
    ),
  );

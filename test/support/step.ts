// The steps of `npm test`: programs that pass or fail, one after another or side by side.
import { spawn } from 'node:child_process';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

export interface Ended extends Count {
  readonly name: string;
}

const ENV = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };

/** Runs a program to its end. `show` receives what it prints; without it the program has our output. */
export function runProgram(
  [program = '', ...args]: readonly string[],
  show?: (output: Buffer) => void,
): Promise<boolean> {
  const child = spawn(program, args, { env: ENV, stdio: show ? 'pipe' : 'inherit' });
  for (const stream of show ? [child.stdout, child.stderr] : []) stream?.on('data', show as () => void);
  return new Promise(resolve => {
    child.on('error', fault => {
      console.error(fault.message);
      resolve(false);
    });
    child.on('close', code => resolve(code === 0));
  });
}

/** A step that counts as one. Its output is kept, to be printed when it has ended. */
export interface Check extends Step {
  output(): string;
}

/** Runs programs in order until one fails. */
export function check(name: string, ...programs: readonly (readonly string[])[]): Check {
  const printed: Buffer[] = [];
  return {
    name,
    output: () => Buffer.concat(printed).toString(),
    run: async () => {
      for (const program of programs)
        if (!(await runProgram(program, piece => printed.push(piece)))) return { passed: 0, failed: 1 };
      return { passed: 1, failed: 0 };
    },
  };
}

/** Runs a step; what it throws is printed and counts as one failure. */
export async function runStep({ name, run }: Step): Promise<Ended> {
  try {
    return { name, ...(await run()) };
  } catch (fault) {
    console.error(fault);
    return { name, passed: 0, failed: 1 };
  }
}

/**
 * Runs checks in lanes: each starts when the one `lanes` places before it has ended. Prints the output of each as it
 * ends, in the order given.
 */
export async function sideBySide(checks: readonly Check[], lanes: number): Promise<Ended[]> {
  const runs: Promise<Ended>[] = [];
  for (const [place, one] of checks.entries())
    runs.push((runs[place - lanes] ?? Promise.resolve()).then(() => runStep(one)));
  for (const [place, { name, output }] of checks.entries()) {
    await runs[place];
    process.stdout.write(`\n— ${name}\n${output()}`);
  }
  return Promise.all(runs);
}

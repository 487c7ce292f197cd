// Runs a command root as a person would, and returns its output and exit code.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a command needs of the environment: where programs lie, and where Node keeps compiled code. */
function inherited(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? { PATH } : { PATH, NODE_COMPILE_CACHE };
}

/** `root`: a file in `api/`. `input` is sent to standard input, which is then closed. */
export async function runRoot(
  root: string,
  args: readonly string[],
  { env, input = '' }: { readonly env: Record<string, string>; readonly input?: string },
): Promise<Ran> {
  const path = fileURLToPath(new URL(`../../api/${root}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { env: { ...inherited(), ...env }, stdio: 'pipe' });
  // A command that refuses at once does not wait for its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

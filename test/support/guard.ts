// Runs a program and ends it, by its own handle, as soon as the process that started us is gone: our input
// closes then, whether it finished, failed or was killed with -9.
import { spawn } from 'node:child_process';

const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const end = (): void => {
  child.kill('SIGKILL');
};
process.stdin.on('close', end).on('error', end).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
child.on('error', () => process.exit(127));
child.on('exit', code => process.exit(code ?? 1));

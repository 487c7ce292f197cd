// Servers started for tests never outlive them, not even a test run that is killed.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startGuarded } from '../support/guarded.ts';
import { startScript } from '../support/process.ts';

const PRINT_PID = 'console.log(process.pid); setInterval(() => {}, 1000);';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function isGone(pid: number): Promise<boolean> {
  for (let check = 0; check < 100 && isAlive(pid); check += 1) await wait(20);
  return !isAlive(pid);
}

it('ends with stop()', async () => {
  const program = startGuarded(process.execPath, ['-e', PRINT_PID]);
  const pid = Number(await program.line(() => true));
  expect(isAlive(pid)).toBe(true);
  await program.stop();
  expect(isAlive(pid)).toBe(false);
});

it('ends when the process that started it is killed with -9', async () => {
  const guarded = new URL('../support/guarded.ts', import.meta.url).href;
  const parent = await startScript(
    `const { startGuarded } = await import(process.argv[1]);
     const program = startGuarded(process.execPath, ['-e', process.argv[2]]);
     console.log(await program.line(() => true));`,
    guarded,
    PRINT_PID,
  );
  const pid = Number(parent.said);
  expect(isAlive(pid)).toBe(true);
  await parent.stop('SIGKILL');
  expect(await isGone(pid)).toBe(true);
});

it('says what a program printed that ended before it was ready', async () => {
  const program = startGuarded(process.execPath, ['-e', 'console.error("nav porta"); process.exit(3)']);
  await expect(program.line(line => line === 'gatavs')).rejects.toThrow(/nav porta/);
});

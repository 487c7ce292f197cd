// `npm run test:crash`: many crashes in a row. Usage: node test/crash/run.ts [rounds]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crash, type Totals } from './crash.ts';

const EVERY = 10;
const rounds = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'kac-crash-'));

const tell = (round: number, { acknowledged, resent, storedUnsaid }: Totals): void => {
  if (round % EVERY !== 0 && round !== rounds) return;
  const unsaid = `${resent} sent again (${storedUnsaid} of them were stored already)`;
  process.stdout.write(`${round} crashes: ${acknowledged} acknowledged and found once, ${unsaid}\n`);
};

try {
  await crash(folder, rounds, tell);
  rmSync(folder, { recursive: true });
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\nThe data is kept in ${folder}\n`);
  process.exitCode = 1;
}

// Runs a Node program to its end and measures its time and memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Run {
  readonly seconds: number;
  /** CPU seconds in all its threads: hardly affected by other load on the machine. */
  readonly busy: number;
  /** Peak memory of its process, including native memory. */
  readonly megabytes: number;
}

const HOOK = `process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.USAGE, JSON.stringify(process.resourceUsage())));`;

/** Throws with the program's output when it fails. */
export function measured(folder: string, argv: readonly string[]): Run {
  const aside = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  const hook = join(aside, 'usage.cjs');
  const report = join(aside, 'usage.json');
  writeFileSync(hook, HOOK);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', hook, ...argv], {
    cwd: folder,
    env: { ...process.env, USAGE: report, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${argv.join(' ')} failed in ${folder}: ${stdout}${stderr}`);
  const usage: NodeJS.ResourceUsage = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(aside, { recursive: true });
  const busy = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { seconds, busy, megabytes: usage.maxRSS / 1024 };
}

/** A build from nothing, without an earlier result or a cache. */
export function coldBuild(folder: string, argv: readonly string[]): Run {
  for (const made of ['dist', 'build', '.astro', '_site'])
    rmSync(join(folder, made), { recursive: true, force: true });
  return measured(folder, argv);
}

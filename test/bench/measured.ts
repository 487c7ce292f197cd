// Runs a Node program to its end and says how long it took and how much memory it needed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Run {
  readonly seconds: number;
  /** The most its process held at once, native memory included. */
  readonly megabytes: number;
}

const PEAK = `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;

/** Throws with what the program printed when it fails. */
export function measured(folder: string, argv: readonly string[]): Run {
  const aside = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  const hook = join(aside, 'peak.cjs');
  const peak = join(aside, 'peak.txt');
  writeFileSync(hook, PEAK);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', hook, ...argv], {
    cwd: folder,
    env: { ...process.env, PEAK: peak, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${argv.join(' ')} failed in ${folder}: ${stdout}${stderr}`);
  const megabytes = Number(readFileSync(peak, 'utf8')) / 1024;
  rmSync(aside, { recursive: true });
  return { seconds, megabytes };
}

/** A build from nothing: neither an earlier result nor a cache is there to help. */
export function coldBuild(folder: string, argv: readonly string[]): Run {
  for (const made of ['dist', 'build', '.astro', '_site'])
    rmSync(join(folder, made), { recursive: true, force: true });
  return measured(folder, argv);
}

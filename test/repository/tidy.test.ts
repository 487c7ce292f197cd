// Nothing that a tool or a system leaves behind is tracked, and Git is told to pass it over.
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });

/** Leftovers of profilers, crashes, merges, editors and systems, by the last part of the path. */
const LEFTOVERS: readonly RegExp[] = [
  /\.(log|cpuprofile|heapprofile|heapsnapshot|orig|rej|bak|swp|tmp|pid|tsbuildinfo)$/,
  /^isolate-/,
  /^core(\.\d+)?$/,
  /^\.DS_Store$|^Thumbs\.db$|~$/,
  /^(npm|yarn)-(debug|error)/,
];

const isLeftover = (path: string): boolean =>
  LEFTOVERS.some(pattern => pattern.test(path.slice(path.lastIndexOf('/') + 1)));

const EXAMPLES = [
  'isolate-0xef24000-25615-v8.log',
  'CPU.20261201.cpuprofile',
  'Heap.heapsnapshot',
  'src/app.ts.orig',
  'src/app.ts.rej',
  'core',
  'core.4711',
  '.DS_Store',
  'docs/Thumbs.db',
  'npm-debug.log',
  'tsc.tsbuildinfo',
  '.app.ts.swp',
];

describe('what is tracked', () => {
  it('is no leftover of a tool', () => {
    const tracked = git('ls-files').split('\n').filter(Boolean);
    expect(tracked.length).toBeGreaterThan(1000);
    expect(tracked.filter(isLeftover)).toEqual([]);
  });

  it('has no mark of a merge that was not finished', () => {
    // “git grep” ends with 1 where it finds nothing.
    const found = spawnSync('git', ['grep', '-lE', '^(<{7}|>{7}) '], { encoding: 'utf8' });
    expect([found.stdout, found.status]).toEqual(['', 1]);
  });

  it.each(EXAMPLES)('cannot become %s by accident', path => {
    expect(isLeftover(path)).toBe(true);
    expect(git('check-ignore', '--no-index', path)).toBe(`${path}\n`);
  });

  it('may be a file whose name only resembles one', () => {
    expect(['api/node/log.ts', 'src/core.ts', 'docs/backups.md'].filter(isLeftover)).toEqual([]);
  });
});

// A separate disk of one megabyte, to be filled or made read-only. Needs root on Linux; elsewhere it cannot
// be mounted.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves no free block; returns a function that frees space again. */
  fill(): () => void;
  readOnly(on: boolean): void;
}

const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'ignore' });

/** Mounts it; it is unmounted when the test ends, after what was started on it. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'kac-disk-'));
  mount('-t', 'tmpfs', '-o', 'size=2m,mode=0700', 'kac-test', folder);
  onTestFinished(() => {
    // Lazily: a file that is still open must not keep the disk mounted.
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, new Uint8Array(bavail * bsize));
      return () => rmSync(ballast);
    },
    readOnly: on => mount('-o', `remount,${on ? 'ro' : 'rw'}`, folder),
  };
}

/** True when this process may mount. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'kac-mount-'));
  try {
    mount('-t', 'tmpfs', '-o', 'size=4k', 'kac-test', folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Register pages as staff open them, with a large database compared with a small one.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnderTest } from './intake/under-test.ts';
import { ratioLine } from './pairs.ts';

const REQUESTS = 200;

export interface Desk {
  readonly server: UnderTest;
  readonly cookie: string;
}

/** Milliseconds of each request, sent one at a time: the server's own time, since nothing queues. */
async function timed({ server, cookie }: Desk, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REQUESTS; i += 1) {
    const start = performance.now();
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie, accept: 'text/html' } });
    await response.text();
    times.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  }
  return times.toSorted((a, b) => a - b);
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

export interface Comparison<D extends Desk> {
  readonly title: string;
  /** Opens a server with `count` records in its own folder. */
  readonly open: (folder: string, count: number) => Promise<D>;
  readonly many: number;
  readonly few: number;
  readonly pages: Readonly<Record<string, (desk: D) => string>>;
  readonly target: string;
}

/** Prints each page's median and 99th percentile with `many` compared with `few`. */
export async function compareDesks<D extends Desk>(of: Comparison<D>, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  console.log(`${of.title}: load ${loadavg()[0]?.toFixed(2)} on ${cpus().length} cores before it began`);
  const desks: D[] = [];
  try {
    for (const count of [of.many, of.few]) desks.push(await of.open(folder, count));
    const [big, small] = desks as [D, D];
    for (const [name, path] of Object.entries(of.pages)) {
      const rounded: { big: number[]; small: number[] }[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const both = { big: await timed(big, path(big)), small: await timed(small, path(small)) };
        if (round > 0) rounded.push(both);
      }
      for (const [label, share] of [
        ['median', 0.5],
        ['p99', 0.99],
      ] as const)
        console.log(
          ratioLine(
            `${name}, ${label}`,
            'ms',
            { name: `with ${of.many}`, values: rounded.map(one => at(one.big, share)) },
            { name: `with ${of.few}`, values: rounded.map(one => at(one.small, share)) },
            of.target,
          ),
        );
    }
  } finally {
    for (const { server } of desks) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// The register with many cases: worklist and case page by a clerk, one after another, with a million cases in the file
// beside the same with a thousand. One case in fifty is open.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyring } from '../../api/domain/keyring.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import { staffMember } from '../support/staff.ts';
import { fill } from './intake/filled.ts';
import { startUnderTest, type UnderTest } from './intake/under-test.ts';
import { ratioLine } from './pairs.ts';

const FEW = 1000;
const REQUESTS = 100;

interface Desk {
  readonly server: UnderTest;
  readonly cookie: string;
  /** A case that opens. */
  readonly reference: string;
}

/** A clerk signed in to a register with so many cases. */
async function openDesk(folder: string, count: number): Promise<Desk> {
  const own = mkdtempSync(join(folder, 'filled-'));
  await fill(own, count);
  const data = join(own, 'data');
  const secrets = loadSecrets(data, { random: randomBytes, now: new Date(), databaseExists: true });
  const database = await openEmbedded(join(data, 'kac.db'));
  const keyring = await createKeyring(secrets.intake, nodePrimitives);
  const member = await staffMember({ database, deps: { keyring, now: () => new Date() } });
  const { rows } = await database.execute({ sql: 'SELECT reference FROM submissions ORDER BY id LIMIT 1' });
  await database.close();
  const server = await startUnderTest('kac', own);
  return { server, cookie: member.cookie, reference: String(rows[0]?.['reference']) };
}

/** Milliseconds of each request, one after another: the server's own time, since nothing waits. */
async function timed({ server, cookie }: Desk, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
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

const PAGES: Readonly<Record<string, (desk: Desk) => string>> = {
  worklist: () => '/registrs/',
  'worklist, overdue': () => '/registrs/?skats=overdue',
  'worklist, closed': () => '/registrs/?skats=closed',
  'case page': ({ reference }) => `/registrs/lietas/${reference}/`,
};

/** Prints each page's median and 99th percentile with `many` cases against a thousand. */
async function compare(many: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  console.log(`register: load ${loadavg()[0]?.toFixed(2)} on ${cpus().length} cores before it began`);
  const desks: Desk[] = [];
  try {
    for (const count of [many, FEW]) desks.push(await openDesk(folder, count));
    const [big, small] = desks as [Desk, Desk];
    for (const [name, path] of Object.entries(PAGES)) {
      const rounded: { big: number[]; small: number[] }[] = [];
      for (let round = 0; round <= rounds; round++) {
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
            { name: `with ${many}`, values: rounded.map(one => at(one.big, share)) },
            { name: `with ${FEW}`, values: rounded.map(one => at(one.small, share)) },
            '≤ 1.3, below 50 ms',
          ),
        );
    }
  } finally {
    for (const { server } of desks) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchRegister = (rounds: number): Promise<void> => compare(100_000, rounds);
/** The same with a million: minutes to fill and gigabytes of disk. */
export const benchRegisterMillion = (rounds: number): Promise<void> => compare(1_000_000, rounds);

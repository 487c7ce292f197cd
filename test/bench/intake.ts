// Taking in submissions: the shipped server with everything on except the limits, compared with the same
// without its work and with a handler that only reads and checks the form. Client, server and bench are
// separate processes. The peer of the budgets is in `directus.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spent } from './intake/child.ts';
import { fill } from './intake/filled.ts';
import { type Loaded, startLoader } from './intake/load.ts';
import { openRaw } from './intake/raw.ts';
import { formPost, jsonPost, loadOf, lookUps } from './intake/requests.ts';
import { openSealing } from './intake/sealing.ts';
import { startUnderTest, type UnderTest } from './intake/under-test.ts';
import { figureLine, ratioLine } from './pairs.ts';

const SECONDS = 1.5;
const FEW = 1000;

type Request = typeof jsonPost;
type Measured = Loaded & Spent;
type Send = (server: UnderTest, request: Request, connections: number) => Promise<Measured>;
type Pick = (measured: Measured) => number;
type Pair = readonly [Measured[], Measured[]];

/** Runs `work` with a folder and a sender, and cleans up. */
async function withSender(work: (folder: string, send: Send) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  const loader = startLoader();
  const [minute] = loadavg();
  console.log(`intake: load ${minute?.toFixed(2)} on ${cpus().length} cores before it began`);
  try {
    await work(folder, async (server, request, connections) => {
      const load = loadOf(server.origin, request, connections, SECONDS);
      const { result, spent } = await server.during(() => loader.run(load));
      return { ...result, ...spent };
    });
  } finally {
    await loader.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs both sides in turn; the first round is a warm-up. */
async function paired(
  rounds: number,
  ours: () => Promise<Measured>,
  theirs: () => Promise<Measured>,
): Promise<Pair> {
  const pair: Pair = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const both = [await ours(), await theirs()] as const;
    if (round === 0) continue;
    pair[0].push(both[0]);
    pair[1].push(both[1]);
  }
  return pair;
}

function print(
  what: string,
  unit: string,
  [ours, theirs]: Pair,
  pick: Pick,
  { names = ['KAC', 'empty handler'], target }: { names?: readonly [string, string]; target: string },
): void {
  const side = (name: string, all: readonly Measured[]) => ({ name, values: all.map(pick) });
  console.log(ratioLine(what, unit, side(names[0], ours), side(names[1], theirs), target));
}

const perSecond: Pick = ({ perSecond }) => perSecond;
/** Microseconds of CPU time per request: hardly affected by other load on the machine. */
const busy =
  (of: 'thread' | 'process'): Pick =>
  measured =>
    (measured[of] * 1e6) / measured.requests;

const LATENCIES = ['p50', 'p99', 'p999'] as const;

function printLatencies(connections: number, pair: Pair): void {
  for (const name of LATENCIES) {
    const target = name === 'p99' && connections === 100 ? '≤ 3' : 'none';
    const what = `json post, ${connections} connections, ${name}`;
    print(what, 'ms', pair, measured => measured[name], { target });
  }
}

/**
 * Prints posts compared with the empty handler and with the database's own limit, the latencies and the event
 * loop's delay.
 */
export const benchIntake = (rounds: number): Promise<void> =>
  withSender(async (folder, send) => {
    const kac = await startUnderTest('kac', folder);
    const empty = await startUnderTest('empty', folder);
    const workless = await startUnderTest('workless', folder);
    try {
      const pairOf = (request: Request, connections: number) =>
        paired(
          rounds,
          () => send(kac, request, connections),
          () => send(empty, request, connections),
        );
      for (const connections of [1, 10, 100, 500]) {
        const pair = await pairOf(jsonPost, connections);
        const target = connections === 100 ? '≥ 0.60' : 'none';
        print(`json post, ${connections} connections`, '/s', pair, perSecond, { target });
        printLatencies(connections, pair);
        if (connections === 100) await printAtHundred(folder, rounds, pair);
      }
      const forms = await pairOf(formPost, 100);
      print('form post, 100 connections', '/s', forms, perSecond, { target: '≥ 0.45' });
      for (const [name, request] of [
        ['json', jsonPost],
        ['form', formPost],
      ] as const) {
        const pair = await paired(
          rounds,
          () => send(kac, request, 100),
          () => send(workless, request, 100),
        );
        const names = ['KAC', 'KAC without the work'] as const;
        print(`${name} post, 100 connections`, '/s', pair, perSecond, { names, target: 'none' });
      }
    } finally {
      await Promise.all([kac.stop(), empty.stop(), workless.stop()]);
    }
    await benchSizes(folder, rounds, send, 100_000);
  });

async function printAtHundred(folder: string, rounds: number, pair: Pair): Promise<void> {
  print('json post, answering thread', 'µs', pair, busy('thread'), { target: 'none' });
  print('json post, all threads', 'µs', pair, busy('process'), { target: 'none' });
  const [ours] = pair;
  const delays = { name: 'KAC', values: ours.map(({ delay }) => delay) };
  console.log(figureLine('event loop late at p99, 100 connections', 'ms', delays, '≤ 20'));
  const [raw, sealing] = [await openRaw(folder), await openSealing(folder)];
  const values: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < rounds; round++) {
    values.push(await raw.measure(SECONDS / 2));
    alone.push(await sealing.measure(SECONDS / 2));
  }
  await raw.close();
  const posts = { name: 'KAC', values: ours.map(({ perSecond }) => perSecond) };
  console.log(
    ratioLine('json post and rows alone', '/s', posts, { name: 'multi-row inserts', values }, 'none'),
  );
  console.log(figureLine('sealed, chained and signed alone', 'µs', { name: 'KAC', values: alone }, 'none'));
}

/** Prints inserts and look-ups with `many` submissions in the file compared with a thousand. */
async function benchSizes(folder: string, rounds: number, send: Send, many: number): Promise<void> {
  const opened = async (count: number) => {
    const own = mkdtempSync(join(folder, 'filled-'));
    const codes = await fill(own, count);
    // Without the office's key: the server would otherwise index the rows that have no words.
    return { codes, server: await startUnderTest('kac', own, { KAC_OFFICE_KEYS: 'off' }) };
  };
  const [big, small] = [await opened(many), await opened(FEW)];
  try {
    const names = [`with ${many}`, `with ${FEW}`] as const;
    const measured = (name: string, request: (codes: readonly string[]) => Request) =>
      paired(
        rounds,
        () => send(big.server, request(big.codes), 100),
        () => send(small.server, request(small.codes), 100),
      ).then(pair => print(name, '/s', pair, perSecond, { names, target: '≥ 0.8' }));
    await measured('status look-up', lookUps);
    await measured('insert', () => jsonPost);
  } finally {
    await Promise.all([big.server.stop(), small.server.stop()]);
  }
}

/** The same with a million in the file: takes minutes to fill and gigabytes of disk. */
export const benchMillion = (rounds: number): Promise<void> =>
  withSender((folder, send) => benchSizes(folder, rounds, send, 1_000_000));

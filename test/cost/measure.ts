// Measures what a piece of work costs in CPU time, not in wall time, so that a busy machine does not change the verdict.

/** What is measured. It may return a promise; it is measured until the promise is settled. */
type Work = () => unknown;

/** Makes work on an input of size `n`. Called anew for each run and not measured: prepare buffers and requests here. */
export type Make = (n: number) => Work | Promise<Work>;

/** Work on twice the input may take this many times as long: linear growth is 2, quadratic growth is 4. */
export const MOST_RATIO = 3;

/** Milliseconds that one request may hold the event loop. */
export const MOST_STALL_MS = 50;

/** Milliseconds of CPU. Below these the noise of the garbage collector and the compiler is larger than the growth. */
const FLOOR_MS = 6;

/** How often a measurement above a limit is repeated. The least counts: noise only ever adds time. */
const TRIES = 6;

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

interface Cost {
  /** CPU time of the whole process in milliseconds, worker threads included. */
  readonly cpu: number;
  /** The longest time in milliseconds that this thread was busy between two turns of its event loop, as CPU time. */
  readonly stall: number;
}

/** The cost of one run. */
async function costOf(work: Work): Promise<Cost> {
  let stall = 0;
  let running = true;
  const before = process.cpuUsage();
  let last = process.threadCpuUsage();
  const turn = (): void => {
    stall = Math.max(stall, milliseconds(process.threadCpuUsage(last)));
    last = process.threadCpuUsage();
    // A timer and not `setImmediate`, which would spin while a worker thread is at work.
    if (running) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  await work();
  const cpu = milliseconds(process.cpuUsage(before));
  running = false;
  turn();
  return { cpu, stall };
}

export interface Growth {
  /** CPU time in milliseconds on n. */
  readonly small: number;
  /** CPU time in milliseconds on 2n. */
  readonly large: number;
  /** `large` by `small`; 1 where both are too short to be compared. */
  readonly ratio: number;
  /** The longest stall in milliseconds on 2n. */
  readonly stall: number;
}

const grown = (small: number, large: number, stall: number): Growth => ({
  small,
  large,
  stall,
  ratio: Math.max(large, FLOOR_MS) / Math.max(small, FLOOR_MS),
});

/**
 * The growth from n to 2n, each the least of several runs. It ends as soon as the result is within both limits.
 * Give half of the largest input that is admitted as `n`.
 */
export async function growth(make: Make, n: number, mostStall = MOST_STALL_MS): Promise<Growth> {
  const run = async (size: number): Promise<Cost> => costOf(await make(size));
  // The first run compiles the code. Work that is cheap even so grows into nothing.
  const first = await run(2 * n);
  if (first.cpu <= FLOOR_MS) return grown(first.cpu, first.cpu, first.stall);
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let stall = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES; tries += 1) {
    small = Math.min(small, (await run(n)).cpu, (await run(n)).cpu);
    const cost = await run(2 * n);
    large = Math.min(large, cost.cpu);
    stall = Math.min(stall, cost.stall);
    const result = grown(small, large, stall);
    if (result.ratio <= MOST_RATIO && stall <= mostStall) return result;
  }
  return grown(small, large, stall);
}

/** The longest stall in milliseconds: the least of several runs of freshly made work. */
export async function longestStall(make: Make, n: number): Promise<number> {
  let stall = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && stall > MOST_STALL_MS; tries += 1)
    stall = Math.min(stall, (await costOf(await make(n))).stall);
  return stall;
}

const grows = ({ small, large, ratio }: Growth): string =>
  `grows ${ratio.toFixed(1)} times when the input doubles: ${small.toFixed(1)} ms on n, ${large.toFixed(1)} ms on 2n`;

const halfOf = (largest: number): number => Math.max(1, Math.floor(largest / 2));

/**
 * What is wrong with the cost of work whose largest admitted input has the size `largest`; null where nothing is. For
 * use as `expect(await excess(make, largest)).toBeNull()`.
 */
export async function excess(make: Make, largest: number): Promise<string | null> {
  const measured = await growth(make, halfOf(largest));
  if (measured.ratio > MOST_RATIO) return grows(measured);
  return measured.stall > MOST_STALL_MS ? `holds the event loop for ${measured.stall.toFixed(1)} ms` : null;
}

/** The same for inputs larger than any that is admitted: how the work grows counts, and not how long it takes. */
export async function superlinear(make: Make, largest: number): Promise<string | null> {
  const measured = await growth(make, halfOf(largest), Number.POSITIVE_INFINITY);
  return measured.ratio > MOST_RATIO ? grows(measured) : null;
}

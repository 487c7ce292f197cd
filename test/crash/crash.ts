// Repeatedly kills the server with -9 while it works, and checks each time that everything it acknowledged is
// stored exactly once. This covers a dying process, not a power failure.
import { strict as assert } from 'node:assert';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { file, postJson, type Receipt } from '../runtime/client.ts';
import { writeSite } from '../runtime/live-site.ts';
import { type Guarded, startGuarded } from '../support/guarded.ts';
import { lookOnDisk } from './disk.ts';
import { type Stream, stream, textOf } from './stream.ts';

const LONGEST_START_MS = 500;
const LONGEST_STREAM_MS = 600;
const AT_ONCE = 50;

export interface Totals {
  /** Acknowledged and found. */
  acknowledged: number;
  /** Not acknowledged; sent again, and found once. */
  resent: number;
  /** Of those, already stored when the server died. */
  storedUnsaid: number;
}

interface Server extends Guarded {
  readonly origin: string;
}

/**
 * Runs `rounds` rounds on one data folder inside `folder`. `onRound` gets the totals after each.
 * @throws {Error} when anything acknowledged is missing, changed or duplicated, or the file is damaged.
 */
export async function crash(
  folder: string,
  rounds: number,
  onRound: (round: number, totals: Totals) => void = () => {},
): Promise<Totals> {
  const totals: Totals = { acknowledged: 0, resent: 0, storedUnsaid: 0 };
  const data = join(folder, 'data');
  const { siteFolder, bundleFile } = writeSite(folder);
  const program = fileURLToPath(new URL('server.ts', import.meta.url));
  const spawn = (): Guarded => startGuarded(process.execPath, [program, data, siteFolder, bundleFile]);
  for (let round = 1; round <= rounds; round += 1) {
    await playRound(data, spawn, totals).catch(fault => {
      throw new Error(`crash ${round}: ${fault instanceof Error ? fault.message : fault}`, { cause: fault });
    });
    onRound(round, totals);
  }
  return totals;
}

async function playRound(data: string, spawn: () => Guarded, totals: Totals): Promise<void> {
  await killWhileStarting(spawn);
  const sent = await killWhileWorking(await ready(spawn()));
  const stored = checkDisk(data, rowsOf(totals), sent);
  await checkAndResend(await ready(spawn()), sent);
  totals.acknowledged += sent.acknowledged.size;
  totals.resent += sent.unacknowledged.size;
  totals.storedUnsaid += stored - sent.acknowledged.size;
  const { submissions } = lookOnDisk(data);
  assert.equal(submissions, rowsOf(totals), 'one row for each key after everybody has sent again');
}

const ready = async (server: Guarded): Promise<Server> => ({
  ...server,
  origin: await server.line(line => line.startsWith('http://')),
});

const rowsOf = ({ acknowledged, resent }: Totals): number => acknowledged + resent;

/** Also on the very first start, while keys and migrations are written. */
async function killWhileStarting(spawn: () => Guarded): Promise<void> {
  const server = spawn();
  await wait(randomInt(LONGEST_START_MS));
  await server.stop();
}

async function killWhileWorking(server: Server): Promise<Stream> {
  const sending = stream(server.origin);
  await wait(randomInt(LONGEST_STREAM_MS));
  await server.stop();
  sending.stop();
  return sending.done;
}

/** Returns how many of this round's submissions are on disk. */
function checkDisk(data: string, earlier: number, sent: Stream): number {
  const { integrity, submissions, oddlyReceived } = lookOnDisk(data);
  const { acknowledged, unacknowledged, contradicted } = sent;
  assert.equal(integrity, 'ok');
  assert.equal(oddlyReceived, 0, 'each submission has its first event, once');
  assert.equal(contradicted.size, 0, 'one receipt for each key');
  const stored = submissions - earlier;
  assert.ok(stored >= acknowledged.size, `${acknowledged.size} acknowledged, ${stored} on disk`);
  const most = acknowledged.size + unacknowledged.size;
  assert.ok(stored <= most, `${most} sent, ${stored} on disk`);
  return stored;
}

/** On the restarted server, which is also killed once everything is found. */
async function checkAndResend(server: Server, { acknowledged, unacknowledged }: Stream): Promise<void> {
  try {
    await inGroups([...acknowledged], ([key, receipt]) => checkKept(server.origin, key, receipt));
    await inGroups([...unacknowledged], key => checkResent(server.origin, key));
  } finally {
    await server.stop();
  }
}

async function checkKept(origin: string, key: string, receipt: Receipt): Promise<void> {
  assert.equal(await referenceOf(origin, receipt), receipt.reference, `${key} is found by its code`);
  assert.deepEqual(await file(origin, textOf(key), key), receipt, `${key} sent again has the same receipt`);
}

async function checkResent(origin: string, key: string): Promise<void> {
  const [receipt, again] = await Promise.all([1, 2].map(() => file(origin, textOf(key), key)));
  assert.ok(receipt);
  assert.deepEqual(again, receipt, `${key} sent twice has one receipt`);
  assert.equal(await referenceOf(origin, receipt), receipt.reference, `${key} is found by its code`);
}

async function referenceOf(origin: string, { trackingCode }: Receipt): Promise<unknown> {
  const response = await postJson(`${origin}/api/status`, { trackingCode });
  const { reference } = (await response.json()) as { reference?: unknown };
  return reference;
}

async function inGroups<Item>(items: readonly Item[], check: (item: Item) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += AT_ONCE) await Promise.all(items.slice(i, i + AT_ONCE).map(check));
}

// The one check of the register: the event chain from end to end, and every row it tells of. The chain's page and
// `npm run register -- verify` both say what this returns.
import { GENESIS, type Head } from '../domain/chain.ts';
import type { Keyring } from '../domain/keyring.ts';
import { compareCase, compareTombstone, type Finding } from '../domain/register/compare.ts';
import { replay } from '../domain/register/replay.ts';
import { MOST_FINDINGS, type Verdict } from '../domain/register/verdict.ts';
import { type Walk, walkChain } from '../domain/verify-chain.ts';
import type { Stray } from '../store/chain.ts';
import type { CheckedRows } from '../store/register/checked-rows.ts';
import type { Unmarked } from '../store/register/marked-rows.ts';

export interface VerifyTools {
  readonly keyring: Keyring;
  readonly eventsAfter: Walk['eventsAfter'];
  readonly rows: CheckedRows;
  /** Cases that are there without an arrival, or the other way round, among events after a number. */
  readonly strays: (after: number, limit: number) => Promise<readonly { stray: Stray; reference: string }[]>;
  /** Cases that no event tells of. */
  readonly unreceived: (limit: number) => Promise<readonly string[]>;
  readonly unmarked: () => Promise<readonly Unmarked[]>;
  /** Told how far it has come, by the number of the last event looked at. */
  readonly onProgress?: (seq: number) => void;
}

/** Cases read at once: a page takes some milliseconds, and visitors are answered in between. */
const PAGE = 50;
/** Events looked through at once for strays. */
const SPAN = 1000;

/** Checks the whole register; resolves when it is done. It reads in slices, so that others are served meanwhile. */
export async function verify(tools: VerifyTools): Promise<Verdict> {
  const { keyring, eventsAfter, onProgress } = tools;
  const walk = (from: Head) =>
    walkChain(keyring, { eventsAfter, from, ...(onProgress ? { onProgress } : {}) });
  const { head: first, damage } = await walk(GENESIS);
  const isComplete = await tools.rows.isCurrent();
  if (damage) return { head: first, damage, findings: [], isComplete, cases: 0 };
  const findings: Finding[] = [];
  const add = (more: readonly Finding[]): void => {
    findings.push(...more.slice(0, MOST_FINDINGS - findings.length));
  };
  const found = await strays(tools, first);
  // With all columns at hand the time of receipt is compared below, like the rest.
  add(isComplete ? found.filter(({ what }) => what !== 'redated') : found);
  const cases = isComplete ? await compareAll(tools, add) : 0;
  if (!isComplete) add((await tools.unreceived(MOST_FINDINGS)).map(of => ({ what: 'unreceived', of })));
  // What came in meanwhile was compared as well: it must hang together too.
  const { head, damage: later } = await walk(first);
  return later
    ? { head, damage: later, findings: [], isComplete, cases }
    : { head, damage: null, findings, isComplete, cases };
}

async function strays({ strays: find }: VerifyTools, head: Head): Promise<Finding[]> {
  const found: Finding[] = [];
  for (let after = 0; after < head.seq; after += SPAN)
    for (const { stray, reference } of await find(after, SPAN)) found.push({ what: stray, of: reference });
  return found;
}

/** Returns how many cases there are. */
async function compareAll(tools: VerifyTools, add: (found: readonly Finding[]) => void): Promise<number> {
  const cases = await compareCases(tools, add);
  await compareStones(tools, add);
  add((await tools.unmarked()).map(({ table, person }) => ({ what: 'unmarked', of: person, name: table })));
  return cases;
}

async function compareCases(
  { rows }: VerifyTools,
  add: (found: readonly Finding[]) => void,
): Promise<number> {
  let cases = 0;
  for (let after: number | null = 0; after !== null; ) {
    const page = await rows.cases(after, PAGE);
    for (const one of page.cases) {
      const told = replay(one.events);
      if (!told.row.has('received_at')) add([{ what: 'unreceived', of: one.reference }]);
      else if (told.erasedAt === null) add(compareCase(told, one, page.others));
    }
    cases += page.cases.length;
    after = page.next;
  }
  return cases;
}

async function compareStones({ rows }: VerifyTools, add: (found: readonly Finding[]) => void): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const page = await rows.erased(after, PAGE);
    for (const { reference, events, stone } of page.stones)
      add(compareTombstone(replay(events), reference, stone));
    after = page.next;
  }
  add((await rows.loose()).map(reference => ({ what: 'tombstone-unknown', of: reference })));
}

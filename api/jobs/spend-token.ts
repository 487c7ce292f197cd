// Taking an answer to a staff survey in: the token is used up and the answer lies in the pool, or neither happened.
// Nothing else is written: no time, no event, no line in a log, no count (rule point 10.2, docs/decisions/0028).
import type { Landing } from '../domain/surveys/landing.ts';
import { openPool, type PoolTools, sealPool } from '../domain/surveys/pool.ts';
import type { PoolStore } from '../store/surveys/pool.ts';
import type { TokenStore } from '../store/surveys/tokens.ts';

type Spent =
  /** The answer waits in the pool. */
  | 'spent'
  /** An answer was given by this token before; nothing is said of which. */
  | 'used'
  /** No invitation to this survey. */
  | 'unknown';

interface Given {
  readonly survey: Landing['survey'];
  /** By field, without texts and choices that were not asked for. */
  readonly answers: Landing['answers'];
}

/** Takes one answer in by the keyed hash of a token; resolves after the commit is on disk and its traces are gone. */
export type SpendToken = (tokenHash: Uint8Array, given: Given) => Promise<Spent>;

export interface SpendTools extends PoolTools {
  readonly pools: Pick<PoolStore, 'find' | 'spend'>;
  readonly tokens: Pick<TokenStore, 'find'>;
  /** Empties the write-ahead log; false where it could not. */
  readonly clearLog: () => Promise<boolean>;
}

/** Another program may have answered in between; each time one of those that met gets its turn. */
const TRIES = 40;

/**
 * Answers of this process take turns, so that they need not be sealed in vain; what another process does in between is
 * seen by the pool, which is then no longer as it was read.
 */
export function spendToken(tools: SpendTools): SpendToken {
  let last: Promise<unknown> = Promise.resolve();
  return (tokenHash, given) => {
    const result = last.then(() => spend(tools, tokenHash, given));
    last = result.catch(() => undefined);
    return result;
  };
}

async function spend(tools: SpendTools, tokenHash: Uint8Array, { survey, answers }: Given): Promise<Spent> {
  const { id, version } = survey;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const standing = await tools.tokens.find(id, tokenHash);
    if (standing !== 'unused') return standing;
    const pool = await tools.pools.find(id);
    if (!pool) return 'unknown';
    const { sealed: before, threshold } = pool;
    const waiting = await openPool(tools, id, before);
    const after = await sealPool(tools, id, [...waiting, { version, answers }]);
    const asked = { survey: id, version, definition: JSON.stringify(survey), threshold };
    if (await tools.pools.spend({ survey: id, tokenHash, before, after }, asked)) {
      // The log holds the pool as it was, page by page: side by side with the new one it would tell this answer.
      await tools.clearLog();
      return 'spent';
    }
  }
  throw new Error('the pool was exchanged by others each time');
}

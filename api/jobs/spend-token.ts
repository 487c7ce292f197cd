// Accepts an answer to a staff survey: either the token is used up and the answer is in the pool, or neither.
// Nothing else is written: no time, event, log line or count (rule point 10.2, docs/decisions/0028).
import type { Landing } from '../domain/surveys/landing.ts';
import { openPool, type PoolTools, sealPool } from '../domain/surveys/pool.ts';
import type { PoolStore } from '../store/surveys/pool.ts';
import type { TokenStore } from '../store/surveys/tokens.ts';

type Spent =
  /** The answer is in the pool. */
  | 'spent'
  /** This token has already been used; which answer was given is not revealed. */
  | 'used'
  /** Not an invitation to this survey. */
  | 'unknown';

interface Given {
  readonly survey: Landing['survey'];
  /** By field, without texts and choices that were not asked. */
  readonly answers: Landing['answers'];
}

/**
 * Accepts one answer by the keyed hash of a token; resolves after the commit is on disk and its traces are
 * removed.
 */
export type SpendToken = (tokenHash: Uint8Array, given: Given) => Promise<Spent>;

export interface SpendTools extends PoolTools {
  readonly pools: Pick<PoolStore, 'find' | 'spend'>;
  readonly tokens: Pick<TokenStore, 'find'>;
  /** Empties the write-ahead log; false when that failed. */
  readonly clearLog: () => Promise<boolean>;
}

/** Another program may store an answer in between; in each collision one of them succeeds. */
const TRIES = 40;

/**
 * Answers of this process are serialised, so that they are not sealed in vain. Changes by another process are
 * detected because the pool then differs from the one read.
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
      // The log contains pages of the previous pool, which compared with the new one would reveal this
      // answer.
      await tools.clearLog();
      return 'spent';
    }
  }
  throw new Error('the pool was exchanged by others each time');
}

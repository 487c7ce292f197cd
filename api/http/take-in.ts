// A checked form becomes a submission in the register: prepared, stored exactly once, with everything that belongs to it.
import type { Deps } from '../deps.ts';
import { type Arrival, type Prepared, prepare } from '../domain/intake.ts';
import type { StoreOutcome, Waiting } from '../store/intake.ts';
import { storeOnce } from './store-once.ts';

export type TakenIn = Exclude<StoreOutcome, { outcome: 'reference-taken' }>;

/** What else is to be stored in the same commit, once reference and content key are known. */
export type Alongside = (prepared: Prepared) => Promise<Waiting['statements']>;

/** Takes a submission in; resolves after the commit is on disk. */
export const takeIn = (deps: Deps, arrival: Arrival, alongside?: Alongside): Promise<TakenIn> =>
  storeOnce(async attempt => {
    const prepared = await prepare(deps, arrival, attempt);
    return deps.storeSubmission({
      submission: prepared.submission,
      windows: prepared.window.sealed,
      event: prepared.event,
      statements: alongside ? await alongside(prepared) : [],
      receipt: prepared.receipt,
    });
  });

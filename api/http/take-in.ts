// A checked form becomes a submission in the register: stored exactly once, with everything that belongs to it.
import type { Deps } from '../deps.ts';
import { type Arrival, type Draft, draft } from '../domain/intake.ts';
import type { Arriving, StoreOutcome } from '../store/intake.ts';
import { storeOnce } from './store-once.ts';

export type TakenIn = Exclude<StoreOutcome, { outcome: 'reference-taken' }>;

/** What else is to be stored in the same commit, once reference and content key are known. */
export type Alongside = (draft: Draft) => Promise<Arriving['statements']>;

/** Takes a submission in; resolves after the commit is on disk. */
export const takeIn = (deps: Deps, arrival: Arrival, alongside: Alongside | null): Promise<TakenIn> =>
  storeOnce(async attempt => {
    // Most come alone: then all there is to reckon is left to the thread that stores it.
    if (!alongside) return deps.storeSubmission({ arrival, attempt, statements: [] });
    const drafted = await draft(deps, arrival, attempt);
    const { contentKey } = drafted;
    return deps.storeSubmission({ arrival, attempt, contentKey, statements: await alongside(drafted) });
  });

// Turns a checked form into a submission in the register: stored exactly once, with everything that belongs
// to it.
import type { Language } from '../../src/forms/field.ts';
import type { Deps } from '../deps.ts';
import { type Arrival, type Draft, draft } from '../domain/intake.ts';
import type { Arriving, StoreOutcome } from '../store/intake.ts';
import { acknowledge } from './acknowledge.ts';
import { claimFiles, type HeldFile } from './attached.ts';
import { storeOnce } from './store-once.ts';

export type TakenIn = Exclude<StoreOutcome, { outcome: 'reference-taken' }>;

/** Statements for the same commit, once the reference and the content key are known. */
export type Alongside = (draft: Draft) => Promise<Arriving['statements']>;

export interface Belongings {
  readonly files: readonly HeldFile[];
  /** Where notifications are sent; null when none were requested. */
  readonly to: string | null;
  /** Language of the page it was sent from, also used for the letters. */
  readonly lang: Language;
}

/**
 * Adds files, a letter and a language other than Latvian to the submission's commit; null when there are
 * none.
 */
export function belongings(deps: Deps, { files, to, lang }: Belongings): Alongside | null {
  if (files.length === 0 && to === null && lang === 'lv') return null;
  return async draft => [
    ...(lang === 'en' ? [deps.submissions.filedInEnglish(draft.reference)] : []),
    ...(await claimFiles(deps, files, draft)),
    ...(to === null ? [] : await acknowledge(deps, draft, { to, lang })),
  ];
}

/** Stores a submission; resolves after the commit is on disk. */
export const takeIn = (deps: Deps, arrival: Arrival, alongside: Alongside | null): Promise<TakenIn> =>
  storeOnce(async attempt => {
    // Most submissions have no additions: then all computation is left to the thread that stores it.
    if (!alongside) return deps.storeSubmission({ arrival, attempt, statements: [] });
    const drafted = await draft(deps, arrival, attempt);
    const { contentKey } = drafted;
    return deps.storeSubmission({ arrival, attempt, contentKey, statements: await alongside(drafted) });
  });

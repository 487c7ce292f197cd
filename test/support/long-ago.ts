// Cases closed and rated on a day long ago: rows and events as the steps of that day would have left them.
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../api/deps.ts';
import { GENESIS, link } from '../../api/domain/chain.ts';
import type { Database } from '../../api/store/database.ts';
import { createJournal } from '../../api/store/journal.ts';

export interface Tools {
  readonly database: Database;
  readonly deps: Pick<Deps, 'keyring'> & Partial<Pick<Deps, 'journal'>>;
}

const journalOf = ({ database, deps }: Tools) =>
  deps.journal ??
  createJournal(database, {
    link: (head, event) => link(deps.keyring, head, event),
    genesis: GENESIS,
    random: length => randomBytes(length),
  });

/** Answers a case at an instant. */
export const answerAt = (tools: Tools, reference: string, at: string): Promise<void> =>
  journalOf(tools).run(async append => {
    await append({ reference, at, kind: 'answered', actor: 'system', detail: {} });
    return {
      statements: [
        {
          sql: "UPDATE submissions SET state = 'answered', closed_at = ? WHERE reference = ?",
          args: [at, reference],
        },
      ],
      result: undefined,
    };
  });

/** Rates it. */
export const rateAt = (
  tools: Tools,
  reference: string,
  at: string,
  { satisfaction, effort }: { readonly satisfaction: number; readonly effort: number },
): Promise<void> =>
  journalOf(tools).run(async append => {
    await append({ reference, at, kind: 'rated', actor: 'submitter', detail: { satisfaction, effort } });
    return {
      statements: [
        {
          sql: 'INSERT INTO ratings (reference, given_at, satisfaction, effort) VALUES (?, ?, ?, ?)',
          args: [reference, at, satisfaction, effort],
        },
      ],
      result: undefined,
    };
  });

/** Puts a hold on it. */
export const holdAt = (tools: Tools, reference: string, at: string): Promise<void> =>
  journalOf(tools).run(async append => {
    await append({ reference, at, kind: 'hold-set', actor: 'system', detail: {} });
    return {
      statements: [
        { sql: 'UPDATE submissions SET held_since = ? WHERE reference = ?', args: [at, reference] },
      ],
      result: undefined,
    };
  });

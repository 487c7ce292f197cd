// Events without other changes: an access, a search, a check.
import type { NewEvent } from '../../domain/chain.ts';
import type { Journal } from '../journal.ts';

/** Appends events to the chain; resolves after the commit is on disk. */
export const recordEvents = (journal: Journal, ...events: readonly NewEvent[]): Promise<void> =>
  journal.run(async append => {
    for (const event of events) await append(event);
    return { statements: [], result: undefined };
  });

// Events that stand for themselves: somebody looked, searched, checked. Nothing else changes with them.
import type { NewEvent } from '../../domain/chain.ts';
import type { Journal } from '../journal.ts';

/** Puts events into the chain; resolves after the commit is on disk. */
export const recordEvents = (journal: Journal, ...events: readonly NewEvent[]): Promise<void> =>
  journal.run(async append => {
    for (const event of events) await append(event);
    return { statements: [], result: undefined };
  });

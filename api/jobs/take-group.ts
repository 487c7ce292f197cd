// Stores a group of submissions: prepared, chained, signed and stored at once, by the thread that has the
// database.
import { link } from '../domain/chain.ts';
import { type IntakeTools, prepare } from '../domain/intake.ts';
import type { Database } from '../store/database.ts';
import { type StoreGroup, storeGroup } from '../store/intake.ts';

/** The only way a group is stored, in whichever thread. */
export const takeGroup = (database: Database, tools: IntakeTools): StoreGroup =>
  storeGroup(database, {
    prepare: ({ arrival, attempt, contentKey }) => prepare(tools, arrival, attempt, contentKey),
    link: (head, event) => link(tools.keyring, head, event),
  });

// Taking a group in: prepared, chained, signed and stored in one go, by the thread that has the database.
import { link } from '../domain/chain.ts';
import { type IntakeTools, prepare } from '../domain/intake.ts';
import type { Database } from '../store/database.ts';
import { type StoreGroup, storeGroup } from '../store/intake.ts';

/** The one way a group is taken in, whichever thread it happens in. */
export const takeGroup = (database: Database, tools: IntakeTools): StoreGroup =>
  storeGroup(database, {
    prepare: ({ arrival, attempt, contentKey }) => prepare(tools, arrival, attempt, contentKey),
    link: (head, event) => link(tools.keyring, head, event),
  });

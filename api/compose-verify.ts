// Puts the check of the register on a database: for the server, for commands and for copies.
import type { Keyring } from './domain/keyring.ts';
import { createMarks } from './domain/register/marks.ts';
import type { VerifyTools } from './jobs/verify.ts';
import { eventsAfter, straysAfter, unreceivedIn } from './store/chain.ts';
import type { Database } from './store/database.ts';
import { checkedRows } from './store/register/checked-rows.ts';
import { markedRows } from './store/register/marked-rows.ts';

/** What `verify` (`jobs/verify.ts`) reads by. */
export const verifyTools = (database: Database, keyring: Keyring): VerifyTools => ({
  keyring,
  eventsAfter: eventsAfter(database),
  rows: checkedRows(database),
  strays: straysAfter(database),
  unreceived: limit => unreceivedIn(database, limit),
  async unmarked() {
    const rows = markedRows(database, { marks: createMarks(keyring) });
    // An older database that was just migrated: its records get their marks at the next start (`jobs/mark-people.ts`).
    return (await rows.everMarked()) ? rows.unmarked() : [];
  },
});

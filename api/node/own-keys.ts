// Checks that keys and database belong together: with another centre's keys every code and receipt would be
// invalid.
import { follows, GENESIS, type StoredEvent } from '../domain/chain.ts';
import type { Keyring } from '../domain/keyring.ts';
import { lastEvents } from '../store/chain.ts';
import type { Database } from '../store/database.ts';
import { Refusal } from './refusal.ts';

/**
 * One event that follows proves the keys; several are checked, because a damaged one must not stop the
 * server.
 */
const LOOKED_AT = 20;

/**
 * Checks the keys against the end of the event chain. A register without events proves nothing and passes.
 * @throws {Refusal} when none of the last events was made under these keys.
 */
export async function requireOwnKeys(database: Database, keyring: Keyring, keyFile: string): Promise<void> {
  // One more, which the first of them must follow.
  const events = await lastEvents(database, LOOKED_AT + 1);
  if (events.length === 0) return;
  for (const [i, event] of events.entries()) {
    if (!(await follows(keyring, before(events, i), event))) return;
  }
  throw new Refusal(
    `Atslēgu fails “${keyFile}” nav šīs datubāzes atslēgas: ar to nesaskan neviens no pēdējiem reģistra notikumiem. ` +
      'Atjaunojiet šīs datubāzes keys.json no rezerves kopijas vai izlabojiet KAC_DATA un KAC_DATABASE_URL. ' +
      'Ar svešām atslēgām nederētu ne izsekošanas kodi, ne apliecinājumi, tāpēc nekas nav sākts un nekas nav mainīts.',
  );
}

const before = (events: readonly StoredEvent[], i: number) => events[i - 1] ?? GENESIS;

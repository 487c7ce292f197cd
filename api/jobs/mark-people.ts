// Marks the people of a register that has none yet: the first start after an update from a version without marks
// (decision 0041). The rows are trusted once, as they are then: an event records that it was done.
import type { Accounts, Deps } from '../deps.ts';
import { toInstant } from '../domain/intake.ts';
import { registerEvent } from '../domain/register/events.ts';

export interface MarkPeopleTools extends Pick<Deps, 'journal' | 'now'> {
  readonly accounts: Pick<Accounts, 'adopt' | 'everMarked'>;
}

/** In the event of a register without people: nobody's records were marked, and none will be taken on trust later. */
const NOBODY = { of: '-', generation: 0 } as const;

/**
 * Returns how many people were marked. `closing`: whether an empty register is closed to unmarked records as well; the
 * first administrator's invitation does that otherwise.
 */
export async function markPeople(
  { accounts, journal, now }: MarkPeopleTools,
  { closing }: { readonly closing: boolean },
): Promise<number> {
  if (await accounts.everMarked()) return 0;
  return journal.run(async append => {
    // Another server on the same database may have been first.
    if (await accounts.everMarked()) return { statements: [], result: 0 };
    const revisions = await accounts.adopt();
    const details = revisions.map(({ detail }) => detail);
    for (const detail of details.length > 0 || !closing ? details : [NOBODY])
      await append(registerEvent('records-marked', 'system', toInstant(now()), detail));
    return { statements: revisions.flatMap(({ statements }) => statements), result: revisions.length };
  });
}

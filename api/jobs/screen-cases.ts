// Looks through what has arrived for whom it is, or may be, about, before anybody sees it in a list (Iesniegumu likums
// 5(2); rule points 5.4, 13). A complaint that every director is kept from goes to a deputy at once.

import type { DirectoryEntry } from '../../src/contract/desk.ts';
import type { NewEvent } from '../domain/chain.ts';
import type { Primitives } from '../domain/crypto/primitives.ts';
import { toInstant } from '../domain/intake.ts';
import type { Office } from '../domain/office.ts';
import { aboutWhom, type Found } from '../domain/register/about.ts';
import type { Person } from '../domain/register/people.ts';
import { deputyFor } from '../domain/register/stand-in.ts';
import { openContent } from '../domain/submission.ts';
import type { Statement } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import { type CaseStore, screened, type Unscreened } from '../store/register/cases.ts';

export interface ScreenTools {
  readonly office: Office;
  readonly primitives: Primitives;
  readonly cases: CaseStore;
  readonly journal: Journal;
  readonly directory: readonly DirectoryEntry[];
  /** Everybody in the register. */
  readonly people: () => Promise<readonly Person[]>;
  readonly now: () => Date;
  /** Waited for between batches, so that visitors are not kept waiting. */
  readonly pause?: () => Promise<void>;
  /** Asked before each batch. */
  readonly stopped?: () => boolean;
}

const BATCH = 50;

/** Looks through all that has arrived since the last run and returns how many those were. */
export async function screenCases(tools: ScreenTools): Promise<number> {
  let count = 0;
  for (let after = 0; !tools.stopped?.(); ) {
    const page = await tools.cases.unscreened(after, BATCH);
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
    const people = await tools.people();
    const found = await Promise.all(page.map(async one => ({ one, about: await aboutOf(tools, one) })));
    await store(tools, found, people);
    count += page.length;
    await tools.pause?.();
  }
  return count;
}

/** What does not open names nobody; whoever opens it later is looked at again (`http/register/find-case.ts`). */
async function aboutOf(
  { office, primitives, directory }: ScreenTools,
  one: Unscreened,
): Promise<readonly Found[]> {
  const key = await office.contentKey(one);
  const content = key && (await openContent(primitives, key, one));
  return content ? aboutWhom(content, directory) : [];
}

interface Screened {
  readonly one: Unscreened;
  readonly about: readonly Found[];
}

function store(tools: ScreenTools, found: readonly Screened[], people: readonly Person[]): Promise<void> {
  const at = toInstant(tools.now());
  return tools.journal.run(async append => {
    const statements: Statement[] = [
      screened(
        found.map(({ one }) => one.reference),
        at,
      ),
    ];
    for (const { one, about } of found) {
      const { reference } = one;
      for (const event of conflictEvents(reference, at, about, people)) await append(event);
      statements.push(...tools.cases.noteConflicts(reference, about));
      const isKept = ({ directoryId }: Person) => about.some(({ who }) => who === directoryId);
      const deputy = deputyFor(one.kind, people, isKept);
      if (!deputy) continue;
      await append({
        reference,
        at,
        kind: 'assigned',
        actor: 'system',
        detail: { to: deputy.id, why: 'conflict' },
      });
      statements.push({
        sql: 'UPDATE submissions SET assignee = ?, version = version + 1 WHERE reference = ? AND assignee IS NULL',
        args: [deputy.id, reference],
      });
    }
    return { statements, result: undefined };
  });
}

/** The chain names a person by id only; whoever is not in the register is not named at all. */
function conflictEvents(
  reference: string,
  at: string,
  about: readonly Found[],
  people: readonly Person[],
): NewEvent[] {
  return about.map(({ who, why }) => ({
    reference,
    at,
    kind: 'conflict-noted',
    actor: 'system',
    detail: { who: people.find(({ directoryId }) => directoryId === who)?.id ?? null, why },
  }));
}

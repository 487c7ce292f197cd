// Checks new cases for the people they are, or may be, about, before anyone sees them in a list (Iesniegumu
// likums 5(2); rule points 5.4, 13). A complaint that must be hidden from every director goes to a deputy at
// once.

import type { DirectoryEntry } from '../../src/contract/desk.ts';
import type { NewEvent } from '../domain/chain.ts';
import type { Primitives } from '../domain/crypto/primitives.ts';
import { toInstant } from '../domain/intake.ts';
import type { Office } from '../domain/office.ts';
import { type Kept, keptFrom, namedInChain } from '../domain/register/kept-from.ts';
import type { Person } from '../domain/register/people.ts';
import { deputyFor } from '../domain/register/stand-in.ts';
import { type Content, openContent } from '../domain/submission.ts';
import type { Statement } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import { type CaseStore, screened, type Unscreened } from '../store/register/cases.ts';

export interface ScreenTools {
  readonly office: Office;
  readonly primitives: Primitives;
  readonly cases: CaseStore;
  readonly journal: Journal;
  readonly directory: readonly DirectoryEntry[];
  /** Everyone in the register. */
  readonly people: () => Promise<readonly Person[]>;
  readonly now: () => Date;
  /** Awaited between batches, so that visitors are not kept waiting. */
  readonly pause?: () => Promise<void>;
  /** Checked before each batch. */
  readonly stopped?: () => boolean;
}

const BATCH = 50;

/** Screens everything that arrived since the last run and returns the number of cases. */
export async function screenCases(tools: ScreenTools): Promise<number> {
  let count = 0;
  for (let after = 0; !tools.stopped?.(); ) {
    const page = await tools.cases.unscreened(after, BATCH);
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
    await store(
      tools,
      await Promise.all(page.map(async one => ({ one, content: await contentOf(tools, one) }))),
    );
    count += page.length;
    await tools.pause?.();
  }
  return count;
}

/**
 * Content that cannot be opened yields no names; the check is repeated when it is opened later
 * (`http/register/find-case.ts`).
 */
async function contentOf({ office, primitives }: ScreenTools, one: Unscreened): Promise<Content | null> {
  const key = await office.contentKey(one);
  return key && openContent(primitives, key, one);
}

interface Opened {
  readonly one: Unscreened;
  readonly content: Content | null;
}

/** People are read in the turn that stores: somebody may be linked to a directory entry at this very moment. */
function store(tools: ScreenTools, opened: readonly Opened[]): Promise<void> {
  const at = toInstant(tools.now());
  return tools.journal.run(async append => {
    const known = { people: await tools.people(), directory: tools.directory };
    const statements: Statement[] = [
      screened(
        opened.map(({ one }) => one.reference),
        at,
      ),
    ];
    // Looked at in this turn: somebody may have taken a case since the page was read.
    const unassigned = await tools.cases.unassigned(opened.map(({ one }) => one.reference));
    for (const { one, content } of opened) {
      const { reference } = one;
      const kept = content ? keptFrom(content, known) : [];
      for (const event of conflictEvents(reference, at, namedInChain(kept, known))) await append(event);
      statements.push(...tools.cases.noteConflicts(reference, kept));
      const deputy = deputyFor(one.kind, known.people, ({ id }) => kept.some(({ who }) => who === id));
      if (!deputy || !unassigned.has(reference)) continue;
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

/** The chain names people by id only; people who are not in the register are not named at all. */
function conflictEvents(
  reference: string,
  at: string,
  kept: readonly { readonly who: string | null; readonly why: Kept['why'] }[],
): NewEvent[] {
  return kept.map(detail => ({
    reference,
    at,
    kind: 'conflict-noted',
    actor: 'system',
    detail: { ...detail },
  }));
}

// A case for a member of staff: found, allowed, opened with the office's key, and the look recorded in its history.
import { type Case, openCase } from '../../domain/case.ts';
import { staffActor } from '../../domain/chain.ts';
import { parseReference } from '../../domain/codes.ts';
import { listAttachments } from '../../domain/files/reading.ts';
import { toInstant } from '../../domain/intake.ts';
import { aboutWhom } from '../../domain/register/about.ts';
import { openNote } from '../../domain/register/notes.ts';
import type { InnerCase, OfficeCase } from '../../domain/register/office-case.ts';
import { byId } from '../../domain/register/people.ts';
import { denialOf } from '../../domain/register/rights.ts';
import { recordEvents } from '../../store/register/record.ts';
import type { RegisterContext } from './env.ts';

/**
 * The case of this reference for the person who is signed in; null where there is none, or it is none of theirs. The two
 * are told apart for nobody: whoever is complained about shall not learn that there is a complaint.
 */
export async function findCase(c: RegisterContext, typed: string): Promise<OfficeCase | null> {
  const { deps, person } = c.var;
  const reference = parseReference(typed);
  const found = reference && (await deps.submissions.findByReference(reference));
  if (!found || denialOf(person, 'open', found.standing)) return null;
  const contentKey = (await deps.office?.contentKey(found.submission)) ?? null;
  const of = await openCase(deps.primitives, found, contentKey);
  const inner = await deps.cases.inner(found.submission.reference);
  if (await isAbout(c, of, inner)) return null;
  const people = await deps.people.list();
  return {
    ...inner,
    of,
    files: contentKey ? await listAttachments(deps, contentKey, found.submission.reference, true) : [],
    notes: await Promise.all(inner.notes.map(note => openNote(deps.primitives, contentKey, note))),
    people: byId(people),
  };
}

/** Looked at again as it is opened: somebody may have come into the directory, or the key, after it was looked through. */
async function isAbout(c: RegisterContext, of: Case, { conflicts }: InnerCase): Promise<boolean> {
  const { deps, person } = c.var;
  const { directoryId } = person;
  if (!of.content || directoryId === null || conflicts.some(({ who }) => who === directoryId)) return false;
  const about = aboutWhom(of.content, deps.site.desk?.directory ?? []).filter(
    ({ who }) => who === directoryId,
  );
  if (about.length === 0) return false;
  const { reference } = of.submission;
  await deps.journal.run(async append => {
    await append({
      reference,
      at: toInstant(deps.now()),
      kind: 'conflict-noted',
      actor: 'system',
      detail: { who: person.id, why: about[0]?.why ?? 'named' },
    });
    return { statements: deps.cases.noteConflicts(reference, about), result: undefined };
  });
  return true;
}

/** A look within this time of the same person's last is the same look. */
const SAME_LOOK_MS = 15 * 60_000;

/** Records that the person has seen the case. */
export async function recordLook(c: RegisterContext, { of }: OfficeCase, kind = 'viewed'): Promise<void> {
  const { deps, person } = c.var;
  const now = deps.now();
  const last = of.events.findLast(event => event.kind === kind && event.actor === staffActor(person.id));
  if (kind === 'viewed' && last && now.getTime() - Date.parse(last.at) < SAME_LOOK_MS) return;
  await recordEvents(deps.journal, {
    reference: of.submission.reference,
    at: toInstant(now),
    kind,
    actor: staffActor(person.id),
    detail: {},
  });
}

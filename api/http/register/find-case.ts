// A case for a member of staff: found, authorised, opened with the office's key, and the view recorded in its
// history.
import { type Case, openCase } from '../../domain/case.ts';
import { staffActor } from '../../domain/chain.ts';
import { parseReference } from '../../domain/codes.ts';
import { listAttachments } from '../../domain/files/reading.ts';
import { toInstant } from '../../domain/intake.ts';
import { identitiesOf, identityOf } from '../../domain/register/identities.ts';
import { keptFrom } from '../../domain/register/kept-from.ts';
import { openNote } from '../../domain/register/notes.ts';
import type { InnerCase, OfficeCase } from '../../domain/register/office-case.ts';
import { byId, type Person } from '../../domain/register/people.ts';
import { denialOf } from '../../domain/register/rights.ts';
import { recordEvents } from '../../store/register/record.ts';
import type { RegisterContext } from './env.ts';

/**
 * The case with this reference for the signed-in user; null when it does not exist or the user has no access.
 * The two are indistinguishable: the subject of a complaint must not learn that it exists.
 */
export async function findCase(c: RegisterContext, typed: string): Promise<OfficeCase | null> {
  const { deps, person } = c.var;
  const reference = parseReference(typed);
  const found = reference && (await deps.submissions.findByReference(reference));
  if (!found || denialOf(person, 'open', found.standing)) return null;
  const contentKey = (await deps.office?.contentKey(found.submission)) ?? null;
  const whole = await openCase(deps.primitives, found, contentKey);
  const inner = await deps.cases.inner(found.submission.reference, person);
  const people = await deps.people.list();
  if (await isAbout(c, whole, inner, people)) return null;
  const { of, steps } = await withoutHiddenLinks(c, whole);
  return {
    ...inner,
    of,
    hiddenSteps: steps,
    files: contentKey ? await listAttachments(deps, contentKey, found.submission.reference, true) : [],
    notes: await Promise.all(inner.notes.map(note => openNote(deps.primitives, contentKey, note))),
    people: byId(people),
  };
}

/**
 * The case without what links it to one that is kept from the viewer: the events, and the steps that they count as, so that
 * the version that forms carry does not tell of them.
 */
async function withoutHiddenLinks(
  c: RegisterContext,
  of: Case,
): Promise<{ readonly of: Case; readonly steps: number }> {
  const otherOf = ({ detail }: Case['events'][number]) => (detail as { other?: unknown }).other;
  const others = of.events.map(otherOf).filter(other => typeof other === 'string');
  const hidden = await c.var.deps.cases.keptAmong(others, c.var.person);
  if (hidden.size === 0) return { of, steps: 0 };
  const isHidden = (event: Case['events'][number]) => hidden.has(String(otherOf(event)));
  // A step on the other case leaves an event here and counts there.
  const steps = of.events.filter(
    event => isHidden(event) && (event.detail as { by?: unknown }).by !== 'other',
  ).length;
  const { version } = of.standing;
  const hiddenSteps = Math.min(steps, version);
  const standing = { ...of.standing, version: version - hiddenSteps };
  return { of: { ...of, events: of.events.filter(event => !isHidden(event)), standing }, steps: hiddenSteps };
}

/**
 * Looked at again as it is opened: somebody may have come into the directory, or the key, after it was looked through. What
 * was lifted for any account or entry of the same human being stays lifted.
 */
async function isAbout(
  c: RegisterContext,
  of: Case,
  { conflicts }: InnerCase,
  people: readonly Person[],
): Promise<boolean> {
  const { deps, person } = c.var;
  const known = { people, directory: deps.site.desk?.directory ?? [] };
  const identity = identityOf(person.id, identitiesOf(people, known.directory));
  const noted = conflicts.filter(({ who }) => identity.has(who));
  const active = noted.find(({ why }) => why !== 'lifted');
  if (!of.content || (noted.length > 0 && !active)) return active !== undefined;
  const found = active ? [] : keptFrom(of.content, known).filter(({ who }) => identity.has(who));
  const why = active?.why ?? found.find(({ who }) => who === person.id)?.why;
  if (!why) return false;
  const { reference } = of.submission;
  const rows = [...found, { who: person.id, why }];
  await deps.journal.run(async append => {
    await append({
      reference,
      at: toInstant(deps.now()),
      kind: 'conflict-noted',
      actor: 'system',
      detail: { who: person.id, why },
    });
    return { statements: deps.cases.noteConflicts(reference, rows), result: undefined };
  });
  return true;
}

/** Views by the same person within this time of the last one count as one. */
const SAME_LOOK_MS = 15 * 60_000;

/** Records that the person has viewed the case. */
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

// Who has nothing to do with a case: said of oneself, of a colleague, or taken back (Iesniegumu likums 5(2); rule point 5.4).
import type { Effects } from '../../step.ts';
import { type DecideAction, type OfficeContext, textOf } from '../office-step.ts';
import type { Person } from '../people.ts';
import { relationOf } from '../rights.ts';
import { deputyFor } from '../stand-in.ts';

/** Why somebody is partial: a code, for the chain; what exactly is nobody's business. */
export const PARTIALITY = ['about-them', 'related', 'acquainted', 'interested'] as const;

/**
 * Keeps `whom` from the case. What was theirs becomes free; a complaint that no director may examine any more becomes a
 * deputy's (rule point 13).
 */
function keepFrom(context: OfficeContext, whom: Person, people: readonly Person[]): Effects {
  const { standing, event } = context;
  const conflicts = [{ who: whom.id, why: 'declared' as const }];
  const then = { ...standing, conflicts: [...standing.conflicts, whom.id] };
  const noted = event('conflict-noted', { who: whom.id, why: 'declared', reason: textOf(context, 'reason') });
  const deputy = deputyFor(standing.kind, people, person => relationOf(person, then) === 'conflicted');
  if (deputy && standing.assignee !== deputy.id)
    return {
      events: [noted, event('assigned', { to: deputy.id, why: 'conflict' })],
      conflicts,
      set: { assignee: deputy.id },
    };
  if (standing.assignee !== whom.id) return { events: [noted], conflicts };
  return { events: [noted, event('released')], conflicts, set: { assignee: null } };
}

export const recuse =
  (people: readonly Person[]): DecideAction =>
  context =>
    keepFrom(context, context.person, people);

export const exclude =
  (people: readonly Person[]): DecideAction =>
  context => {
    const whom = people.find(({ id }) => id === textOf(context, 'person'));
    return whom ? keepFrom(context, whom, people) : { refused: 'not-for-them' };
  };

/** `kept`: those the case is kept from. Nobody lifts what keeps themselves: who is kept away never gets here. */
export const lift =
  (kept: readonly string[]): DecideAction =>
  async context => {
    const who = textOf(context, 'who');
    if (!kept.includes(who)) return { refused: 'nothing-asked' };
    const why = await context.note('note', textOf(context, 'text'));
    if (!why) return { refused: 'sealed' };
    return {
      events: [context.event('conflict-lifted', { note: why.id })],
      notes: [why],
      conflicts: [{ who, why: 'lifted' }],
    };
  };

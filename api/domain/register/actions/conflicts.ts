// Conflicts of interest: declared about oneself or a colleague, or lifted (Iesniegumu likums 5(2); rule point
// 5.4).
import type { Effects } from '../../step.ts';
import { type DecideAction, type OfficeContext, textOf } from '../office-step.ts';
import type { Person } from '../people.ts';
import { relationOf } from '../rights.ts';
import { deputyFor } from '../stand-in.ts';

/** The kind of partiality as a code, for the chain; the details are not recorded. */
export const PARTIALITY = ['about-them', 'related', 'acquainted', 'interested'] as const;

/**
 * Keeps `whom` from the case. Their assignment is removed; a complaint that no director may examine any more
 * becomes a deputy's (rule point 13).
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

/**
 * `groups`: those the case is kept from, each human being with all of their accounts and entries, which are lifted together.
 * Nobody lifts what keeps themselves: who is kept away never gets here. The chain names accounts alone.
 */
export const lift =
  (groups: readonly (readonly string[])[], people: readonly Person[]): DecideAction =>
  async context => {
    const group = groups.find(ids => ids.includes(textOf(context, 'who')));
    if (!group) return { refused: 'nothing-asked' };
    const why = await context.note('note', textOf(context, 'text'));
    if (!why) return { refused: 'sealed' };
    const accounts = group.filter(id => people.some(person => person.id === id));
    return {
      events: (accounts.length > 0 ? accounts : [null]).map(who =>
        context.event('conflict-lifted', { note: why.id, who }),
      ),
      notes: [why],
      conflicts: group.map(who => ({ who, why: 'lifted' as const })),
    };
  };

// A legal hold: while it is set, nothing of the case is destroyed, whatever its term. The reason is in a
// note.
import { type DecideAction, textOf } from '../office-step.ts';

/** Sets a hold or lifts the present one: the page says which, and an outdated page is refused by version. */
export const hold: DecideAction = async context => {
  const why = await context.note('note', textOf(context, 'text'));
  if (!why) return { refused: 'sealed' };
  const lifts = context.standing.heldSince !== null;
  return {
    events: [context.event(lifts ? 'hold-lifted' : 'hold-set', { note: why.id })],
    notes: [why],
    set: { heldSince: lifts ? null : context.at },
  };
};

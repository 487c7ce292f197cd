// A legal hold: while it stands nothing of the case is destroyed, whatever its term. Why is told in a note.
import { type DecideAction, textOf } from '../office-step.ts';

/** Sets a hold, or lifts the one there is: the page says which, and a page that has grown old is refused by version. */
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

// A note among staff, never shown to the submitter.
import { type DecideAction, textOf } from '../office-step.ts';

export const note: DecideAction = async context => {
  const sealed = await context.note('note', textOf(context, 'text'));
  if (!sealed) return { refused: 'sealed' };
  return { events: [context.event('noted-inside', { note: sealed.id })], notes: [sealed] };
};

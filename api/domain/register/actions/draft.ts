// The answer that somebody prepares for whoever gives it; the latest counts, the earlier ones stay.
import { draftText } from '../answer-text.ts';
import { type DecideAction, textOf } from '../office-step.ts';

export const draft: DecideAction = async context => {
  const note = await context.note('draft', draftText(textOf(context, 'text'), textOf(context, 'reasons')));
  if (!note) return { refused: 'sealed' };
  return { events: [context.event('draft-saved', { note: note.id })], notes: [note] };
};

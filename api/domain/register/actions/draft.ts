// The answer that somebody prepares for whoever gives it; the latest counts, the earlier ones stay.
import { draftText } from '../answer-text.ts';
import { type DecideAction, filesIn, textOf } from '../office-step.ts';

/** `uploads`: tokens of its files. */
export const draft =
  (uploads: readonly string[]): DecideAction =>
  async context => {
    const text = draftText(textOf(context, 'text'), textOf(context, 'reasons'));
    const note = await context.note('draft', text, uploads);
    if (!note) return { refused: 'sealed' };
    const saved = context.event('draft-saved', { note: note.id, ...filesIn(context) });
    return { events: [saved], notes: [note] };
  };

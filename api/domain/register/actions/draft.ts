// A draft answer that one person prepares for another; the latest counts, earlier ones are kept.
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

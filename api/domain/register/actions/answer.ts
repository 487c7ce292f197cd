// The answer on the merits. To a complaint it states the considerations behind what was done (Iesniegumu likums 5(5))
// and whether the complaint was justified; where somebody made a mistake it apologises and says what was done about it
// (rule point 5.1.2).
import { answerPartsOf, answerText } from '../answer-text.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { close } from './tell.ts';

export const answer: DecideAction = async context => {
  const { standing, data } = context;
  const { kind } = standing;
  const parts = answerPartsOf(kind, data);
  if (kind === 'complaint' && (parts.reasons === '' || parts.outcome === null))
    return { refused: 'no-reasons' };
  const effects = await close(context, 'answered', {
    kind: 'answer',
    text: answerText(kind, parts),
    outcome: parts.outcome,
    detail: parts.outcome ? { outcome: parts.outcome } : {},
  });
  if ('refused' in effects) return effects;
  const changed = textOf(context, 'change').trim();
  if (changed === '') return effects;
  const change = await context.note('change', changed);
  return change ? { ...effects, notes: [change] } : { refused: 'sealed' };
};

// The answer on the merits. For a complaint it gives the reasons (Iesniegumu likums 5(5)) and whether the
// complaint was justified; where staff made a mistake it apologises and says what was done about it (rule
// point 5.1.2).
import { isExamined } from '../../../../src/contract/kinds.ts';
import { answerPartsOf, answerText } from '../answer-text.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { close } from './tell.ts';

export const answer: DecideAction = async context => {
  const { standing, data } = context;
  const { kind } = standing;
  const parts = answerPartsOf(kind, data);
  if (isExamined(kind) && (parts.reasons === '' || parts.outcome === null)) return { refused: 'no-reasons' };
  const changed = textOf(context, 'change').trim();
  const change = changed === '' ? null : await context.note('change', changed);
  if (changed !== '' && !change) return { refused: 'sealed' };
  const effects = await close(context, 'answered', {
    kind: 'answer',
    text: answerText(kind, parts),
    outcome: parts.outcome,
    detail: {
      ...(parts.outcome ? { outcome: parts.outcome } : {}),
      ...(change ? { change: change.id } : {}),
    },
  });
  if ('refused' in effects || !change) return effects;
  return { ...effects, notes: [change] };
};

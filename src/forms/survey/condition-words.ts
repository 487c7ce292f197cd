// A condition in words with question numbers: for paper, where no question is hidden, and for staff who enter
// sheets or read results. Pure.

import type { Condition } from '../conditions.ts';
import { CANT_SAY } from '../field.ts';
import { messagesLv } from '../messages.lv.ts';
import { askedBy } from './answer-text.ts';
import type { SurveyQuestion } from './definition.ts';
import { type Numbered, numbered, numbersOf } from './numbering.ts';
import type { conditionLv } from './words-paper.lv.ts';

/** Addresses the respondent (`asked`) or speaks about them (`told`). */
export type ConditionVoice = (typeof conditionLv)[keyof typeof conditionLv];

/** The value of the answer as printed. */
function valueText(question: SurveyQuestion, value: string): string {
  if (value === CANT_SAY) return `“${messagesLv.cantSay}”`;
  if ('options' in question) return `“${question.options.find(({ id }) => id === value)?.label ?? value}”`;
  if (question.kind !== 'scale' && question.kind !== 'grid') return value;
  const label = question.labels?.[Number(value) - 1];
  return label ? `${value} (“${label}”)` : value;
}

const joined = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

function clauseOf(of: Numbered, condition: Condition, say: ConditionVoice): string {
  const asked = askedBy(of, condition.question);
  // The content check refuses it; a stored version was checked when it was content.
  if (!asked) throw new Error(`a condition looks at “${condition.question}”, which is no question`);
  const { question } = asked;
  const isRow = asked.row !== null;
  const number = numbered(numbersOf(of), condition.question);
  const where = isRow ? say.inRow(number) : say.inQuestion(number);
  const written = question.kind === 'number';
  if ('answered' in condition) return isRow ? say.answeredRow(number) : say.answered(number);
  if ('is' in condition)
    return (written ? say.wrote : say.ticked)(
      where,
      joined(
        [condition.is].flat().map(value => valueText(question, value)),
        say.or,
      ),
    );
  const amount = 'atLeast' in condition ? say.atLeast(condition.atLeast) : say.atMost(condition.atMost);
  return (written ? say.wrote : say.ticked)(where, amount);
}

/**
 * The conditions as one clause after “ja”: `7. jautājumā atzīmējāt “Nē”`. Empty when there is none. Throws
 * when a condition refers to a missing question.
 */
export const conditionClause = (
  of: Numbered,
  showIf: Condition | readonly Condition[] | undefined,
  say: ConditionVoice,
): string =>
  joined(
    [showIf ?? []].flat().map(condition => clauseOf(of, condition, say)),
    say.and,
  );

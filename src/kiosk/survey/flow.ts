// Which question comes next on the kiosk. Pure.
import { type Conditional, shownNames } from '../../forms/conditions.ts';
import type { KioskAnswers } from './queue.ts';

/** The place of the first question after `at` that is to be asked given the answers so far; null: through. */
export function nextQuestion(
  questions: readonly Conditional[],
  answers: KioskAnswers,
  at: number,
): number | null {
  const shown = shownNames(questions, answers);
  const next = questions.findIndex(({ name }, i) => i > at && shown.has(name));
  return next < 0 ? null : next;
}

// Which question comes next on the kiosk, and how many there may be. Pure.
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

interface Offered extends Conditional {
  /** Values that a tap on it gives. */
  readonly values: readonly string[];
}

/** The questions on the longest way through, by their names: whatever is tapped or skipped, no more than these are asked. */
export function longestWay(
  questions: readonly Offered[],
  answers: KioskAnswers = {},
  at = -1,
): readonly string[] {
  const next = nextQuestion(questions, answers, at);
  const question = next === null ? undefined : questions[next];
  if (next === null || !question) return [];
  const { name, values } = question;
  // The first is never skipped: with it the answer begins.
  const ways = [...values.map(value => ({ ...answers, [name]: value })), ...(at < 0 ? [] : [answers])];
  const rests = ways.map(way => longestWay(questions, way, next));
  return [name, ...rests.reduce((longest, rest) => (rest.length > longest.length ? rest : longest), [])];
}

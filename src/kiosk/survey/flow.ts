// The next question on the kiosk, and the possible number of questions. Pure.
import { type Conditional, shownNames } from '../../forms/conditions.ts';
import type { KioskAnswers } from './queue.ts';

/** Index of the next question after `at`, given the answers so far; null at the end. */
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
  /** Values that a tap can give. */
  readonly values: readonly string[];
}

/** The questions on the longest path by name: no combination of answers asks more. */
export function longestWay(
  questions: readonly Offered[],
  answers: KioskAnswers = {},
  at = -1,
): readonly string[] {
  const next = nextQuestion(questions, answers, at);
  const question = next === null ? undefined : questions[next];
  if (next === null || !question) return [];
  const { name, values } = question;
  // The first question is never skipped, because the answer starts with it.
  const ways = [...values.map(value => ({ ...answers, [name]: value })), ...(at < 0 ? [] : [answers])];
  const rests = ways.map(way => longestWay(questions, way, next));
  return [name, ...rests.reduce((longest, rest) => (rest.length > longest.length ? rest : longest), [])];
}

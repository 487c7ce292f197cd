// What one answered survey adds to the counts behind the results. Pure.
import type { Answers } from '../../../src/forms/survey/asked.ts';
import {
  fieldNames,
  isWritten,
  questionsOf,
  type SurveyDefinition,
  type SurveyQuestion,
} from '../../../src/forms/survey/definition.ts';

export type SurveyChannel = 'web' | 'kiosk' | 'paper';

/** Number of times a value was given. */
export interface CountRow {
  /** Empty for all, or `<question>=<value>` of a question by which results may be split. */
  readonly slice: string;
  /** `YYYY-MM`; empty for staff surveys. */
  readonly month: string;
  readonly channel: SurveyChannel;
  /** For answers that may be spam, too fast, or sent twice. */
  readonly flagged: boolean;
  /** Field name; empty for the number of responses. */
  readonly question: string;
  /**
   * The answer; `-` when the question was asked and left open; empty for plain counts (`ANSWERED`,
   * responses).
   */
  readonly value: string;
  readonly n: number;
}

/** The value of a question that was asked and not answered. */
export const LEFT_OPEN = '-';
/**
 * The value that counts respondents, where the answers themselves do not: texts, and lists with several
 * choices.
 */
export const ANSWERED = '';

/** The slice of the people who gave this answer. */
export const sliceOf = (question: string, value: string): string => `${question}=${value}`;

/** The slices of an answer: all, and one for each grouping question. */
function slicesOf(questions: readonly SurveyQuestion[], answers: Answers): string[] {
  const groups = questions.flatMap(question => {
    const value = question.kind === 'choice' && question.group ? answers[question.id] : undefined;
    return typeof value === 'string' ? [sliceOf(question.id, value)] : [];
  });
  return ['', ...groups];
}

function valuesOf(question: SurveyQuestion, answer: Answers[string] | undefined): readonly string[] {
  if (answer === undefined || answer.length === 0) return [LEFT_OPEN];
  if (isWritten(question)) return [ANSWERED];
  if (typeof answer !== 'string') return [ANSWERED, ...answer];
  return [question.kind === 'date' ? answer.slice(0, 7) : answer];
}

export interface Counted {
  readonly answers: Answers;
  /** Names of the fields that were asked. */
  readonly asked: ReadonlySet<string>;
  readonly month: string;
  readonly channel: SurveyChannel;
  readonly flagged: boolean;
}

/** The rows to add, one for each slice, field and value. */
export function countsOf(
  survey: Pick<SurveyDefinition, 'sections'>,
  { answers, asked, month, channel, flagged }: Counted,
): readonly CountRow[] {
  const questions = questionsOf(survey);
  const given = questions.flatMap(question =>
    fieldNames(question)
      .filter(name => asked.has(name))
      .flatMap(name => valuesOf(question, answers[name]).map(value => ({ question: name, value }))),
  );
  const all = [{ question: '', value: '' }, ...given];
  return slicesOf(questions, answers).flatMap(slice =>
    all.map(each => ({ slice, month, channel, flagged, ...each, n: 1 })),
  );
}

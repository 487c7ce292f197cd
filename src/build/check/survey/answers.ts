// The possible answers of each field of a survey, as conditions use them. Pure.
import { CANT_SAY } from '../../../forms/field.ts';
import type { ContentDocument } from '../document.ts';
import { textsAt } from '../values.ts';
import { type FoundQuestion, flagAt, numberAt, questionsOf } from './read.ts';

export interface AnswerField {
  /** The question's id, or `grid.row`. */
  readonly name: string;
  readonly question: FoundQuestion;
  /** All possible answers; undefined for a text or a date, or while the question itself has errors. */
  readonly values: readonly string[] | undefined;
  /** Lowest and highest number, for numeric fields. */
  readonly range: { readonly low: number; readonly high: number } | undefined;
  /** True when several answers may be given at once. */
  readonly many: boolean;
}

/** The fields in the order in which they are asked. */
export const answerFieldsOf = (document: ContentDocument): readonly AnswerField[] =>
  questionsOf(document).flatMap(question => fieldsOf(document, question));

function fieldsOf({ data }: ContentDocument, question: FoundQuestion): readonly AnswerField[] {
  const { id, kind, path } = question;
  if (id === '') return [];
  const one = { name: id, question, values: undefined, range: undefined, many: false };
  const cantSay = (standard: boolean) => (flagAt(data, [...path, 'cantSay'], standard) ? [CANT_SAY] : []);
  const numbers = (low: number, high: number, more: readonly string[]) => ({
    ...one,
    values: [...numerals(low, high), ...more],
    range: { low, high },
  });
  const points = numberAt(data, [...path, 'points']) ?? 5;
  switch (kind) {
    case 'choice':
    case 'choices': {
      const options = textsAt(data, [...path, 'options'], 'id').map(({ value }) => value);
      const values = options.length === 0 ? undefined : [...options, ...cantSay(false)];
      return [{ ...one, values, many: kind === 'choices' }];
    }
    case 'scale':
      return [numbers(1, points, cantSay(true))];
    case 'nps':
      return [numbers(0, 10, cantSay(false))];
    case 'grid':
      return textsAt(data, [...path, 'rows'], 'id').map(({ value }) => ({
        ...numbers(1, points, cantSay(true)),
        name: `${id}.${value}`,
      }));
    case 'number': {
      const [min, max] = [numberAt(data, [...path, 'min']), numberAt(data, [...path, 'max'])];
      return min === undefined || max === undefined || max < min ? [one] : [numbers(min, max, [])];
    }
    default:
      return [one];
  }
}

/** The widest range that a number question may have. */
export const WIDEST = 1000;

const numerals = (low: number, high: number): readonly string[] =>
  Array.from({ length: Math.min(high - low, WIDEST) + 1 }, (_, i) => String(low + i));

// An answer as Latvian text: the point with its label, options by their labels, texts unchanged. Pure.
import { CANT_SAY } from '../field.ts';
import { messagesLv } from '../messages.lv.ts';
import { type GridRow, questionsOf, type SurveyDefinition, type SurveyQuestion } from './definition.ts';

export interface AskedField {
  readonly question: SurveyQuestion;
  /** For a grid: the row of the field. */
  readonly row: GridRow | null;
}

/** What a field asks; null for a name that is not in the survey. */
export function askedBy(of: Pick<SurveyDefinition, 'sections'>, field: string): AskedField | null {
  const [id, rowId] = field.split('.');
  const question = questionsOf(of).find(one => one.id === id);
  if (!question) return null;
  const rows = question.kind === 'grid' ? question.rows : [];
  return { question, row: rows.find(one => one.id === rowId) ?? null };
}

/** The question; for a row of a grid, its statement. */
export const askedText = ({ question, row }: AskedField): string => (row ?? question).label;

function valueText(question: SurveyQuestion, value: string): string {
  if (value === CANT_SAY) return messagesLv.cantSay;
  if ('options' in question) return question.options.find(({ id }) => id === value)?.label ?? value;
  if (question.kind !== 'scale' && question.kind !== 'grid') return value;
  const label = question.labels?.[Number(value) - 1];
  return label ? `${value} – ${label}` : value;
}

/** For example `4 – Drīzāk apmierināts`; several ticks in the order of the list. */
export function answerText(question: SurveyQuestion, answer: string | readonly string[]): string {
  if (typeof answer === 'string') return valueText(question, answer);
  const order = 'options' in question ? question.options.map(({ id }) => id) : [];
  return answer
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(value => valueText(question, value))
    .join('; ');
}

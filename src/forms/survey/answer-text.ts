// An answer as it reads, in Latvian: the point with its name, the options by their labels, texts as they are. Pure.
import { CANT_SAY } from '../field.ts';
import { messagesLv } from '../messages.lv.ts';
import { type GridRow, questionsOf, type SurveyDefinition, type SurveyQuestion } from './definition.ts';

export interface AskedField {
  readonly question: SurveyQuestion;
  /** Of a grid: the row the field belongs to. */
  readonly row: GridRow | null;
}

/** What a field asks; null for a name that is none of the survey's. */
export function askedBy(of: Pick<SurveyDefinition, 'sections'>, field: string): AskedField | null {
  const [id, rowId] = field.split('.');
  const question = questionsOf(of).find(one => one.id === id);
  if (!question) return null;
  const rows = question.kind === 'grid' ? question.rows : [];
  return { question, row: rows.find(one => one.id === rowId) ?? null };
}

/** The question, for a grid's row the statement. */
export const askedText = ({ question, row }: AskedField): string => (row ?? question).label;

function valueText(question: SurveyQuestion, value: string): string {
  if (value === CANT_SAY) return messagesLv.cantSay;
  if ('options' in question) return question.options.find(({ id }) => id === value)?.label ?? value;
  if (question.kind !== 'scale' && question.kind !== 'grid') return value;
  const label = question.labels?.[Number(value) - 1];
  return label ? `${value} – ${label}` : value;
}

/** `4 – Drīzāk apmierināts`; several ticks one after another, in the order of the list. */
export function answerText(question: SurveyQuestion, answer: string | readonly string[]): string {
  if (typeof answer === 'string') return valueText(question, answer);
  const order = 'options' in question ? question.options.map(({ id }) => id) : [];
  return answer
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(value => valueText(question, value))
    .join('; ');
}

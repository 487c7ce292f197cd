// A survey as plain data, filled in by content; everything else is derived from it (rule points 10, 10.1,
// 10.2).
import type { Condition } from '../conditions.ts';
import type { Language, Option } from '../field.ts';

interface QuestionBase {
  /** Also the field's name; unique in the survey. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  /** The point of the rules that the question measures. */
  readonly rulePoint?: string | undefined;
  /** Asked when this holds, or all of these. */
  readonly showIf?: Condition | readonly Condition[] | undefined;
}

/** Labels of a scale's points: one for each, or for both ends. */
interface ScaleWords {
  /** Number of points; the lowest is 1. */
  readonly points: number;
  readonly labels?: readonly string[] | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly cantSay: boolean;
}

export interface ScaleQuestion extends QuestionBase, ScaleWords {
  readonly kind: 'scale';
  /** Satisfaction (CSAT) or ease (CES). */
  readonly measure?: 'csat' | 'ces' | undefined;
}

/** From 0 to 10: how likely a person is to recommend. */
export interface NpsQuestion extends QuestionBase {
  readonly kind: 'nps';
  readonly low: string;
  readonly high: string;
  readonly cantSay: boolean;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly cantSay: boolean;
  /** Results may be split by the answer. */
  readonly group: boolean;
}

export interface ChoicesQuestion extends QuestionBase {
  readonly kind: 'choices';
  readonly options: readonly Option[];
}

export interface GridRow {
  readonly id: string;
  readonly label: string;
  readonly rulePoint?: string | undefined;
}

/** Several statements on one scale; each is a field `<id>.<row>` and counts by itself. */
export interface GridQuestion extends QuestionBase, ScaleWords {
  readonly kind: 'grid';
  readonly rows: readonly GridRow[];
}

export interface WrittenQuestion extends QuestionBase {
  /** One line, or many. */
  readonly kind: 'short' | 'text';
  /** UTF-16 units. */
  readonly maxLength: number;
}

interface NumberQuestion extends QuestionBase {
  readonly kind: 'number';
  /** Whole numbers, both ends included. */
  readonly min: number;
  readonly max: number;
  readonly unit?: string | undefined;
}

export interface DateQuestion extends QuestionBase {
  readonly kind: 'date';
  /** `YYYY-MM-DD`, both ends included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type SurveyQuestion =
  | ScaleQuestion
  | NpsQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | GridQuestion
  | WrittenQuestion
  | NumberQuestion
  | DateQuestion;

export interface SurveySection {
  readonly id: string;
  readonly title?: string | undefined;
  readonly intro?: string | undefined;
  readonly showIf?: Condition | readonly Condition[] | undefined;
  readonly questions: readonly SurveyQuestion[];
}

export type Audience = 'public' | 'kiosk' | 'staff';

/** The part of a survey that the site and the API need; the content's front matter satisfies it. */
export interface SurveyDefinition {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: Audience;
  readonly languages: readonly Language[];
  readonly version: number;
  /** First and last day of answering, `YYYY-MM-DD`, Europe/Riga. */
  readonly opens: string;
  readonly closes: string;
  readonly thanks: string;
  readonly sections: readonly SurveySection[];
  readonly anonymity: {
    /** The smallest group whose results are shown. */
    readonly threshold: number;
  };
  readonly results: { readonly public: boolean; readonly openData: boolean };
  readonly paper: { readonly twoPersonCheck: boolean };
}

/** Every question in order. */
export const questionsOf = ({ sections }: Pick<SurveyDefinition, 'sections'>): readonly SurveyQuestion[] =>
  sections.flatMap(({ questions }) => questions);

/** Free text: sealed, not counted, not published. */
export const isWritten = (question: SurveyQuestion): question is WrittenQuestion =>
  question.kind === 'short' || question.kind === 'text';

/** The names of a question's fields: its id, or one for each row of a grid. */
export const fieldNames = (question: SurveyQuestion): readonly string[] =>
  question.kind === 'grid' ? question.rows.map(({ id }) => `${question.id}.${id}`) : [question.id];

/** The conditions of a question with those of its section. */
export const conditionsOf = (
  section: Pick<SurveySection, 'showIf'>,
  question: Pick<SurveyQuestion, 'showIf'>,
): readonly Condition[] => [section.showIf ?? [], question.showIf ?? []].flat();

export type SurveyState = 'open' | 'future' | 'closed';

/** Whether the survey takes answers on this day (`YYYY-MM-DD`, Europe/Riga). */
export function surveyState(survey: Pick<SurveyDefinition, 'opens' | 'closes'>, today: string): SurveyState {
  if (today < survey.opens) return 'future';
  return today > survey.closes ? 'closed' : 'open';
}

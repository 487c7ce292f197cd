// A survey's questions as a form (rule points 10, 10.1). Question ids are the field names.
import type { Field, FormDefinition, Option } from './field.ts';
import { messagesIn } from './messages.ts';

interface QuestionBase {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
}

export type SurveyQuestion = QuestionBase &
  (
    | { readonly kind: 'scale'; readonly low: string; readonly high: string; readonly cantSay: boolean }
    | { readonly kind: 'nps'; readonly low: string; readonly high: string }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] }
    | { readonly kind: 'text'; readonly maxLength: number }
  );

/** What the site and the API need to know of a survey; the content's front matter satisfies it. */
export interface SurveyDefinition {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** First and last day of answering, `YYYY-MM-DD`, Europe/Riga. */
  readonly opens: string;
  readonly closes: string;
  readonly thanks: string;
  readonly questions: readonly SurveyQuestion[];
}

function toField(question: SurveyQuestion): Field {
  const base = {
    name: question.id,
    label: question.label,
    ...(question.hint ? { hint: question.hint } : {}),
    ...(question.required ? { required: messagesIn('lv').unanswered } : {}),
  };
  switch (question.kind) {
    case 'scale':
      return {
        ...base,
        kind: 'scale',
        from: 1,
        to: 5,
        low: question.low,
        high: question.high,
        cantSay: question.cantSay,
      };
    case 'nps':
      return {
        ...base,
        kind: 'scale',
        from: 0,
        to: 10,
        low: question.low,
        high: question.high,
        cantSay: false,
      };
    case 'choice':
      return { ...base, kind: 'radio', options: question.options };
    case 'choices':
      return { ...base, kind: 'checkboxes', options: question.options };
    case 'text':
      return { ...base, kind: 'textarea', maxLength: question.maxLength, rows: 5 };
  }
}

/** The form of one survey; surveys are written in Latvian. */
export const surveyForm = (survey: SurveyDefinition): FormDefinition => ({
  id: 'aptauja',
  lang: 'lv',
  title: survey.title,
  action: `/api/surveys/${survey.id}/responses`,
  submit: 'Nosūtīt atbildes',
  stores: true,
  sections: [{ fields: survey.questions.map(toField) }],
});

export type SurveyState = 'open' | 'future' | 'closed';

/** Whether the survey takes answers on this day (`YYYY-MM-DD`, Europe/Riga). */
export function surveyState(survey: Pick<SurveyDefinition, 'opens' | 'closes'>, today: string): SurveyState {
  if (today < survey.opens) return 'future';
  return today > survey.closes ? 'closed' : 'open';
}

// A sheet of paper as data: what a clerk may type, what of it was not to be answered, where two readings differ. Pure.
import { shownNames } from '../conditions.ts';
import { type Field, type FormDefinition, fieldsOf } from '../field.ts';
import type { SurveyDefinition } from './definition.ts';
import { surveyForm, VERSION_FIELD } from './form.ts';

/** By field name; what is empty has no entry. */
export type SheetAnswers = Readonly<Record<string, string | readonly string[]>>;

export const MONTH_FIELD = 'menesis';
/** Names of what is answered, not asked, and known to be left out. */
export const LEFT_OUT_FIELD = 'izlaist';

const questionFields = (survey: SurveyDefinition): readonly Field[] =>
  fieldsOf(surveyForm(survey)).filter(({ name }) => name !== VERSION_FIELD);

/** On paper nothing is demanded, and nothing is hidden: everything may be typed as it stands there. */
function asTyped({ required: _, showIf: __, ...field }: Field): Field {
  return field as Field;
}

const carried = (name: string, maxLength: number): Field => ({
  kind: 'hidden',
  name,
  label: name,
  maxLength,
});

/** The form of one sheet; `VERSION_FIELD` and `MONTH_FIELD` say what the sheet is. */
export function entryForm(survey: SurveyDefinition, action: string): FormDefinition {
  const known = built.get(survey);
  if (known?.action === action) return known;
  const form: FormDefinition = {
    id: 'lapa',
    lang: 'lv',
    title: survey.title,
    action,
    submit: '',
    stores: true,
    sections: [
      {
        fields: [
          carried(VERSION_FIELD, 10),
          carried(MONTH_FIELD, 7),
          carried(LEFT_OUT_FIELD, 20_000),
          ...questionFields(survey).map(asTyped),
        ],
      },
    ],
  };
  built.set(survey, form);
  return form;
}

/** Building a schema costs more than checking with it. */
const built = new WeakMap<SurveyDefinition, FormDefinition>();

/** What was answered, without what only carries the sheet and without white space around texts. */
export function answersIn(survey: SurveyDefinition, data: Readonly<Record<string, unknown>>): SheetAnswers {
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name } of questionFields(survey)) {
    const given = data[name];
    if (typeof given === 'string' && given.trim() !== '') answers[name] = given.trim();
    if (Array.isArray(given) && given.length > 0) answers[name] = given.map(String);
  }
  return answers;
}

/** Field names that are answered although nobody was to answer them; in the order of the sheet. */
export function notAsked(survey: SurveyDefinition, answers: SheetAnswers): readonly string[] {
  const fields = questionFields(survey);
  const shown = shownNames(fields, answers);
  return fields.map(({ name }) => name).filter(name => name in answers && !shown.has(name));
}

/** The answers that are kept. */
export const without = (answers: SheetAnswers, left: readonly string[]): SheetAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !left.includes(name)));

/** Two people break lines and space words differently; neither is another answer. Ticks have no order. */
const comparable = (answer: string | readonly string[] | undefined): string =>
  typeof answer === 'string' ? answer.replaceAll(/\s+/g, ' ').trim() : (answer ?? []).toSorted().join('\n');

/** Field names whose answers differ between two readings of a sheet, in its order. */
export const differing = (
  survey: SurveyDefinition,
  one: SheetAnswers,
  other: SheetAnswers,
): readonly string[] =>
  questionFields(survey)
    .map(({ name }) => name)
    .filter(name => comparable(one[name]) !== comparable(other[name]));

// The form for entering a paper sheet: nothing is required and nothing is hidden.
import { type Field, type FormDefinition, fieldsOf } from '../field.ts';
import type { SurveyDefinition } from './definition.ts';
import { surveyForm } from './form.ts';
import { VERSION_FIELD } from './version-field.ts';

export const MONTH_FIELD = 'menesis';
/** Names of fields that were answered although not asked and are left out on purpose; separated by spaces. */
export const LEFT_OUT_FIELD = 'izlaist';

function asTyped({ required: _, showIf: __, ...field }: Field): Field {
  return field as Field;
}

const carried = (name: string, maxLength: number): Field => ({
  kind: 'hidden',
  name,
  label: name,
  maxLength,
});

/** Cached, because building a schema costs more than using it. */
const built = new WeakMap<SurveyDefinition, FormDefinition>();

/** The form of one sheet; `VERSION_FIELD` and `MONTH_FIELD` say what the sheet is. */
export function entryForm(survey: SurveyDefinition): FormDefinition {
  const known = built.get(survey);
  if (known) return known;
  const questions = fieldsOf(surveyForm(survey)).filter(({ name }) => name !== VERSION_FIELD);
  const form: FormDefinition = {
    id: 'lapa',
    lang: 'lv',
    title: survey.title,
    action: '',
    submit: '',
    stores: true,
    sections: [
      {
        fields: [
          carried(VERSION_FIELD, 10),
          carried(MONTH_FIELD, 7),
          carried(LEFT_OUT_FIELD, 20_000),
          ...questions.map(asTyped),
        ],
      },
    ],
  };
  built.set(survey, form);
  return form;
}

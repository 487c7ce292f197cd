// The form by which a sheet of paper is entered: nothing is demanded, and nothing is hidden.
import { type Field, type FormDefinition, fieldsOf } from '../field.ts';
import type { SurveyDefinition } from './definition.ts';
import { surveyForm } from './form.ts';
import { VERSION_FIELD } from './version-field.ts';

export const MONTH_FIELD = 'menesis';
/** Names of what is answered, not asked, and known to be left out; spaces between. */
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

/** Building a schema costs more than checking with it. */
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

// The forms of the case page's actions. One object each for the life of the program, because its schema is
// cached by it. The address and choices of a case are added when it is shown.
import type { Field, FormDefinition, Option, Section } from '../../../src/forms/field.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import { actionWords } from './words-actions.ts';

/** In every form: the number of steps when the page was made. */
const VERSION: Field = {
  kind: 'hidden',
  name: 'version',
  label: 'Lietas versija',
  required: 'Atveriet lietu no jauna: lapai trūkst lietas versijas.',
  maxLength: 12,
};

/** A form for an action; `fields` is the main section, `sections` are further ones. */
export function actionForm(
  action: CaseAction,
  fields: readonly Field[],
  { sections = [], submit: label }: { readonly sections?: readonly Section[]; readonly submit?: string } = {},
): FormDefinition {
  const { title, submit } = actionWords[action];
  return {
    id: action,
    lang: 'lv',
    title,
    // Added by `formFor`.
    action: '',
    submit: label ?? submit,
    stores: true,
    sections: [{ fields: [VERSION, ...fields] }, ...sections],
  };
}

/** The form for the page of this case. */
export const formFor = (form: FormDefinition, action: string): FormDefinition => ({ ...form, action });

/** Longest text of a message to the submitter, the same as in the other direction. */
export const LONGEST_TEXT = 10_000;

/** Files; from an office all of them may come in one post. */
export const officeFiles = (about: {
  readonly label: string;
  readonly hint: string;
  readonly required?: string;
}): Field => ({ kind: 'files', name: 'attachments', inOnePost: true, ...about });

/** Files sent to the submitter with the text. */
export const filesToSend = officeFiles({
  label: 'Pielikumi',
  hint: 'Iesniedzējs tos saņems kopā ar šo tekstu un varēs lejupielādēt ar savu izsekošanas kodu.',
});

/** A reason for colleagues, never shown to the submitter. */
export const innerReason = (label: string, required: string): Field => ({
  kind: 'textarea',
  name: 'text',
  label,
  hint: 'Redz tikai darbinieki, kuri drīkst atvērt lietu.',
  required,
  maxLength: 2_000,
  rows: 3,
});

export const takeForm = actionForm('take', []);
export const assignForm = actionForm('assign', [
  {
    kind: 'text',
    name: 'assignee',
    label: 'Kam nodot',
    maxLength: 40,
  },
]);
export const noteForm = actionForm('note', [
  {
    kind: 'textarea',
    name: 'text',
    label: 'Piezīme',
    hint: 'Redz tikai darbinieki, kuri drīkst atvērt lietu.',
    required: 'Ierakstiet piezīmi.',
    maxLength: LONGEST_TEXT,
    rows: 6,
  },
]);
/** The form with selection lists in place of their fields. */
export const withChoices = (
  form: FormDefinition,
  choices: Readonly<Record<string, readonly Option[]>>,
): FormDefinition => ({
  ...form,
  sections: form.sections.map(section => ({
    ...section,
    fields: section.fields.map(field => chosenFrom(field, choices[field.name])),
  })),
});

function chosenFrom(field: Field, options: readonly Option[] | undefined): Field {
  if (!options) return field;
  const { name, label, hint, required } = field;
  const base = { name, label, ...(hint ? { hint } : {}), ...(required ? { required } : {}), options };
  return field.kind === 'checkboxes' ? { ...base, kind: 'checkboxes' } : { ...base, kind: 'select' };
}

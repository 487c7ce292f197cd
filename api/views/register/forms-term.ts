// The forms for asking, extending and reopening.
import type { Field } from '../../../src/forms/field.ts';
import { actionForm, filesToSend, LONGEST_TEXT } from './action-forms.ts';

const question: Field = {
  kind: 'textarea',
  name: 'text',
  label: 'Ko vajag zināt',
  hint: 'Iesniedzējs to redzēs iesnieguma gaitas lapā un varēs atbildēt. Termiņš turpinās; ja tā nepietiks, pagariniet to.',
  required: 'Ierakstiet, kāda informācija vajadzīga.',
  maxLength: LONGEST_TEXT,
  rows: 8,
};
export const askForm = actionForm('ask', [question, filesToSend]);
export const askAndExtendForm = actionForm('ask', [
  question,
  {
    kind: 'checkbox',
    name: 'extend',
    label: 'Un pagarināt atbildes termiņu, jo jāiegūst papildu informācija',
    hint: 'Pagarināt var vienreiz. Iesniedzējam par to paziņosim tajā pašā ziņā.',
  },
  filesToSend,
]);
export const extendForm = actionForm('extend', [
  {
    kind: 'text',
    name: 'reason',
    label: 'Likumā noteiktais iemesls',
    required: 'Izvēlieties iemeslu.',
    maxLength: 4,
  },
  {
    kind: 'textarea',
    name: 'text',
    label: 'Paskaidrojums iesniedzējam',
    hint: 'Saviem vārdiem: kas vēl jādara un kāpēc ar termiņu nepietiek.',
    required: 'Paskaidrojiet iesniedzējam, kāpēc vajag vairāk laika.',
    maxLength: 4_000,
    rows: 5,
  },
]);
export const reopenForm = actionForm('reopen', [
  {
    kind: 'textarea',
    name: 'text',
    label: 'Kāpēc izskatīšanu atsāk',
    hint: 'Iesniedzējs to izlasīs.',
    required: 'Ierakstiet, kāpēc izskatīšanu atsāk.',
    maxLength: 4_000,
    rows: 5,
  },
]);

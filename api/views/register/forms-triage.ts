// The forms for classification, conflicts of interest and corrections.
import type { Field } from '../../../src/forms/field.ts';
import { PARTIALITY } from '../../domain/register/actions/conflicts.ts';
import { RECTIFIABLE, REDACTION_REASONS } from '../../domain/register/actions/content.ts';
import { LINK_KINDS } from '../../domain/register/office-case.ts';
import { actionForm, innerReason } from './action-forms.ts';
import { registerWords } from './words.ts';
import { partialityWords, redactionWords } from './words-triage.ts';

const chosen = (name: string, label: string, required: string, hint?: string): Field => ({
  kind: 'text',
  name,
  label,
  required,
  ...(hint ? { hint } : {}),
  maxLength: 100,
});

const partial: Field = {
  kind: 'radio',
  name: 'reason',
  label: 'Kāpēc',
  required: 'Izvēlieties iemeslu.',
  options: PARTIALITY.map(id => ({ id, label: partialityWords[id] })),
};

export const bareForm = { clear: actionForm('clear-spam', []), spam: actionForm('confirm-spam', []) };
export const recuseForm = actionForm('recuse', [partial]);
export const excludeForm = actionForm('exclude', [
  chosen('person', 'Kurš kolēģis', 'Izvēlieties kolēģi.'),
  partial,
]);
export const liftForm = actionForm('lift-conflict', [
  chosen('who', 'Kuram kolēģim', 'Izvēlieties kolēģi.'),
  innerReason('Kāpēc iesniegums nav par šo kolēģi', 'Paskaidrojiet, kāpēc iesniegums nav par šo kolēģi.'),
]);
export const whistleblowerForm = actionForm('mark-whistleblower', []);
export const ordinaryForm = actionForm('unmark-whistleblower', [
  innerReason(
    'Kāpēc tas nav trauksmes cēlēja ziņojums',
    'Paskaidrojiet, kāpēc tas nav trauksmes cēlēja ziņojums.',
  ),
]);
export const linkForm = actionForm('link', [
  chosen('reference', 'Otras lietas numurs', 'Ierakstiet otras lietas numuru.', 'Piemēram, KAC-26-7Q4W-X26.'),
  {
    kind: 'radio',
    name: 'kind',
    label: 'Kā tās saistītas',
    required: 'Izvēlieties, kā lietas saistītas.',
    options: LINK_KINDS.map(id => ({ id, label: registerWords.links[id] })),
  },
]);
export const unlinkForm = actionForm('unlink', [chosen('other', 'Kura lieta', 'Izvēlieties lietu.')]);
export const classifyForm = actionForm('classify', [
  { kind: 'text', name: 'service', label: 'Pakalpojums', maxLength: 100 },
  {
    kind: 'checkboxes',
    name: 'rulePoints',
    label: 'Noteikumu punkti',
    options: [],
    folded: 'Izvēlēties punktus',
  },
]);

const LABELS: Readonly<Record<(typeof RECTIFIABLE)[number], string>> = {
  name: 'Vārds un uzvārds',
  address: 'Adrese',
  email: 'E-pasts',
  phone: 'Tālrunis',
};
const LONGEST: Readonly<Record<(typeof RECTIFIABLE)[number], number>> = {
  name: 200,
  address: 300,
  email: 254,
  phone: 40,
};
export const rectifyForm = actionForm(
  'rectify',
  RECTIFIABLE.map(name => ({
    kind: name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text',
    name,
    label: LABELS[name],
    maxLength: LONGEST[name],
    autocomplete: 'off',
  })),
);
export const redactForm = actionForm('redact', [
  {
    kind: 'textarea',
    name: 'passage',
    label: 'Teksts, ko aizklāt',
    hint: 'Iekopējiet to no iesnieguma, ziņas vai piezīmes tieši tā, kā tas rakstīts. Aizklās visās vietās, kur tas ir; failus tas neskar.',
    required: 'Iekopējiet tekstu, ko aizklāt.',
    maxLength: 10_000,
    rows: 4,
  },
  {
    kind: 'radio',
    name: 'reason',
    label: 'Kāpēc',
    required: 'Izvēlieties iemeslu.',
    options: REDACTION_REASONS.map(id => ({ id, label: redactionWords[id] })),
  },
  {
    kind: 'checkbox',
    name: 'sure',
    label: 'Zinu, ka aizklāto atjaunot nevarēs.',
    required: 'Apstipriniet, ka zināt: aizklāto atjaunot nevarēs.',
  },
]);

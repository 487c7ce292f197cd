// The forms for an answer and its draft. For a complaint it also asks for outcome and reasons.
import type { Field, FormDefinition, Section } from '../../../src/forms/field.ts';
import { OUTCOMES } from '../../domain/follow-up.ts';
import { actionForm, filesToSend, LONGEST_TEXT } from './action-forms.ts';
import { registerWords } from './words.ts';

/**
 * What a page sends that is not stored yet: insert a text, go back to writing; and, from the preview, send.
 */
const STAGES = ['insert', 'edit', 'send'] as const;
export const stageFields: readonly Field[] = STAGES.map(name => ({
  kind: 'hidden',
  name,
  label: name,
  maxLength: 2,
  flag: true,
}));

/** The button of a form whose result is previewed first. */
export const TO_PREVIEW = 'Apskatīt pirms sūtīšanas';

const canned: Section = {
  fields: [
    {
      kind: 'text',
      name: 'reply',
      label: 'Atbildes sagatave',
      hint: 'Tekstu pieliek jau uzrakstītā beigās; vietas kvadrātiekavās aizpildiet.',
      maxLength: 80,
    },
  ],
  button: { name: 'insert', label: 'Ielikt tekstu' },
};

const outcome: Field = {
  kind: 'radio',
  name: 'outcome',
  label: 'Vai sūdzība ir pamatota',
  required: 'Norādiet, vai sūdzība ir pamatota.',
  options: OUTCOMES.map(id => ({ id, label: registerWords.outcomes[id] })),
};

const text: Field = {
  kind: 'textarea',
  name: 'text',
  label: 'Atbilde',
  required: 'Ierakstiet atbildi.',
  maxLength: LONGEST_TEXT,
  rows: 10,
};

const reasons = (required?: string): Field => ({
  kind: 'textarea',
  name: 'reasons',
  label: 'Pamatojums',
  hint: 'Apsvērumi, ar kuriem darbinieks vai iestāde savu rīcību pamato (Iesniegumu likuma 5. panta piektā daļa).',
  ...(required ? { required } : {}),
  maxLength: LONGEST_TEXT,
  rows: 6,
});

const mistake: Section = {
  legend: 'Ja pieļauta kļūda',
  intro: [
    'Darbinieks, kurš pieļāvis kļūdu, kas skar klienta tiesības vai intereses, atvainojas un dara visu iespējamo, lai novērstu tās sekas (noteikumu 5.1.2. apakšpunkts).',
  ],
  fields: [
    {
      kind: 'checkbox',
      name: 'mistake',
      label: 'Kļūda ir pieļauta: atbildē atvainoties un pateikt, kas darīts',
    },
    { kind: 'textarea', name: 'apology', label: 'Atvainošanās', maxLength: 1_000, rows: 2 },
    {
      kind: 'textarea',
      name: 'remedy',
      label: 'Kas darīts, lai novērstu kļūdas sekas',
      maxLength: 4_000,
      rows: 3,
    },
  ],
};

const change: Section = {
  legend: 'Reģistram',
  fields: [
    {
      kind: 'textarea',
      name: 'change',
      label: 'Kas šīs lietas dēļ mainīts centra darbā',
      hint: 'Iesniedzējs to neredz. No šejienes ņem tekstu publikācijai “Jūs teicāt, mēs izdarījām”.',
      maxLength: 4_000,
      rows: 3,
    },
  ],
};

const writing = (fields: readonly Field[]): readonly Section[] => [canned, { fields }];

export const complaintAnswerForm = actionForm('answer', stageFields, {
  sections: [
    ...writing([outcome, text, reasons('Ierakstiet pamatojumu: bez tā uz sūdzību atbildēt nedrīkst.')]),
    mistake,
    { fields: [filesToSend] },
    change,
  ],
  submit: TO_PREVIEW,
});
export const answerForm = actionForm('answer', stageFields, {
  sections: [...writing([text, reasons()]), mistake, { fields: [filesToSend] }, change],
  submit: TO_PREVIEW,
});
export const draftForm: FormDefinition = actionForm('draft', stageFields, {
  sections: writing([text, reasons(), filesToSend]),
});

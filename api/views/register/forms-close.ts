// The forms for closing without an answer on the merits, and for later requests of the submitter.
import type { Field } from '../../../src/forms/field.ts';
import { ORAL_CHANNELS } from '../../domain/register/actions/close-otherwise.ts';
import { ERASURE_GROUNDS, NOTED_GROUNDS, UNEXAMINED_GROUNDS } from '../../domain/register/grounds.ts';
import { actionForm, filesToSend, LONGEST_TEXT } from './action-forms.ts';
import { registerWords } from './words.ts';
import { groundWords } from './words-answer.ts';

const ground = (codes: readonly string[], required: string): Field => ({
  kind: 'radio',
  name: 'ground',
  label: 'Tiesiskais pamats',
  required,
  options: codes.map(id => ({ id, label: groundWords[id] ?? id })),
});

const told = (label: string, required?: string, hint = 'Iesniedzējs to izlasīs.'): Field => ({
  kind: 'textarea',
  name: 'text',
  label,
  hint,
  ...(required ? { required } : {}),
  maxLength: LONGEST_TEXT,
  rows: 6,
});

export const takeNoteForm = actionForm('take-note', [
  ground(NOTED_GROUNDS, 'Izvēlieties, kāpēc atbilde nav vajadzīga.'),
  told('Ziņa iesniedzējam'),
]);
export const leaveUnexaminedForm = actionForm('leave-unexamined', [
  ground(UNEXAMINED_GROUNDS, 'Izvēlieties, pēc kura likuma punkta iesniegumu neizskata.'),
  told(
    'Iemesls',
    undefined,
    'Iesniedzējs to izlasīs. Obligāts vienmēr, izņemot gadījumu, kad nav norādīts iesniedzējs (7. panta otrā daļa).',
  ),
]);
export const withdrawForm = actionForm('withdraw', [
  {
    kind: 'radio',
    name: 'channel',
    label: 'Kā iesniedzējs to pateica',
    required: 'Norādiet, kā iesniedzējs atsauca iesniegumu.',
    options: ORAL_CHANNELS.map(id => ({ id, label: registerWords.channels[id] })),
  },
  {
    kind: 'date',
    name: 'on',
    label: 'Kad',
    hint: 'Piemēram, 2026-11-24.',
    required: 'Norādiet, kurā dienā iesniedzējs atsauca iesniegumu.',
    maxLength: 10,
    notAfterToday: true,
  },
]);
export const messageForm = actionForm('message', [told('Ziņa', 'Ierakstiet ziņu.'), filesToSend]);
export const readForm = actionForm('read', []);
export const declineReviewForm = actionForm('decline-review', [
  told('Kāpēc izskatīšanu neatsāk', 'Ierakstiet, kāpēc izskatīšanu neatsāk.'),
]);
export const answerErasureForm = actionForm('answer-erasure', [
  ground(ERASURE_GROUNDS, 'Izvēlieties atbildes tiesisko pamatu.'),
  told('Paskaidrojums', 'Paskaidrojiet, kas tiek dzēsts, kas ne un kāpēc.'),
]);

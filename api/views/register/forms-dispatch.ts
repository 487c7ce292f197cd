// The form for the day on which a reply was sent.
import { SENT_BY } from '../../domain/register/serving.ts';
import { actionForm } from './action-forms.ts';
import { registerWords } from './words.ts';

export const dispatchForm = actionForm('dispatch', [
  {
    kind: 'date',
    name: 'on',
    label: 'Nosūtīšanas diena',
    hint: 'Diena, kurā vēstule nodota pastā vai nosūtīta uz e-adresi. Pēc tās skaita, vai atbilde sniegta laikā.',
    required: 'Norādiet, kurā dienā atbilde nosūtīta.',
    maxLength: 10,
    notAfterToday: true,
  },
  {
    kind: 'radio',
    name: 'way',
    label: 'Kā nosūtīta',
    required: 'Izvēlieties, kā atbilde nosūtīta.',
    options: SENT_BY.map(id => ({ id, label: registerWords.sentBy[id] })),
  },
]);

// The form of a legal hold.
import { actionForm } from './action-forms.ts';

const why = (label: string, required: string) =>
  ({
    kind: 'textarea',
    name: 'text',
    label,
    hint: 'Redz tikai darbinieki, kuri drīkst atvērt lietu.',
    required,
    maxLength: 2_000,
    rows: 3,
  }) as const;

export const holdForm = actionForm('hold', [
  why('Kāpēc lietu nedrīkst iznīcināt', 'Paskaidrojiet, kāpēc lietu nedrīkst iznīcināt.'),
]);
export const liftHoldForm = actionForm(
  'hold',
  [why('Kāpēc lietu atkal drīkst iznīcināt', 'Paskaidrojiet, kāpēc lietu atkal drīkst iznīcināt.')],
  { submit: 'Atļaut iznīcināt' },
);

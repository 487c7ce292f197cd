// The form of a legal hold.
import { actionForm, innerReason } from './action-forms.ts';

export const holdForm = actionForm('hold', [
  innerReason('Kāpēc lietu nedrīkst iznīcināt', 'Paskaidrojiet, kāpēc lietu nedrīkst iznīcināt.'),
]);
export const liftHoldForm = actionForm(
  'hold',
  [innerReason('Kāpēc lietu atkal drīkst iznīcināt', 'Paskaidrojiet, kāpēc lietu atkal drīkst iznīcināt.')],
  { submit: 'Atļaut iznīcināt' },
);

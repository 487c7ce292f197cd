// Texts of the proof-of-work widget. Separate from the other messages because browsers load them only when
// needed.
import type { Language } from './field.ts';

const lv = {
  label: 'Es neesmu programma',
  verifying: 'Notiek pārbaude…',
  verified: 'Pārbaudīts',
  waitAlert: 'Notiek pārbaude, lūdzu, uzgaidiet.',
  error: 'Pārbaude neizdevās. Sūtiet vēlreiz: saņemsim arī bez tās.',
  expired: 'Pārbaude ir novecojusi. To veiksim no jauna, kad sūtīsiet.',
};

const en: typeof lv = {
  label: 'I am not a program',
  verifying: 'Checking…',
  verified: 'Checked',
  waitAlert: 'Checking, please wait.',
  error: 'The check failed. Send again: we receive it without the check, too.',
  expired: 'The check is out of date. It is done anew when you send.',
};

/** The widget's words in the language of the form. */
export const proofWordsIn = (lang: Language): typeof lv => (lang === 'en' ? en : lv);

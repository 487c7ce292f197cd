// Texts of survey forms in both languages.
import type { Language } from './field.ts';

const lv = {
  token: {
    label: 'Kods no ielūguma',
    hint: '17 burti un cipari. Lielie vai mazie burti, atstarpes un defises nav svarīgas. Kods der vienu reizi.',
    required: 'Ierakstiet kodu no ielūguma. Bez tā atbildēt nevar.',
  },
  submit: 'Nosūtīt atbildes',
  next: 'Tālāk',
  back: 'Atpakaļ',
  page: (page: number, of: number) => `${page}. lapa no ${of}`,
  answered: (answered: number, of: number) => `Atbildēts: ${answered} no ${of}`,
};

const en: typeof lv = {
  token: {
    label: 'Code from the invitation',
    hint: '17 letters and digits. Capitals, spaces and hyphens do not matter. The code is good for one answer.',
    required: 'Enter the code from the invitation. Without it you cannot answer.',
  },
  submit: 'Send the answers',
  next: 'Next',
  back: 'Back',
  page: (page, of) => `Page ${page} of ${of}`,
  answered: (answered, of) => `Answered: ${answered} of ${of}`,
};

export const surveyWords: Readonly<Record<Language, typeof lv>> = { lv, en };

// What a survey's form says by itself, in both languages.
import type { Language } from './field.ts';

const lv = {
  submit: 'Nosūtīt atbildes',
  next: 'Tālāk',
  back: 'Atpakaļ',
  page: (page: number, of: number) => `${page}. lapa no ${of}`,
  answered: (answered: number, of: number) => `Atbildēts: ${answered} no ${of}`,
};

const en: typeof lv = {
  submit: 'Send the answers',
  next: 'Next',
  back: 'Back',
  page: (page, of) => `Page ${page} of ${of}`,
  answered: (answered, of) => `Answered: ${answered} of ${of}`,
};

export const surveyWords: Readonly<Record<Language, typeof lv>> = { lv, en };

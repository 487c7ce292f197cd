// Selects the wording around the forms by language.
import type { Language } from './messages.ts';
import { formPagesEn } from './messages-forms.en.ts';
import { formPagesLv } from './messages-forms.lv.ts';

export const formPagesIn = (lang: Language): typeof formPagesLv =>
  lang === 'en' ? formPagesEn : formPagesLv;

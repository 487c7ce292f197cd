// The messages of a form by language: one shape, two languages.
import type { Language } from './field.ts';
import { messagesEn } from './messages.en.ts';
import { type FormMessages, messagesLv } from './messages.lv.ts';

const MESSAGES: Readonly<Record<Language, FormMessages>> = { lv: messagesLv, en: messagesEn };

export const messagesIn = (lang: Language): FormMessages => MESSAGES[lang];

// Selects a page's wording: one shape, two languages, Latvian first.
import { en } from './messages.en.ts';
import { lv } from './messages.lv.ts';

export type Language = 'lv' | 'en';
export type Messages = typeof lv;

const MESSAGES: Record<Language, Messages> = { lv, en };

export const messagesFor = (language: Language): Messages => MESSAGES[language];

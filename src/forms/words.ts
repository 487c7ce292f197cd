// The wording of a form by language. Field names and values are the same in every language: they are the
// contract.
import type { Language } from './field.ts';
import { wordsEn } from './words.en.ts';
import { type Words, wordsLv } from './words.lv.ts';

const WORDS: Readonly<Record<Language, Words>> = { lv: wordsLv, en: wordsEn };

export const wordsIn = (lang: Language): Words => WORDS[lang];

/** The address a form posts to; the language is part of it, because `lang` is not a field. */
export const actionIn = (lang: Language, address: string): string =>
  lang === 'lv' ? address : `${address}?lang=${lang}`;

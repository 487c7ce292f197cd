// The wording of the search by language.
import type { Language } from '../site/messages.ts';
import { wordsEn } from './words.en.ts';
import { type SearchWords, wordsLv } from './words.lv.ts';

const WORDS: Readonly<Record<Language, SearchWords>> = { lv: wordsLv, en: wordsEn };

export const wordsIn = (lang: Language): SearchWords => WORDS[lang];

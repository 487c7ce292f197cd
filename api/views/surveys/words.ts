// The words of survey results by language, and the addresses of public results.
import type { Language } from '../../../src/forms/field.ts';
import { resultWordsEn } from './words.en.ts';
import { type ResultWords, resultWordsLv } from './words.lv.ts';

export const resultWords = (lang: Language): ResultWords => (lang === 'en' ? resultWordsEn : resultWordsLv);

export const resultsAddress = (survey: string, lang: Language): string =>
  lang === 'en' ? `/en/surveys/${survey}/results/` : `/aptaujas/${survey}/rezultati/`;

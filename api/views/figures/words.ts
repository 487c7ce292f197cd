// The words of the public figures, by language.
import type { Language } from '../../../src/forms/field.ts';
import { figureWordsEn } from './words.en.ts';
import { type FigureWords, figureWordsLv } from './words.lv.ts';

export const figureWords = (lang: Language): FigureWords => (lang === 'en' ? figureWordsEn : figureWordsLv);

/** Address of the figures. */
export const figuresAddress = (lang: Language): string => (lang === 'en' ? '/en/figures/' : '/parskats/');

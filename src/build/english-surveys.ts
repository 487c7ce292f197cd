// Surveys with their English words, for the pages of the English edition.
import { type CollectionEntry, getCollection } from 'astro:content';
import { translated } from '../forms/survey/english.ts';
import type { Survey } from '../surveys/schema.ts';

export interface EnglishSurveyPage {
  /** The definition in English; its id is that of the Latvian survey. */
  readonly survey: Survey & { readonly id: string };
  /** The file whose body is the introduction. */
  readonly text: CollectionEntry<'surveysEn'>;
}

/** Every survey that is said to be in English and has a page; those of staff stand in no list. */
export async function englishSurveys(): Promise<readonly EnglishSurveyPage[]> {
  const [surveys, texts] = await Promise.all([
    getCollection('surveys', ({ data }) => data.audience !== 'kiosk' && data.languages.includes('en')),
    getCollection('surveysEn'),
  ]);
  return surveys.flatMap(({ id, data }) => {
    const text = texts.find(entry => entry.id === id);
    // The content check refuses a survey that is declared as translated without a translation.
    return text === undefined ? [] : [{ survey: inEnglish({ id, ...data }, text), text }];
  });
}

const inEnglish = (survey: EnglishSurveyPage['survey'], { data }: CollectionEntry<'surveysEn'>) =>
  translated(survey, data) as EnglishSurveyPage['survey'];

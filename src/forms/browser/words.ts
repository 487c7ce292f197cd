// The wording for the page's language, and the names of forms.
import { formOf } from './kept.ts';
import { wordsEn } from './words.en.ts';
import { type KeepWords, wordsLv } from './words.lv.ts';

const keepWordsIn = (lang: string): KeepWords => (lang === 'en' ? wordsEn : wordsLv);

/** The wording in the language of the present page. */
export const say = keepWordsIn(document.documentElement.lang);

export interface FormWords {
  /** “Sūdzība” */
  readonly name: string;
  /** Address of the page with the form. */
  readonly page: string;
  readonly isSurvey: boolean;
  /** First part of a draft file's name. */
  readonly file: string;
}

/**
 * The words for the form that posts to this address. Its page and file are in its own language, its name in
 * the page's.
 */
export function formWords(action: string): FormWords {
  const own = keepWordsIn(action.includes('lang=en') ? 'en' : 'lv').forms;
  const [, survey] = /^\/api\/surveys\/([^/]+)\/responses$/.exec(formOf(action)) ?? [];
  const kind = survey ? 'survey' : formOf(action) === '/api/complaints' ? 'complaint' : 'feedback';
  const { page, file } = own[kind];
  return {
    name: say.forms[kind].name,
    page: survey ? `${page}${survey}/` : page,
    isSurvey: kind === 'survey',
    file,
  };
}

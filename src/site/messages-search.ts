// Selects the wording of the search box by language.
import type { Language } from './messages.ts';
import { searchEn } from './messages-search.en.ts';
import { searchLv } from './messages-search.lv.ts';

export const searchBoxIn = (lang: Language): typeof searchLv => (lang === 'en' ? searchEn : searchLv);

// Functions over search documents. Their shape is part of the site bundle (`src/contract/search.ts`).

import type { SearchData, SearchDocument } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';

/** The language a document is written in. */
export const languageOf = ({ lang }: Pick<SearchDocument, 'lang'>): Language => lang ?? 'lv';

/** The documents offered to a reader who has not typed anything, in their language and the editors' order. */
export const popularOf = ({ documents, popular }: SearchData, lang: Language): SearchDocument[] =>
  popular
    .flatMap(address => documents.find(({ url }) => url === address) ?? [])
    .filter(document => languageOf(document) === lang);

// What can be found: one document for each page, rule point and person. The shape the build writes and the engine reads.

import type { Language } from '../site/messages.ts';

export const KINDS = ['service', 'hours', 'staff', 'page', 'rule'] as const;
export type Kind = (typeof KINDS)[number];

export interface SearchDocument {
  /** `/pakalpojumi/suna-registracija/`; no two documents share one. */
  readonly url: string;
  readonly kind: Kind;
  /** When it is not Latvian. */
  readonly lang?: 'en';
  /** Of an English page: the address of the Latvian one that says the same. */
  readonly twin?: string;
  readonly title: string;
  /** One or two sentences, shown under the title. */
  readonly summary: string;
  readonly headings: readonly string[];
  /** Everyday words for what the title says officially. */
  readonly keywords: readonly string[];
  /** What else it says: each stem once, with spaces between; empty in the browser's copy. */
  readonly text: string;
}

/** All that searching needs of the site. */
export interface SearchData {
  readonly documents: readonly SearchDocument[];
  readonly synonyms: readonly (readonly string[])[];
  /** Addresses of the documents offered to whoever has not typed anything. */
  readonly popular: readonly string[];
  /** The centre's, for whoever finds nothing. */
  readonly phone: string;
}

/** The language a document is written in. */
export const languageOf = ({ lang }: Pick<SearchDocument, 'lang'>): Language => lang ?? 'lv';

/** The documents offered to whoever has not typed anything, in their language and the editors' order. */
export const popularOf = ({ documents, popular }: SearchData, lang: Language): SearchDocument[] =>
  popular
    .flatMap(address => documents.find(({ url }) => url === address) ?? [])
    .filter(document => languageOf(document) === lang);

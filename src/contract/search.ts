// The search part of the site bundle: one document for each page, rule point and person. Pure.
import * as z from 'zod';

export const SEARCH_KINDS = ['service', 'hours', 'staff', 'page', 'rule'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const searchDocument = z.strictObject({
  /** Address of the page, for example `/pakalpojumi/suna-registracija/`; unique among all documents. */
  url: z.string(),
  kind: z.enum(SEARCH_KINDS),
  /** Set only when the document is not in Latvian. */
  lang: z.literal('en').exactOptional(),
  /** Of an English page: the address of the Latvian page with the same content. */
  twin: z.string().exactOptional(),
  title: z.string(),
  /** One or two sentences, shown under the title. */
  summary: z.string(),
  headings: z.array(z.string()).readonly(),
  /** Everyday words for an official title. */
  keywords: z.array(z.string()).readonly(),
  /** Stems of all other words, each once, separated by spaces; empty in the copy for browsers. */
  text: z.string(),
});

export const searchSchema = z.strictObject({
  documents: z.array(searchDocument).readonly(),
  /** Groups of words with the same meaning (`content/synonyms.yaml`). */
  synonyms: z.array(z.array(z.string()).readonly()).readonly(),
  /** Addresses of the documents shown before anything is typed. */
  popular: z.array(z.string()).readonly(),
  /** Telephone number of the centre, shown when nothing is found. */
  phone: z.string(),
});

export type SearchDocument = z.infer<typeof searchDocument>;
/** Everything that the search needs from the site. */
export type SearchData = z.infer<typeof searchSchema>;

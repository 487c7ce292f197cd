// What a new file or entry is made from, and what is made. Pure.
import type { ContentDocument } from '../../check/document.ts';
import type { SiteIndex } from '../../check/site-index.ts';
import type { ContentFile } from '../../content-files.ts';

/** The site as it is, for what a new entry may refer to. */
export interface Present {
  readonly files: readonly ContentFile[];
  readonly documents: readonly ContentDocument[];
  readonly site: SiteIndex;
  readonly today: string;
}

/** What is to be written where, or in Latvian why not. */
export type Plan =
  | {
      readonly path: string;
      readonly text: string;
      readonly isNew: boolean;
      readonly notes?: readonly string[];
    }
  | { readonly refusal: string };

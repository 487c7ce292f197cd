// The input and the result of creating a file or entry. Pure.
import type { ContentDocument } from '../../check/document.ts';
import type { SiteIndex } from '../../check/site-index.ts';
import type { ContentFile } from '../../content-files.ts';

/** The current site, for references of a new entry. */
export interface Present {
  readonly files: readonly ContentFile[];
  readonly documents: readonly ContentDocument[];
  readonly site: SiteIndex;
  readonly today: string;
}

/** The text to write and its path, or a Latvian message why not. */
export type Plan =
  | {
      readonly path: string;
      readonly text: string;
      readonly isNew: boolean;
      readonly notes?: readonly string[];
    }
  | { readonly refusal: string };

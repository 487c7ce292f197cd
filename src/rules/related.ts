// Other pages of the site that relate to a point of the rules. The page collects them, because slices do not
// import each other.

export interface RelatedLink {
  readonly kind: 'service' | 'question' | 'complaint';
  readonly label: string;
  readonly href: string;
}

/** By point number. */
export type RelatedByPoint = ReadonlyMap<string, readonly RelatedLink[]>;

// What else on the site a point of the rules has to do with. The page gathers it, since slices do not know each other.

export interface RelatedLink {
  readonly kind: 'service' | 'question' | 'complaint';
  readonly label: string;
  readonly href: string;
}

/** By point number. */
export type RelatedByPoint = ReadonlyMap<string, readonly RelatedLink[]>;

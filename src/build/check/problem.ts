// A problem found by the content check, complete enough for an editor to correct it alone.

/**
 * Headings of the editors' handbook (docs/redaktoram/README.md); each kind of mistake has a paragraph there.
 */
export type Anchor =
  | 'nezinams-lauks'
  | 'trukst-lauka'
  | 'nepareiza-vertiba'
  | 'nezinama-atsauce'
  | 'numeracija'
  | 'dublets'
  | 'datumu-seciba'
  | 'nosacijums'
  | 'aptaujas-uzbuve'
  | 'redakcija'
  | 'teksts-mdx'
  | 'saite';

export interface Problem {
  /** `content/services/x.mdx` */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** For example `sections[1].questions[2].rulePoint`, or the part of the file that the problem is about. */
  readonly field: string;
  /** The value as written; empty when something is missing. */
  readonly found: string;
  /** What is wrong: starts with a lower-case letter, has no full stop. */
  readonly message: string;
  /** What to write instead: whole sentences. */
  readonly fix: string;
  readonly anchor: Anchor;
}

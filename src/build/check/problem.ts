// What the content check finds: one value per mistake, complete enough to correct it without asking anyone.

/** Headings of the editor's handbook, docs/redaktoram/README.md; each kind of mistake has its paragraph there. */
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
  /** `sections[1].questions[2].rulePoint`, or what part of the file it is about. */
  readonly field: string;
  /** What was found, as written; empty when something is missing. */
  readonly found: string;
  /** What is wrong, starting with a small letter, without a full stop. */
  readonly message: string;
  /** What to write instead: whole sentences. */
  readonly fix: string;
  readonly anchor: Anchor;
}

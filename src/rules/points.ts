// The result of parsing the rules: chapters, numbered points, and problems of numbering.

export interface RulePoint {
  /** `5.2.3`, without the dot at the end. */
  readonly number: string;
  readonly text: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** 1 for `5.`, 3 for `5.2.3.` */
  readonly level: number;
}

export interface RuleChapter {
  /** `IV` */
  readonly numeral: string;
  readonly title: string;
  readonly line: number;
  readonly points: readonly RulePoint[];
}

/** A problem for an editor to correct; the texts are Latvian and shown as they are. */
export interface RuleProblem {
  readonly line: number;
  readonly field: string;
  readonly what: string;
  readonly found: string;
  readonly fix: string;
}

export interface ParsedRules {
  readonly chapters: readonly RuleChapter[];
  readonly problems: readonly RuleProblem[];
}

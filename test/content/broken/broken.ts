// One mistake of an editor, and what the check must report.

export interface Broken {
  readonly name: string;
  readonly path: string;
  /** The piece of the valid file that is replaced, and its replacement. */
  readonly from: string;
  readonly to: string;
  /** `line field: part of the message | part of the remedy`: exactly one for each problem. */
  readonly says: readonly string[];
}

export const service = 'content/services/dzivesvieta.mdx';
export const staff = 'content/staff/anna.mdx';
export const hours = 'content/hours/klatiene.mdx';
export const survey = 'content/surveys/aptauja.mdx';
export const staffSurvey = 'content/surveys/darbiniekiem.mdx';
export const site = 'content/site.yaml';
export const page = 'content/pages/par-mums.mdx';
export const rules = 'content/rules/2017-11-06.mdx';

/** Builds one entry. */
export const broken = (
  name: string,
  path: string,
  from: string,
  to: string,
  ...says: readonly string[]
): Broken => ({
  name,
  path,
  from,
  to,
  says,
});

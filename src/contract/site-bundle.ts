// The contract between the build and the API: everything that the API takes from the site. The build writes a file of
// this shape (`build/site-bundle.json`), and every program that reads the file checks it against this schema. Pure.
import * as z from 'zod';
import { calendarSchema, policiesSchema } from '../calendar/schema.ts';
import type { SurveyDefinition } from '../forms/survey/definition.ts';
import { surveySchema } from '../surveys/schema.ts';
import { deskContentSchema, deskSchema } from './desk.ts';
import { searchSchema } from './search.ts';

const namedOption = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The name in the English edition, when it has been translated. */
  labelEn: z.string().optional(),
});

const centre = z.strictObject({
  name: z.string(),
  shortName: z.string(),
  institution: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
});

const surveys: z.ZodType<readonly SurveyDefinition[]> = z.array(surveySchema.extend({ id: z.string() }));

/** The data of the content collections and single documents. */
const site = {
  centre,
  services: z.array(namedOption).readonly(),
  staff: z.array(namedOption).readonly(),
  rulePoints: z.array(namedOption).readonly(),
  surveys,
  /** The translated surveys, in English: other words, the same questions. */
  surveysEn: surveys,
  calendar: calendarSchema,
  policies: policiesSchema.shape.policies.readonly(),
};

/** What Astro writes to `/internal/site.json`: the bundle without the page shells. */
const content = {
  ...site,
  search: searchSchema,
  /** Address of the stylesheet for figures. */
  figuresCss: z.string(),
  /** Address of the additional stylesheet for survey results. */
  resultsCss: z.string(),
};

/** Pages with the site's header and footer and the markers of `api/views/shell.ts`. English: null when it is off. */
const shells = {
  shell: z.string(),
  shellEn: z.string().nullable(),
  /** Like `shell`, with the search script and without the search box in the header. */
  searchShell: z.string(),
  searchShellEn: z.string().nullable(),
};

const siteDataSchema = z.strictObject(site);

const siteContentSchema = z.strictObject({ ...content, desk: deskContentSchema });

export const siteBundleSchema = z.strictObject({
  ...content,
  ...shells,
  /** What only the register needs; null on the edge, which has no register. */
  desk: deskSchema.nullable(),
});

export type NamedOption = z.infer<typeof namedOption>;
export type SiteData = z.infer<typeof siteDataSchema>;
export type SiteContent = z.infer<typeof siteContentSchema>;
export type SiteBundle = z.infer<typeof siteBundleSchema>;

export type ReadBundle =
  | { readonly ok: true; readonly bundle: SiteBundle }
  | { readonly ok: false; readonly problems: readonly string[] };

/** At most this many differences are listed; a foreign file may differ in every field. */
const MOST_PROBLEMS = 5;

/**
 * Reads the text of a site bundle. `problems` names in Latvian each field that is missing or differs, as
 * `policies: trūkst`, because the file was made by another version of the program or is not a site bundle.
 */
export function readSiteBundle(text: string): ReadBundle {
  const json = parsed(text);
  if (json === undefined) return { ok: false, problems: ['fails nav JSON'] };
  const result = siteBundleSchema.safeParse(json, { reportInput: true });
  if (result.success) return { ok: true, bundle: result.data };
  const problems = [...new Set(result.error.issues.flatMap(wordsOf))];
  return { ok: false, problems: listed(problems) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => `${path ? `${path}.` : ''}${key}: lieks lauks`);
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return [`${path || 'fails'}: ${isMissing ? 'trūkst' : 'cits saturs'}`];
}

const listed = (problems: readonly string[]): readonly string[] =>
  problems.length > MOST_PROBLEMS
    ? [...problems.slice(0, MOST_PROBLEMS), `vēl ${problems.length - MOST_PROBLEMS}`]
    : problems;

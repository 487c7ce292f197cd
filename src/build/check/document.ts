// Parses one content file: its kind, its id, its fields with their lines, and its body. Pure.
import type * as z from 'zod';
import { CALENDAR_FILE } from '../../calendar/calendar.ts';
import { POLICY_FILE } from '../../calendar/deadline.ts';
import { RETENTION_FILE, retentionSchema } from '../../calendar/retention-schema.ts';
import { calendarSchema, policiesSchema } from '../../calendar/schema.ts';
import { hoursSchema } from '../../hours/schema.ts';
import { ruleEditionSchema } from '../../rules/schema.ts';
import { synonymsSchema } from '../../search/schema.ts';
import { englishServiceSchema } from '../../services/english-schema.ts';
import { serviceSchema } from '../../services/schema.ts';
import { factsSchema } from '../../site/facts-schema.ts';
import { pageSchema } from '../../site/page-schema.ts';
import { repliesSchema } from '../../site/replies-schema.ts';
import { staffSchema } from '../../staff/schema.ts';
import { englishSurveySchema } from '../../surveys/english-schema.ts';
import { surveySchema } from '../../surveys/schema.ts';
import { surveyVersionsSchema } from '../../surveys/versions-schema.ts';
import type { ContentFile } from '../content-files.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { remembered } from './remembered.ts';
import { type Path, readYaml, type YamlDocument } from './yaml.ts';
import { explainFaults } from './yaml-faults.ts';

/** Folders of texts, and single files. */
export const SCHEMAS = {
  rules: ruleEditionSchema,
  services: serviceSchema,
  'services-en': englishServiceSchema,
  staff: staffSchema,
  hours: hoursSchema,
  surveys: surveySchema,
  'surveys-en': englishSurveySchema,
  'survey-versions': surveyVersionsSchema,
  pages: pageSchema,
  site: factsSchema,
  calendar: calendarSchema,
  policy: policiesSchema,
  retention: retentionSchema,
  synonyms: synonymsSchema,
  replies: repliesSchema,
} as const satisfies Record<string, z.ZodType>;
export type Kind = keyof typeof SCHEMAS;

/** The required places of the single files. */
export const SINGLE_FILES = {
  site: 'content/site.yaml',
  calendar: CALENDAR_FILE,
  policy: POLICY_FILE,
  retention: RETENTION_FILE,
  synonyms: 'content/synonyms.yaml',
  replies: 'content/replies.yaml',
} as const;

export interface ContentDocument {
  readonly file: string;
  readonly kind: Kind;
  /** The file name without folder and extension. */
  readonly id: string;
  /** Empty when the YAML cannot be read. */
  readonly data: unknown;
  readonly yaml: YamlDocument;
  readonly body: string;
  readonly bodyLine: number;
}

const TEXT_PATH =
  /^content\/(rules|services|services-en|staff|hours|surveys|surveys-en|pages)\/([^/]+)\.mdx?$/;

/** Written by a command, next to the files that editors write. */
const DATA_PATH = /^content\/(survey-versions)\/([^/]+)\.yaml$/;

/** The kind and id of a path, or undefined when the site does not read such a file. */
export function kindOf(path: string): { readonly kind: Kind; readonly id: string } | undefined {
  const text = TEXT_PATH.exec(path) ?? DATA_PATH.exec(path);
  if (text !== null) return { kind: text[1] as Kind, id: text[2] ?? '' };
  const single = Object.entries(SINGLE_FILES).find(([, file]) => file === path);
  return single === undefined ? undefined : { kind: single[0] as Kind, id: single[0] };
}

/** Parses a file; undefined when the site does not read it. An unreadable file still gets its id. */
export const readDocument = remembered(takeApart);

function takeApart({ path, text }: ContentFile): ContentDocument | undefined {
  const place = kindOf(path);
  if (place === undefined) return undefined;
  const source = text.replace(/^\uFEFF/, '');
  if (path.endsWith('.yaml')) {
    const yaml = readYaml(source, 1, 1);
    return { ...place, file: path, data: yaml.data ?? {}, yaml, body: '', bodyLine: 1 };
  }
  const split = splitFrontMatter(source);
  if ('fault' in split) {
    return { ...place, file: path, data: {}, yaml: unreadable(split.line), body: '', bodyLine: split.line };
  }
  const yaml = readYaml(split.yaml, split.yamlLine, split.yamlLine - 1);
  return { ...place, file: path, data: yaml.data ?? {}, yaml, body: split.body, bodyLine: split.bodyLine };
}

const unreadable = (line: number): YamlDocument => ({
  data: undefined,
  faults: [{ code: 'NO_FRONT_MATTER', line }],
  lineOf: () => line,
  sourceOf: () => undefined,
});

/** The reasons why the front matter of a file cannot be read. `document` is the same file, parsed. */
export function readingProblems(
  { path, text }: ContentFile,
  document: ContentDocument | undefined,
): readonly Problem[] {
  if (document === undefined) return [];
  if (!path.endsWith('.yaml')) {
    const split = splitFrontMatter(text.replace(/^\uFEFF/, ''));
    if ('fault' in split) return [fenceProblem(path, split)];
  }
  return explainFaults(document.yaml.faults, text).map(fault => ({
    file: path,
    field: path.endsWith('.yaml') ? 'fails' : 'galvene',
    ...fault,
  }));
}

function fenceProblem(file: string, split: { fault: 'no-start' | 'no-end'; line: number }): Problem {
  const place = { file, line: split.line, field: 'galvene', found: '', anchor: 'trukst-lauka' } as const;
  return split.fault === 'no-start'
    ? {
        ...place,
        message: 'faila sākumā nav galvenes',
        fix: 'Pašā pirmajā rindā rakstiet “---”, zem tās laukus, tad vēlreiz “---” un aiz tā tekstu.',
      }
    : { ...place, message: 'galvene nav noslēgta', fix: 'Aiz pēdējā lauka jaunā rindā rakstiet “---”.' };
}

/**
 * Name of a field for messages, for example `sections[1].questions[3].rulePoint`. Entries are counted from 1.
 */
export const fieldName = (path: Path): string =>
  path
    .map(part => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

/** A problem at a field of a document. */
export const problemAt = (
  document: ContentDocument,
  path: Path,
  rest: Pick<Problem, 'found' | 'message' | 'fix' | 'anchor'>,
): Problem => ({
  file: document.file,
  line: document.yaml.lineOf(path),
  field: fieldName(path) || 'galvene',
  ...rest,
});

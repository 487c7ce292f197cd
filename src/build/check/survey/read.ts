// Reads the questions of a survey out of front matter that may not have obeyed its schema. Pure.
import type { ContentDocument } from '../document.ts';
import { valueAt } from '../schema-path.ts';
import { entriesAt, surveyQuestions, textAt } from '../values.ts';
import type { Path } from '../yaml.ts';

export interface FoundQuestion {
  readonly path: Path;
  /** Empty where it is missing. */
  readonly id: string;
  readonly kind: string;
  /** Place of its section in the file, from 0. */
  readonly section: number;
}

/** The sections with where they stand. */
export const sectionsOf = ({ data }: ContentDocument): readonly { readonly path: Path }[] =>
  entriesAt(data, ['sections']);

/** Every question in the order of the file. */
export const questionsOf = (document: ContentDocument): readonly FoundQuestion[] =>
  surveyQuestions(document.data).map(path => ({
    path,
    id: wordAt(document.data, [...path, 'id']),
    kind: wordAt(document.data, [...path, 'kind']),
    section: Number(path[1]),
  }));

/** The text at `path`; an empty one where there is none. */
export const wordAt = (data: unknown, path: Path): string => textAt(data, path)[0]?.value ?? '';

/** The number at `path`, where there is one. */
export function numberAt(data: unknown, path: Path): number | undefined {
  const value = valueAt(data, path);
  return typeof value === 'number' ? value : undefined;
}

/** What stands at `path`, or what the schema takes where nothing does. */
export function flagAt(data: unknown, path: Path, standard: boolean): boolean {
  const value = valueAt(data, path);
  return typeof value === 'boolean' ? value : standard;
}

// Reads the questions of a survey from front matter that may not match its schema. Pure.
import type { ContentDocument } from '../document.ts';
import { valueAt } from '../schema-path.ts';
import { entriesAt, surveyQuestions, textAt } from '../values.ts';
import type { Path } from '../yaml.ts';

export interface FoundQuestion {
  readonly path: Path;
  /** Empty where it is missing. */
  readonly id: string;
  readonly kind: string;
  /** Index of its section in the file, from 0. */
  readonly section: number;
}

/** The sections with their paths. */
export const sectionsOf = ({ data }: ContentDocument): readonly { readonly path: Path }[] =>
  entriesAt(data, ['sections']);

/** Every question, in the order of the file. */
export const questionsOf = (document: ContentDocument): readonly FoundQuestion[] =>
  surveyQuestions(document.data).map(path => ({
    path,
    id: wordAt(document.data, [...path, 'id']),
    kind: wordAt(document.data, [...path, 'kind']),
    section: Number(path[1]),
  }));

/** The text at `path`; empty when there is none. */
export const wordAt = (data: unknown, path: Path): string => textAt(data, path)[0]?.value ?? '';

/** The number at `path`; undefined when there is none. */
export function numberAt(data: unknown, path: Path): number | undefined {
  const value = valueAt(data, path);
  return typeof value === 'number' ? value : undefined;
}

/** The flag at `path`, or the schema's default when it is missing. */
export function flagAt(data: unknown, path: Path, standard: boolean): boolean {
  const value = valueAt(data, path);
  return typeof value === 'boolean' ? value : standard;
}

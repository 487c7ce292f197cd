// Reads lists and texts from parsed YAML that may not match its schema. Pure.
import { valueAt } from './schema-path.ts';
import type { Path } from './yaml.ts';

/** A text with its path. */
export interface Found {
  readonly path: Path;
  readonly value: string;
}

/** The entries of the list at `path`; none when there is no list. */
export function entriesAt(
  data: unknown,
  path: Path,
): readonly { readonly path: Path; readonly value: unknown }[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: [...path, index], value })) : [];
}

/** The text at `path`, as a list of one or none. */
export function textAt(data: unknown, path: Path): readonly Found[] {
  const value = valueAt(data, path);
  return typeof value === 'string' ? [{ path, value }] : [];
}

/** The texts of the list at `path`, or the field `key` of each of its entries. */
export function textsAt(data: unknown, path: Path, key?: string): readonly Found[] {
  return entriesAt(data, path).flatMap(entry =>
    textAt(data, key === undefined ? entry.path : [...entry.path, key]),
  );
}

/** The paths of a survey's questions, in order. */
export const surveyQuestions = (data: unknown): readonly Path[] =>
  entriesAt(data, ['sections']).flatMap(section =>
    entriesAt(data, [...section.path, 'questions']).map(({ path }) => path),
  );

/** The date at `path` as `YYYY-MM-DD`. */
export function dateAt(data: unknown, path: Path): string | undefined {
  const value = valueAt(data, path);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** Every entry whose value occurred before, with the first occurrence. */
export function repeats<T extends { readonly value: string }>(
  entries: readonly T[],
): readonly { readonly entry: T; readonly first: T }[] {
  const seen = new Map<string, T>();
  return entries.flatMap(entry => {
    const first = seen.get(entry.value);
    if (first === undefined) seen.set(entry.value, entry);
    return first === undefined ? [] : [{ entry, first }];
  });
}

// Positions of the parts of a YAML text, as a basis for edits. Pure.
import { type Document, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Path } from '../check/yaml.ts';

/** One replacement in a text; `end` is exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Thrown when an edit cannot be made without changing other text. */
export class NoPlace extends Error {
  override name = 'NoPlace';
}

export const fail = (path: Path): never => {
  throw new NoPlace(`no place for ${path.join('.')}`);
};

export type Range = readonly [start: number, valueEnd: number, nodeEnd: number];
export const rangeOf = (node: unknown): Range =>
  (node as { range?: Range | null } | null)?.range ?? fail(['range']);

export const pairIn = (map: YAMLMap, key: PropertyKey): Pair<Scalar, unknown> | undefined =>
  map.items.find(item => isScalar(item.key) && String(item.key.value) === String(key)) as
    | Pair<Scalar, unknown>
    | undefined;

export const isFlow = (node: unknown): boolean => (node as { flow?: boolean }).flow === true;
export const lineStart = (yaml: string, at: number): number => yaml.lastIndexOf('\n', at - 1) + 1;
export const columnOf = (yaml: string, at: number): string => ' '.repeat(at - lineStart(yaml, at));

/** The start of the line after the one that contains the last character before `at`. */
export function lineEnd(yaml: string, at: number): number {
  const next = yaml.indexOf('\n', Math.max(at - 1, 0));
  return next === -1 ? yaml.length : next + 1;
}

/** The node that contains the last part of a path. */
export function parentOf(document: Document, path: Path): unknown {
  return path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
}

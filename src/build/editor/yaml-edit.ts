// Changes the YAML of a content file without touching any other character: comments, quotes, spaces. Pure.
import { type Document, isMap, isSeq, type Pair, parseDocument } from 'yaml';
import { splitFrontMatter } from '../check/front-matter.ts';
import type { Path } from '../check/yaml.ts';
import { type Appending, appending } from './yaml-append.ts';
import {
  columnOf,
  type Edit,
  fail,
  isFlow,
  lineEnd,
  lineStart,
  pairIn,
  parentOf,
  type Range,
  rangeOf,
} from './yaml-places.ts';

/** One change to the YAML of a file; each step sees the result of the one before. */
export type Step =
  | { readonly set: Path; readonly value: string; readonly after?: string }
  | { readonly remove: Path }
  | Appending;

/**
 * The text of a content file after the steps, with any line ending. Throws NoPlace when a step cannot be
 * applied without changing other text.
 */
export function editYaml(path: string, text: string, steps: readonly Step[]): string {
  const hasReturns = text.includes('\r\n');
  const plain = hasReturns ? text.replaceAll('\r\n', '\n') : text;
  const { before, yaml, after } = yamlIn(path, plain);
  const result = before + steps.reduce(applied, yaml) + after;
  return hasReturns ? result.replaceAll('\n', '\r\n') : result;
}

function yamlIn(path: string, marked: string): { before: string; yaml: string; after: string } {
  // A byte order mark is kept; the check asks the editor to remove it.
  const mark = marked.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = marked.slice(mark.length);
  const split = path.endsWith('.yaml') ? undefined : splitFrontMatter(text);
  if (split === undefined) return { before: mark, yaml: text, after: '' };
  if ('fault' in split) return fail([path]);
  const head = text.split('\n').slice(0, split.yamlLine - 1);
  const start = head.join('\n').length + 1;
  // The fence starts its own line; the front matter ends with the line before it.
  const end = start + split.yaml.length + 1;
  return { before: mark + text.slice(0, start), yaml: text.slice(start, end), after: text.slice(end) };
}

function applied(yaml: string, step: Step): string {
  const document = parseDocument(yaml);
  const { start, end, text } = editOf(document, yaml, step);
  return yaml.slice(0, start) + text + yaml.slice(end);
}

function editOf(document: Document, yaml: string, step: Step): Edit {
  if ('set' in step) return setting(document, yaml, step);
  return 'remove' in step ? removing(document, yaml, step.remove) : appending(document, yaml, step);
}

/** Sets a value, or adds the field after its neighbour `after`. */
function setting(
  document: Document,
  yaml: string,
  { set, value, after }: Extract<Step, { set: Path }>,
): Edit {
  const parent = parentOf(document, set);
  const key = set.at(-1) ?? '';
  if (!isMap(parent)) return fail(set);
  const pair = pairIn(parent, key);
  if (pair !== undefined) {
    const [start, end] = rangeOf(pair.value);
    // A block text ends with a line end, so its replacement must too.
    const text = yaml[end - 1] === '\n' ? `${value}\n` : value;
    return { start, end, text };
  }
  const neighbour = pairIn(parent, after ?? '') ?? fail(set);
  const [, end] = rangeOf(neighbour.value);
  if (isFlow(parent)) return { start: end, end, text: `, ${String(key)}: ${value}` };
  const at = lineEnd(yaml, end);
  const begin = yaml[at - 1] === '\n' ? '' : '\n';
  const text = `${begin}${columnOf(yaml, rangeOf(neighbour.key)[0])}${String(key)}: ${value}\n`;
  return { start: at, end: at, text };
}

/** A field with its name. */
function spanOf({ key, value }: Pair): Range {
  const [start] = rangeOf(key);
  const [, end, after] = rangeOf(value);
  return [start, end, after];
}

/** Removes a field or a list entry, with its line when it has one of its own. */
function removing(document: Document, yaml: string, path: Path): Edit {
  const parent = parentOf(document, path);
  const key = path.at(-1) ?? '';
  const { spans, index } = isSeq(parent)
    ? { spans: parent.items.map(item => rangeOf(item)), index: Number(key) }
    : isMap(parent)
      ? { spans: parent.items.map(spanOf), index: parent.items.indexOf(pairIn(parent, key) ?? fail(path)) }
      : fail(path);
  const [start, end] = spans[index] ?? fail(path);
  return isFlow(parent) ? inFlow(spans, index) : wholeLines(yaml, start, end, path);
}

/** Removes the comma before the entry; for the first entry, the comma after it. */
function inFlow(spans: readonly Range[], index: number): Edit {
  const [start = 0, end = 0] = spans[index] ?? [];
  const before = spans[index - 1];
  const next = spans[index + 1];
  if (before !== undefined) return { start: before[1], end, text: '' };
  return { start, end: next?.[0] ?? end, text: '' };
}

function wholeLines(yaml: string, start: number, end: number, path: Path): Edit {
  const line = lineStart(yaml, start);
  // The first field of an entry shares its line with the hyphen; we never remove such a field.
  if (!/^\s*(- )?$/.test(yaml.slice(line, start))) return fail(path);
  if (yaml.slice(line, start).includes('-') && typeof path.at(-1) !== 'number') return fail(path);
  return { start: line, end: lineEnd(yaml, end), text: '' };
}

/**
 * True when a list in brackets contains a comment, which would be lost when its entries get their own lines.
 */
export function hasCommentInside(path: string, text: string, list: Path): boolean {
  const { yaml } = yamlIn(path, text.replaceAll('\r\n', '\n'));
  const node = parseDocument(yaml).getIn(list, true);
  if (!isSeq(node) || !isFlow(node)) return false;
  const [start, end] = rangeOf(node);
  return /(^|\s)#/.test(yaml.slice(start, end));
}

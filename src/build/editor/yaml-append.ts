// Appends an entry to a YAML list and leaves everything else as written. Pure.
import { type Document, isMap, isSeq, type Pair, type Scalar } from 'yaml';
import type { Path } from '../check/yaml.ts';
import { indented } from './new/lines.ts';
import {
  columnOf,
  type Edit,
  fail,
  isFlow,
  lineEnd,
  lineStart,
  pairIn,
  parentOf,
  rangeOf,
} from './yaml-places.ts';

export interface Appending {
  readonly append: Path;
  readonly lines: readonly string[];
}

/** Appends an entry to a list; creates the list when there is none. */
export function appending(document: Document, yaml: string, { append, lines }: Appending): Edit {
  const list = document.getIn(append, true);
  if (isSeq(list) && list.items.length > 0) {
    const [first] = list.items;
    if (isFlow(list)) return unrolled(document, yaml, append, lines);
    // Comments may come before the first entry, so the hyphen is searched on its own line.
    const at = lineEnd(yaml, rangeOf(list.items.at(-1))[1]);
    const hyphen = yaml.lastIndexOf('-', rangeOf(first)[0]);
    return insertion(yaml, at, indented(lines, columnOf(yaml, hyphen)));
  }
  const parent = parentOf(document, append);
  if (!isMap(parent) || isFlow(parent)) return fail(append);
  const pair = pairIn(parent, append.at(-1) ?? '');
  const last = parent.items.at(-1) as Pair<Scalar, unknown> | undefined;
  const indent = columnOf(yaml, rangeOf((pair ?? last ?? fail(append)).key)[0]);
  const block = [`${indent}${String(append.at(-1))}:`, ...indented(lines, `${indent}  `)];
  if (pair === undefined) return insertion(yaml, lineEnd(yaml, rangeOf(last?.value)[1]), block);
  const start = lineStart(yaml, rangeOf(pair.key)[0]);
  return { start, end: lineEnd(yaml, rangeOf(pair.value)[1]), text: `${block.join('\n')}\n` };
}

const insertion = (yaml: string, at: number, lines: readonly string[]): Edit => ({
  start: at,
  end: at,
  text: `${at > 0 && yaml[at - 1] !== '\n' ? '\n' : ''}${lines.join('\n')}\n`,
});

/** A list in brackets becomes a block list, its entries as written, one line each. */
function unrolled(document: Document, yaml: string, path: Path, lines: readonly string[]): Edit {
  const list = document.getIn(path, true);
  const parent = parentOf(document, path);
  const pair = (isMap(parent) ? pairIn(parent, path.at(-1) ?? '') : undefined) ?? fail(path);
  const indent = columnOf(yaml, rangeOf(pair.key)[0]);
  const items = isSeq(list) ? list.items : [];
  const kept = items.map(item => `- ${yaml.slice(...(rangeOf(item).slice(0, 2) as [number, number]))}`);
  const [start, end] = rangeOf(list);
  return {
    start: yaml.slice(0, start).trimEnd().length,
    end,
    text: `\n${indented([...kept, ...lines], `${indent}  `).join('\n')}`,
  };
}

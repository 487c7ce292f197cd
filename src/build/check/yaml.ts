// Parses YAML into a value that keeps the line of every field. Pure.
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type ScalarTag,
  visit,
} from 'yaml';

export type Path = readonly PropertyKey[];

export interface YamlFault {
  readonly code: string;
  /** Line in the file. */
  readonly line: number;
}

export interface YamlDocument {
  /** Undefined when the text cannot be read. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** Line of the field; for a missing field, of its nearest existing parent; otherwise the start. */
  readonly lineOf: (path: Path) => number;
  /** The value as typed: `5.10`, not 5.1. */
  readonly sourceOf: (path: Path) => string | undefined;
}

/** Astro's parser makes a Date of an unquoted date. An impossible day stays a text and is refused later. */
const date: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  identify: () => false,
  test: /^\d{4}-\d{2}-\d{2}$/,
  resolve: text => (isRealDate(text) ? new Date(`${text}T00:00:00Z`) : text),
};

function isRealDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(text);
}

/**
 * Parses YAML.
 * @param firstLine the line of the file on which the text starts
 * @param startLine the line to report when the whole document is meant
 */
export function readYaml(text: string, firstLine: number, startLine: number): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    customTags: tags => [...tags, date],
    logLevel: 'silent',
  });
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const faults = [
    ...document.errors.map(error => ({ code: quoteFault(error), line: line(error.pos[0]) })),
    ...document.warnings.map(warning => ({ code: warning.code, line: line(warning.pos[0]) })),
    ...aliases(document).map(offset => ({ code: 'BAD_ALIAS', line: line(offset) })),
  ];
  return {
    data: faults.length === 0 ? document.toJS() : undefined,
    faults,
    lineOf: path => {
      const offset = offsetOf(document, path);
      return offset === undefined ? startLine : line(offset);
    },
    sourceOf: path => {
      const node = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? undefined) : undefined;
    },
  };
}

/** A missing quotation mark has the same code as other missing characters; editors meet it most often. */
const quoteFault = (error: { code: string; message: string }): string =>
  error.code === 'MISSING_CHAR' && error.message.includes('quote') ? 'MISSING_QUOTE' : error.code;

function aliases(document: Document): readonly number[] {
  const found: number[] = [];
  visit(document, { Alias: (_key, node) => void found.push(node.range?.[0] ?? 0) });
  return found;
}

/** Start of the key of the last path part, or of the deepest part that exists. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (!isNode(node)) return offset;
      offset = node.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

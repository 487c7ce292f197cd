// Compiles the body of an `.mdx` file with the engine that the build uses, and explains what it cannot read.
// Pure.
import { mdxToJs } from 'satteri';
import type { ContentDocument } from './document.ts';
import { explainMdx, tooManyQuotations, tooManySigns } from './mdx-faults.ts';
import type { Problem } from './problem.ts';

export interface MdxResult {
  readonly problems: readonly Problem[];
  /**
   * The file with front matter and unreadable characters blanked out and all lines kept. It compiles unless
   * `isReadable` is false.
   */
  readonly text: string;
  readonly isReadable: boolean;
}

interface Stop {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** The engine stops at the first error; hiding the character it stopped at shows the next one. */
const MOST_FAULTS = 30;

/** Signs that the engine reads in quadratic time, how many of them a text may have, and where they stand. */
const MOST_SIGNS = 500;
const MOST_QUOTATIONS = 20;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*>){${MOST_QUOTATIONS + 1}}`);

/** A text that the engine would read for minutes, as a problem at the first line that is too much. */
function unreadable(document: ContentDocument): Problem | undefined {
  let signs = 0;
  const lines = document.body.split('\n');
  const at = lines.findIndex(line => {
    signs += line.match(/[{<]/g)?.length ?? 0;
    return signs > MOST_SIGNS || TOO_DEEP.test(line);
  });
  if (at < 0) return undefined;
  return {
    file: document.file,
    line: document.bodyLine + at,
    field: 'teksts',
    anchor: 'teksts-mdx',
    ...(signs > MOST_SIGNS ? tooManySigns(MOST_SIGNS) : tooManyQuotations(MOST_QUOTATIONS)),
  };
}

/** All places where the body of a document is not readable MDX. */
export function checkMdx(document: ContentDocument): MdxResult {
  const excess = unreadable(document);
  if (excess) return { problems: [excess], text: '', isReadable: false };
  const problems: Problem[] = [];
  let text = '\n'.repeat(document.bodyLine - 1) + document.body;
  for (let round = 0; round < MOST_FAULTS; round += 1) {
    const stop = compile(text);
    if (stop === undefined) return { problems, text, isReadable: true };
    const lines = text.split('\n');
    const place = culprit(lines, stop);
    problems.push({
      file: document.file,
      line: place.line,
      field: 'teksts',
      anchor: 'teksts-mdx',
      ...explainMdx(stop.reason, (lines[place.line - 1] ?? '').slice(place.column - 1)),
    });
    const masked = mask(lines, [place, ...partner(stop.reason)]);
    if (masked === text) break;
    text = masked;
  }
  return { problems, text, isReadable: false };
}

function compile(text: string): Stop | undefined {
  try {
    mdxToJs(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', reason = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
    return { line: Number(line), column: Number(column), reason };
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** For code, the engine points at an unknown word; the editor needs the place where the code starts. */
function culprit(lines: readonly string[], stop: Stop): Place {
  const before = [...lines.slice(0, stop.line - 1), (lines[stop.line - 1] ?? '').slice(0, stop.column)];
  if (stop.reason.includes('parse expression'))
    return lastPlace(before, text => text.lastIndexOf('{')) ?? stop;
  if (stop.reason.includes('parse esm')) {
    return lastPlace(before, text => (/^(import|export)\b/.test(text) ? 0 : -1)) ?? stop;
  }
  return stop;
}

function lastPlace(lines: readonly string[], find: (text: string) => number): Place | undefined {
  const line = lines.findLastIndex(text => find(text) !== -1);
  return line === -1 ? undefined : { line: line + 1, column: find(lines[line] ?? '') + 1 };
}

/**
 * “… expected closing tag for `<Note>` (3:1)” names the other half of the pair, which would be reported next.
 */
function partner(reason: string): readonly Place[] {
  const match = /\((\d+):(\d+)\)(?! before)/.exec(reason);
  return match === null ? [] : [{ line: Number(match[1]), column: Number(match[2]) }];
}

function mask(lines: readonly string[], places: readonly Place[]): string {
  const masked = [...lines];
  for (const { line, column } of places) {
    const text = masked[line - 1] ?? '';
    // When the error is not a single character, the whole statement is hidden.
    const isSign = /[<{]/.test(text[column - 1] ?? '');
    masked[line - 1] = isSign ? `${text.slice(0, column - 1)} ${text.slice(column)}` : '';
  }
  return masked.join('\n');
}

// Splits a content file into front matter and body and keeps the line numbers. Pure.

interface Split {
  readonly yaml: string;
  /** Line on which the YAML starts. */
  readonly yamlLine: number;
  readonly body: string;
  /** Line on which the body starts. */
  readonly bodyLine: number;
}

export type SplitResult = Split | { readonly fault: 'no-start' | 'no-end'; readonly line: number };

const FENCE = /^---\s*$/;

/** The two parts of an `.md` or `.mdx` file, or which of the two `---` lines is missing. */
export function splitFrontMatter(text: string): SplitResult {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex(line => line.trim() !== '');
  if (start === -1 || !FENCE.test(lines[start] ?? ''))
    return { fault: 'no-start', line: Math.max(start, 0) + 1 };
  const length = lines.slice(start + 1).findIndex(line => FENCE.test(line));
  if (length === -1) return { fault: 'no-end', line: start + 1 };
  const end = start + 1 + length;
  return {
    yaml: lines.slice(start + 1, end).join('\n'),
    yamlLine: start + 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

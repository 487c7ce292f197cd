// YAML lines as text: indentation, list entries, and hints as comments. Pure.

const WIDTH = 110;

export const indented = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.map(line => (line === '' ? '' : `${by}${line}`));

/**
 * The fields of one list entry: the hyphen is on the first line that is not a comment; comments are above it.
 */
export function asItem(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex(line => !line.startsWith('#'));
  return lines.map((line, index) => (index < first ? line : `${index === first ? '- ' : '  '}${line}`));
}

/** A comment, wrapped between words. */
export function wrappedComment(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > WIDTH) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

// The list of decision records, made from the records: `node test/support/decisions.ts` writes it.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

export const INDEX = 'docs/decisions/README.md';

const TITLE = /^# (\d{4}) (.+)$/m;

/** A row of the table. @throws {Error} on a record whose heading is not `# NNNN Title`, or not the number of its file. */
function rowOf(path: string): string {
  const name = basename(path);
  const [, number, title] = TITLE.exec(readFileSync(path, 'utf8')) ?? [];
  if (!number || !title || !name.startsWith(`${number}-`))
    throw new Error(`${path}: the first heading must be “# ${name.slice(0, 4)} Title”`);
  return `| [${number}](${name}) | ${title.replaceAll('|', '\\|')} |`;
}

/** The whole index, with the introduction that it has now. */
export function decisionIndex(): string {
  const [introduction = ''] = readFileSync(INDEX, 'utf8').split(/^\|/m);
  const rows = globSync('docs/decisions/[0-9]*.md').toSorted().map(rowOf);
  return `${introduction}| No. | Decision |\n|---|---|\n${rows.join('\n')}\n`;
}

if (import.meta.main) writeFileSync(INDEX, decisionIndex());

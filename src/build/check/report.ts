// Formats problems for editors: file by file, each with place, mistake and fix.
import { isSingular } from '../../calendar/format.ts';
import type { Problem } from './problem.ts';
import { counted, quoted } from './wording.ts';

const HANDBOOK = 'docs/redaktoram/README.md';

/** The whole report; for an empty list, one line that says the content is in order. */
export function formatReport(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'Saturs ir kārtībā.';
  const files = [...Map.groupBy(problems, problem => problem.file).values()];
  const blocks = files.map(group => group.map(formatProblem).join('\n'));
  return [...blocks, summary(problems.length, files.length)].join('\n\n');
}

function formatProblem({ file, line, field, found, message, fix, anchor }: Problem): string {
  const shown = found === '' || message.includes(found) ? '' : ` (atrasts: ${quoted(found)})`;
  return `${file}:${line} · ${field}: ${message}${shown}.\n    ${fix} → ${HANDBOOK}#${anchor}`;
}

function summary(problems: number, files: number): string {
  const verb = isSingular(problems) ? 'Atrasta' : 'Atrastas';
  return `${verb} ${counted(problems, 'kļūda', 'kļūdas')} ${counted(files, 'failā', 'failos')}.`;
}

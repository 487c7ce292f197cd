// `npm run content -- diff`: what changed in the content since the last release, or between any two versions
// (Node).
import { misused, type Outcome, refused } from '../outcome.ts';
import { compareContent } from './compare.ts';
import { diffReport } from './report.ts';
import { readSides } from './sides.ts';

export interface DiffRequest {
  readonly words: readonly string[];
  /** Print the comparison as JSON, for programs. */
  readonly isJson: boolean;
  /** The editor's current folder. */
  readonly here: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Compares; differences are not an error. */
export async function diffContent(
  root: string,
  { words, isJson, here, today }: DiffRequest,
): Promise<Outcome> {
  if (words.length > 2) return misused('Nosauciet ne vairāk kā divas lietas: npm run content -- diff --help');
  const read = await readSides(root, here, words);
  if ('refusal' in read) return refused(read.refusal);
  const [from, to] = read.sides;
  const comparison = compareContent(from.files, to.files, today);
  const labels = { from: from.label, to: to.label };
  const text = isJson
    ? JSON.stringify({ ...labels, ...comparison }, null, 2)
    : diffReport(comparison, labels);
  return { text, ok: true };
}

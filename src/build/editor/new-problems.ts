// The problems that a change introduced. Pure.
import { checkContent } from '../check/check.ts';
import type { Problem } from '../check/problem.ts';
import type { ContentFile } from '../content-files.ts';

/** The files with some of them replaced or added. */
function withChanges(files: readonly ContentFile[], changed: readonly ContentFile[]): readonly ContentFile[] {
  const paths = new Set(changed.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...changed];
}

/** Problems that came with the change; their line numbers are not compared. */
export function newProblems(
  files: readonly ContentFile[],
  changed: readonly ContentFile[],
  today: string,
): readonly Problem[] {
  const key = (problem: Problem) => JSON.stringify({ ...problem, line: 0 });
  const before = new Set(checkContent(files, today).map(key));
  return checkContent(withChanges(files, changed), today).filter(problem => !before.has(key(problem)));
}

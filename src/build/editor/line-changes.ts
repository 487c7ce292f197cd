// The changed lines of a text, shown before the editor opens the file. Pure.

/** `  36 − on: 2026-11-22`; a removed line has its old number, an added line its new one. */
export function lineChanges(before: string, after: string): string {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const width = String(Math.max(old.length, now.length)).length;
  const row = (index: number, sign: string, line: string) =>
    `  ${String(index + 1).padStart(width)} ${sign} ${line}`;
  const rows: string[] = [];
  let [i, j] = [0, 0];
  for (const [oldIndex, newIndex] of [...sharedPlaces(old, now), [old.length, now.length] as const]) {
    for (; i < oldIndex; i += 1) rows.push(row(i, '−', old[i] ?? ''));
    for (; j < newIndex; j += 1) rows.push(row(j, '+', now[j] ?? ''));
    [i, j] = [oldIndex + 1, newIndex + 1];
  }
  return rows.join('\n');
}

/** Index pairs of the longest common subsequence of lines (or paragraphs). */
export function sharedPlaces(
  old: readonly string[],
  now: readonly string[],
): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

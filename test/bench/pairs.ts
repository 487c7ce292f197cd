// Paired rounds of two things in one run: medians, spread and their ratio. Absolute figures mean nothing on a
// shared machine.

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The middle value; for an even count the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const all = sorted(values);
  const middle = all.length / 2;
  const upper = all[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((all[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

export interface Side {
  readonly name: string;
  readonly values: readonly number[];
}

const figure = ({ name, values }: Side, unit: string): string => {
  const all = sorted(values);
  return `${name} ${median(values).toFixed(2)} ${unit} (${all[0]?.toFixed(2)}–${all.at(-1)?.toFixed(2)}, n = ${all.length})`;
};

/** One line: both sides with their spread, the ratio of medians, and the target. */
export function ratioLine(what: string, unit: string, ours: Side, theirs: Side, target: string): string {
  const ratio = median(ours.values) / median(theirs.values);
  return `${what}: ${figure(ours, unit)} | ${figure(theirs, unit)} | ratio ${ratio.toFixed(2)} (target ${target})`;
}

/** One line for a figure without a comparison: the median with its spread, and the target. */
export const figureLine = (what: string, unit: string, side: Side, target: string): string =>
  `${what}: ${figure(side, unit)} (target ${target})`;

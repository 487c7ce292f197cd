// The parts in which the answers to a question are shown: as they are, numbers in classes, dates in months.
import type { ResultField } from './fields.ts';
import type { FieldTally, ValueCount } from './tally.ts';

/** Numbers with more values than this are grouped into this many classes. */
const CLASSES = 10;

export interface ShownPart extends ValueCount {
  readonly label: string;
}

/** The classes of a number question, of equal width; derived from the question, not from the answers. */
function classesOf([low, high]: readonly [number, number]): (readonly [from: number, to: number])[] {
  const width = high - low < CLASSES + 1 ? 1 : Math.ceil((high - low + 1) / CLASSES);
  const count = Math.ceil((high - low + 1) / width);
  return Array.from({ length: count }, (_, i) => [
    low + i * width,
    Math.min(high, low + (i + 1) * width - 1),
  ]);
}

const sumWithin = (values: readonly ValueCount[], from: number, to: number): number =>
  values.reduce((sum, { value, n }) => sum + (Number(value) >= from && Number(value) <= to ? n : 0), 0);

function numberParts({ values, field }: FieldTally): ShownPart[] {
  return classesOf(field.range as [number, number]).map(([from, to]) => {
    const label = from === to ? String(from) : `${from}–${to}`;
    return { value: label, label, n: sumWithin(values, from, to) };
  });
}

/** 0–6, 7–8 and 9–10: the groups of the score. */
const NPS_GROUPS = [
  ['detractors', 0, 6],
  ['passives', 7, 8],
  ['promoters', 9, 10],
] as const;

const labelIn = (field: ResultField, value: string): string =>
  field.values.find(one => one.value === value)?.label ?? value;

/** All parts of the answers, in order, with zeros. Free text has none. */
export function partsOf(of: FieldTally): readonly ShownPart[] {
  if (of.field.kind === 'number') return numberParts(of);
  return of.values.map(({ value, n }) => ({ value, n, label: labelIn(of.field, value) }));
}

/** The parts shown to the public: for a score its three groups. */
export function coarseParts(of: FieldTally): readonly ShownPart[] {
  if (of.field.kind !== 'nps') return partsOf(of);
  return NPS_GROUPS.map(([value, from, to]) => ({
    value,
    label: `${from}–${to}`,
    n: sumWithin(of.values, from, to),
  }));
}

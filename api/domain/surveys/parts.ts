// Into which parts the answers to a question are put to be shown: as they are, numbers in classes, days in months.
import type { ResultField } from './fields.ts';
import type { FieldTally, ValueCount } from './tally.ts';

/** Numbers with more values than this are put into so many classes. */
const CLASSES = 10;

export interface ShownPart extends ValueCount {
  readonly label: string;
}

/** The classes of a number question, all of one width; they follow from the question alone, not from the answers. */
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

/** 0–6, 7–8 and 9–10: what the score is made of. */
const NPS_GROUPS = [
  ['detractors', 0, 6],
  ['passives', 7, 8],
  ['promoters', 9, 10],
] as const;

const labelIn = (field: ResultField, value: string): string =>
  field.values.find(one => one.value === value)?.label ?? value;

/** All parts of the answers, in order, with zeros. Of what is written there is none. */
export function partsOf(of: FieldTally): readonly ShownPart[] {
  if (of.field.kind === 'number') return numberParts(of);
  return of.values.map(({ value, n }) => ({ value, n, label: labelIn(of.field, value) }));
}

/** The parts in which others than staff see them: of a score its three groups. */
export function coarseParts(of: FieldTally): readonly ShownPart[] {
  if (of.field.kind !== 'nps') return partsOf(of);
  return NPS_GROUPS.map(([value, from, to]) => ({
    value,
    label: `${from}–${to}`,
    n: sumWithin(of.values, from, to),
  }));
}

// Counts of one survey by field: how many were asked, how many answered, and what.
import { ANSWERED, type CountRow, LEFT_OPEN } from './counts.ts';
import { isWrittenField, type ResultField } from './fields.ts';
import type { Distribution } from './statistics.ts';
import { CANT_SAY } from './versions.ts';

/** One answer and its count. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

/** A field's counts. Asked = answered + can't say + left empty. */
export interface FieldTally {
  readonly field: ResultField;
  readonly asked: number;
  /** People who gave an answer other than "can't say". */
  readonly answered: number;
  readonly cantSay: number;
  readonly empty: number;
  /** By the answers of the question; for numbers and dates by the given values, in order. */
  readonly values: readonly ValueCount[];
}

export interface Tally {
  readonly responses: number;
  readonly fields: readonly FieldTally[];
}

const byNumber = (a: ValueCount, b: ValueCount): number => Number(a.value) - Number(b.value);
const byText = (a: ValueCount, b: ValueCount): number => (a.value < b.value ? -1 : 1);

function valuesOf(field: ResultField, counts: ReadonlyMap<string, number>): ValueCount[] {
  if (field.values.length > 0) return field.values.map(({ value }) => ({ value, n: counts.get(value) ?? 0 }));
  const given = [...counts]
    .filter(([value]) => value !== CANT_SAY && value !== LEFT_OPEN && value !== ANSWERED)
    .map(([value, n]) => ({ value, n }));
  return given.sort(field.kind === 'number' ? byNumber : byText);
}

/** When the answers do not add up to the respondents, these have a separate count. */
const isCountedApart = (field: ResultField): boolean => field.kind === 'choices' || isWrittenField(field);

function fieldTally(field: ResultField, counts: ReadonlyMap<string, number>): FieldTally {
  const at = (value: string): number => counts.get(value) ?? 0;
  const [cantSay, empty] = [at(CANT_SAY), at(LEFT_OPEN)];
  const values = valuesOf(field, counts);
  const answered = isCountedApart(field) ? at(ANSWERED) : values.reduce((sum, { n }) => sum + n, 0);
  return { field, values, cantSay, empty, answered, asked: answered + cantSay + empty };
}

/** Adds up rows of one slice; the caller selects slice, channel and months. */
export function tally(
  fields: readonly ResultField[],
  rows: Iterable<Pick<CountRow, 'question' | 'value' | 'n'>>,
): Tally {
  const counts = new Map<string, Map<string, number>>();
  for (const { question, value, n } of rows) {
    const of = counts.get(question) ?? new Map<string, number>();
    of.set(value, (of.get(value) ?? 0) + n);
    counts.set(question, of);
  }
  const responses = counts.get('')?.get(ANSWERED) ?? 0;
  const none: ReadonlyMap<string, number> = new Map();
  return {
    responses,
    fields: fields.map(field => fieldTally(field, counts.get(field.name) ?? none)),
  };
}

/** The answers as numbers; null when they are not numbers. */
export function distributionOf({ field, values }: FieldTally): Distribution | null {
  if (field.range === null) return null;
  return values.map(({ value, n }) => ({ worth: Number(value), n }));
}

// Results by group of respondents: for a numeric question, its mean in each group. Pure.
import { HIDDEN } from '../register/public-figures.ts';
import { type CountRow, sliceOf } from './counts.ts';
import type { ResultField } from './fields.ts';
import { isFine, meanBoundOf } from './looks.ts';
import {
  ALL,
  type ShownCell,
  type ShownField,
  type ShownGroup,
  type ShownSplit,
  shownField,
} from './shown.ts';
import { type FieldTally, type Tally, tally } from './tally.ts';

export type SliceRow = Pick<CountRow, 'slice' | 'question' | 'value' | 'n'>;

interface Group {
  readonly value: string;
  readonly label: string;
  readonly tally: Tally;
}

function groupsOf(by: ResultField, fields: readonly ResultField[], rows: readonly SliceRow[]): Group[] {
  const slices = Map.groupBy(rows, ({ slice }) => slice);
  return by.values.map(({ value, label }) => ({
    value,
    label,
    tally: tally(fields, slices.get(sliceOf(by.name, value)) ?? []),
  }));
}

const fieldsBeside = (by: ResultField, fields: readonly ResultField[]): ResultField[] =>
  fields.filter(({ range, name }) => range !== null && name !== by.name);

/** All of it, for people who may see everything. */
export function liveSplit(
  by: ResultField,
  all: readonly ResultField[],
  rows: readonly SliceRow[],
): ShownSplit {
  const fields = fieldsBeside(by, all);
  const groups = groupsOf(by, fields, rows).map(({ value, label, tally: of }): ShownGroup => {
    const cells = of.fields.map((one): ShownCell => {
      const { n, mean } = shownField(one, ALL, null);
      return { n, mean };
    });
    return { value, label, responses: of.responses, cells };
  });
  return { by, fields, groups };
}

const NO_CELL: ShownCell = { n: HIDDEN, mean: HIDDEN };

/** All answers to a question without those of some groups. */
function restOf(whole: FieldTally, parts: readonly FieldTally[]): FieldTally {
  return {
    ...whole,
    answered: whole.answered - parts.reduce((sum, { answered }) => sum + answered, 0),
    values: whole.values.map(({ value, n }) => ({
      value,
      n: n - parts.reduce((sum, { values }) => sum + (values.find(one => one.value === value)?.n ?? 0), 0),
    })),
  };
}

/**
 * The cells of one question, one per group. Means are exact or hidden: subtracting the shown groups from the
 * whole must leave nobody, or enough people whose mean may be shown too; otherwise none is shown.
 */
function guardedCells(
  whole: FieldTally,
  groups: readonly (FieldTally | null)[],
  least: number,
): readonly ShownCell[] {
  const isTold = (of: FieldTally | null): of is FieldTally =>
    of !== null && meanBoundOf(of, least) === 'exactly';
  const told = groups.filter(isTold);
  const rest = restOf(whole, told);
  const isRestFine =
    rest.answered === 0 || (isFine(rest.answered, least) && meanBoundOf(rest, least) === 'exactly');
  if (!isRestFine) return groups.map(() => NO_CELL);
  return groups.map(of =>
    isTold(of)
      ? {
          n: HIDDEN,
          mean: shownField(of, { hidden: null, mean: 'exactly', tellsN: false, isCoarse: true }, null).mean,
        }
      : NO_CELL,
  );
}

/**
 * The visible part of a split: only groups whose size is shown (`shown`, the results of the grouping
 * question), and of those the means that do not reveal a few answers.
 * @param whole counts of everybody
 */
export function guardedSplit(
  by: ShownField,
  whole: Tally,
  rows: readonly SliceRow[],
  { shown, least }: { readonly shown: readonly ShownField[]; readonly least: number },
): ShownSplit | null {
  const fields = fieldsBeside(
    by.field,
    whole.fields.map(({ field }) => field),
  );
  const groups = groupsOf(by.field, fields, rows);
  const isSeen = ({ value }: Group): boolean => {
    const size = by.values.find(one => one.value === value)?.n;
    return typeof size === 'number' && size >= least;
  };
  if (!groups.some(isSeen)) return null;
  const columns = fields.map((field, i) => {
    const told = shown.find(one => one.field.name === field.name)?.mean;
    const all = whole.fields.find(one => one.field.name === field.name);
    if (!all || !told || told === HIDDEN || told.is !== 'exactly') return groups.map(() => NO_CELL);
    return guardedCells(
      all,
      groups.map(group => (isSeen(group) ? (group.tally.fields[i] ?? null) : null)),
      least,
    );
  });
  return {
    by: by.field,
    fields,
    groups: groups.map((group, j) => ({
      value: group.value,
      label: group.label,
      responses: isSeen(group) ? group.tally.responses : HIDDEN,
      cells: columns.map(column => column[j] ?? NO_CELL),
    })),
  };
}

/** Questions by which results may be split. */
export const groupFields = (fields: readonly ResultField[]): readonly ResultField[] =>
  fields.filter(({ group, kind }) => group && kind === 'choice');

// Means by month, and next to those of earlier versions that asked the same. Pure; only for people who may
// see everything.
import { monthAfter } from '../../../src/calendar/dates.ts';
import { type QuestionShape, sameQuestion, shapesOf } from '../../../src/forms/survey/same-question.ts';
import type { ResultField } from './fields.ts';
import type { AnsweredVersion } from './versions.ts';

/** A field's numbers in a month: count and sum; under the empty name the responses, without a sum. */
export interface MonthSum {
  readonly month: string;
  readonly question: string;
  readonly n: number;
  readonly sum: number;
}

export interface MonthMean {
  /** `2026-03` */
  readonly month: string;
  readonly n: number;
  /** Null when nobody answered. */
  readonly mean: number | null;
}

/** The months from one to another, both included, without gaps. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = from; at <= to; at = monthAfter(at, 1)) months.push(at);
  return months;
}

export interface OverTime {
  readonly months: readonly string[];
  /** Responses of each month. */
  readonly responses: readonly number[];
  /** By field, a mean for each month. */
  readonly means: ReadonlyMap<string, readonly MonthMean[]>;
}

/** Arranges the monthly sums. */
export function overTime(fields: readonly ResultField[], sums: readonly MonthSum[]): OverTime {
  const all = sums.map(({ month }) => month).filter(month => month !== '');
  const [from, to] = [all.reduce((a, b) => (a < b ? a : b), '9'), all.reduce((a, b) => (a > b ? a : b), '')];
  const months = all.length === 0 ? [] : monthsBetween(from, to);
  const by = new Map(sums.map(one => [`${one.question} ${one.month}`, one]));
  const meansOf = (name: string): MonthMean[] =>
    months.map(month => {
      const { n = 0, sum = 0 } = by.get(`${name} ${month}`) ?? {};
      return { month, n, mean: n === 0 ? null : sum / n };
    });
  return {
    months,
    responses: months.map(month => by.get(` ${month}`)?.n ?? 0),
    means: new Map(fields.filter(({ range }) => range).map(({ name }) => [name, meansOf(name)])),
  };
}

export interface VersionMean {
  readonly version: number;
  readonly n: number;
  readonly mean: number;
}

type Definition = AnsweredVersion['definition'];

const shapesByName = (of: Definition): ReadonlyMap<string, QuestionShape> =>
  new Map(shapesOf(of).map(shape => [shape.id, shape]));

/**
 * The means of other versions, oldest first, for fields that are the same in them; others are not comparable
 * and are left out. The rule is the same as the build's for a new version.
 */
export function comparedWith(
  { definition, fields }: { readonly definition: Definition; readonly fields: readonly ResultField[] },
  others: readonly { readonly of: AnsweredVersion; readonly sums: readonly MonthSum[] }[],
): ReadonlyMap<string, readonly VersionMean[]> {
  const found = new Map<string, VersionMean[]>();
  const mine = shapesByName(definition);
  for (const { of, sums } of others) {
    const theirs = shapesByName(of.definition);
    for (const field of fields) {
      const [own, other] = [mine.get(field.name), theirs.get(field.name)];
      if (!field.range || !own || !other || !sameQuestion(own, other)) continue;
      const given = sums.filter(({ question }) => question === field.name);
      const n = given.reduce((total, one) => total + one.n, 0);
      if (n === 0) continue;
      const mean = given.reduce((total, { sum }) => total + sum, 0) / n;
      found.set(field.name, [...(found.get(field.name) ?? []), { version: of.version, n, mean }]);
    }
  }
  return found;
}

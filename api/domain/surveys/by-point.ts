// Results by the rule points that questions measure (rule point 10.1): every question of a point, side by side. Pure.
import { isWrittenField } from './fields.ts';
import type { Results } from './release.ts';
import type { ShownField } from './shown.ts';

export interface PointResults {
  /** `5.1.1` */
  readonly point: string;
  readonly fields: readonly ShownField[];
}

const partsOf = (point: string): number[] => point.split('.').map(Number);

function byPlace(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Points in the order of the rules; free-text questions measure none. */
export function byPoint({ fields }: Pick<Results, 'fields'>): readonly PointResults[] {
  const measured = fields.filter(({ field }) => field.rulePoint !== null && !isWrittenField(field));
  return [...Map.groupBy(measured, ({ field }) => field.rulePoint as string)]
    .map(([point, of]) => ({ point, fields: of }))
    .sort((a, b) => byPlace(a.point, b.point));
}

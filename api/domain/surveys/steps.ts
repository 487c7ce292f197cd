// Time in steps: whole months, put together until each step brings enough answers that two looks tell of no few. Pure.
import type { CountRow } from './counts.ts';

export interface Step {
  /** Its last month, `2026-03`; empty where answers have no time. */
  readonly month: string;
  /** Responses up to its end. */
  readonly responses: number;
}

type Row = Pick<CountRow, 'month' | 'question' | 'value' | 'n'>;

/** Responses of each month, in order. */
export function responsesByMonth(rows: Iterable<Row>): readonly (readonly [month: string, n: number])[] {
  const months = new Map<string, number>();
  for (const { month, question, value, n } of rows)
    if (question === '' && value === '') months.set(month, (months.get(month) ?? 0) + n);
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The steps in which results move on.
 * @param before months from this one on don't count yet: they are not over
 * @param least responses that each step brings at least
 */
export function stepsOf(rows: Iterable<Row>, before: string, least: number): readonly Step[] {
  const steps: Step[] = [];
  let [shown, responses] = [0, 0];
  for (const [month, n] of responsesByMonth(rows)) {
    if (month >= before) break;
    responses += n;
    if (responses - shown < least) continue;
    steps.push({ month, responses });
    shown = responses;
  }
  return steps;
}

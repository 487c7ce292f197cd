// Time steps. Public results advance when a month is over and enough answers have come, and earlier steps
// never change: a paper sheet that is entered late for an earlier month counts in the next step. Pure.
import { monthAfter } from '../../../src/calendar/dates.ts';
import { ANSWERED, type CountRow } from './counts.ts';

type Counted = Pick<CountRow, 'question' | 'value' | 'n'>;
type MonthRow = Counted & Pick<CountRow, 'month'>;

/** The cumulated counts at one advance of the results. */
export interface Step {
  /** Its first and its last month, `2026-03`; empty when answers have no time. */
  readonly from: string;
  readonly to: string;
  readonly responses: number;
  readonly rows: readonly Counted[];
}

const countsResponses = ({ question, value }: Counted): boolean => question === '' && value === ANSWERED;

const sumOf = (rows: readonly Counted[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** All rows as one step; null when nobody has answered. */
export function stepOf(rows: readonly MonthRow[], to?: string): Step | null {
  const responses = rows.filter(countsResponses);
  const months = responses.map(({ month }) => month).sort();
  const [from, last] = [months[0], months.at(-1)];
  if (from === undefined || last === undefined) return null;
  const totals = new Map<string, Counted>();
  for (const { question, value, n } of rows) {
    const key = `${question} ${value}`;
    totals.set(key, { question, value, n: n + (totals.get(key)?.n ?? 0) });
  }
  return { from, to: to ?? last, responses: sumOf(responses), rows: [...totals.values()] };
}

/**
 * The step that is due: at most one per month, of whole months only, and only if it adds enough.
 * @param steps the steps so far, in order
 * @param thisMonth the month that is not over yet
 * @param least the smallest number of responses of a step
 */
export function nextStep(
  steps: readonly Step[],
  rows: readonly MonthRow[],
  { thisMonth, least }: { readonly thisMonth: string; readonly least: number },
): Step | null {
  const last = steps.at(-1);
  const to = monthAfter(thisMonth, -1);
  if (last && last.to >= to) return null;
  const step = stepOf(
    rows.filter(({ month }) => month < thisMonth),
    to,
  );
  return step && step.responses - (last?.responses ?? 0) >= least ? step : null;
}

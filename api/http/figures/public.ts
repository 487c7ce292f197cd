// The public figures of a year, computed once a day because they cover whole months.
import { rigaDate, yearOf } from '../../../src/calendar/dates.ts';
import type { RegisterDeps } from '../../deps.ts';
import { type PublicReport, publicReport, wholeMonths } from '../../domain/register/public-figures.ts';
import { countPeriod, termsOf } from './count.ts';
import { keeperFor } from './keep.ts';

type Tools = Pick<RegisterDeps, 'figures' | 'site' | 'now'>;

const keeper = keeperFor<PublicReport | null>();

async function reckon(tools: Tools, year: number): Promise<PublicReport | null> {
  const terms = termsOf(tools);
  const period = wholeMonths(year, terms.today);
  if (!period) return null;
  return publicReport({ year, ...(await countPeriod(tools, period)) }, period, terms);
}

/** The report of a year; null before its first whole month. */
export const reportOf = (tools: Tools, year: number): Promise<PublicReport | null> =>
  keeper(tools.figures).of(rigaDate(tools.now()), String(year), () => reckon(tools, year));

/** Years with cases, newest first; empty without cases. */
export const yearsOf = async ({ figures, now }: Tools): Promise<readonly number[]> =>
  yearsSince(await figures.since(), now());

/** Years from an instant up to now, newest first. */
export function yearsSince(since: string | null, now: Date): readonly number[] {
  if (since === null || Number.isNaN(Date.parse(since))) return [];
  const [first, last] = [yearOf(rigaDate(new Date(since))), yearOf(rigaDate(now))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => last - i);
}

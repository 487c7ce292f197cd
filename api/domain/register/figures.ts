// Figures of a period, computed from counts of cases with the same days. Neither closing late nor leaving
// cases open improves them: an overdue open case counts like one that was closed late. Pure.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { State } from '../submission.ts';
import type { WorkingDaysBetween } from './working-days.ts';

/** Dimensions of the figures; `all` is the total. */
export const DIMENSIONS = ['all', 'kind', 'service', 'point', 'outcome', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const ENDINGS = ['answered', 'noted', 'forwarded', 'unexamined', 'withdrawn'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Cases that were received on one day, closed on one day, and due on one day. Dates are Riga's. */
export interface CaseGroup {
  /** A kind, a service id …; empty when there is none. */
  readonly value: string;
  readonly receivedOn: string;
  /** Null while open, and for cases closed before closing days were stored. */
  readonly closedOn: string | null;
  /** Including an extension. Null when no reply is owed. */
  readonly dueOn: string | null;
  readonly state: State;
  /**
   * Riga date on which a reply by post or e-address was sent, or `waiting`; missing when none was sent by
   * hand.
   */
  readonly sent?: string | null;
  readonly n: number;
}

/** From a Riga date (inclusive) to another (exclusive). */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Terms {
  readonly days: WorkingDaysBetween;
  /** The last day to forward what was received on a day (Iesniegumu likums 4); null when it is unknown. */
  readonly forwardBy: (receivedOn: string) => string | null;
  /** The Riga date of the figures: a case due on it is not yet overdue. */
  readonly today: string;
}

export interface Figures {
  readonly received: number;
  readonly closed: number;
  readonly endings: Readonly<Record<Ending, number>>;
  /** Closed within the term. */
  readonly onTime: number;
  /** Closed after it. */
  readonly late: number;
  /** At the end of the period. */
  readonly open: number;
  readonly overdue: number;
  /**
   * Working days from receipt to closing, for cases that were owed a reply and not withdrawn; null for none.
   */
  readonly median: number | null;
  readonly p90: number | null;
  /** Number of cases behind the median. */
  readonly timed: number;
}

const OPEN: ReadonlySet<State> = new Set(['received', 'in-review', 'needs-information', 'reopened']);
const within = (date: string | null, { from, to }: Period): date is string =>
  date !== null && date >= from && date < to;

/**
 * The day by which a closing is judged: the dispatch of the reply when it was sent by hand; null while it
 * waits.
 */
const doneOn = ({ closedOn, sent }: CaseGroup): string | null =>
  sent === 'waiting' ? null : (sent ?? closedOn);

/**
 * Whether a closing was in time; null when that says nothing about the office: no reply was owed, or it was
 * withdrawn before the term ended. One withdrawn later was late all the same. A matter to be forwarded has a
 * shorter term. A reply that waits to be sent is not yet in time, and late after its term: the date of
 * posting counts.
 */
export function inTime(
  group: CaseGroup,
  { forwardBy, today }: Pick<Terms, 'forwardBy' | 'today'>,
): boolean | null {
  const { receivedOn, closedOn, dueOn, state } = group;
  if (closedOn === null || dueOn === null) return null;
  if (state === 'withdrawn') return closedOn <= dueOn ? null : false;
  const forward = state === 'forwarded' ? forwardBy(receivedOn) : null;
  const last = forward !== null && forward < dueOn ? forward : dueOn;
  const done = doneOn(group);
  if (done === null) return today > last ? false : null;
  return done <= last;
}

/**
 * The smallest value such that at least this share of all is less than or equal to it (nearest rank), from
 * counts by value.
 */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  let left = Math.ceil(total * share);
  for (const [value, n] of [...counts].sort(([a], [b]) => a - b)) {
    left -= n;
    if (left <= 0) return value;
  }
  return null;
}

/** What figures are made of; the sums of some cases can be taken from those of all. */
export interface Sums {
  received: number;
  closed: number;
  onTime: number;
  late: number;
  open: number;
  overdue: number;
  endings: Record<Ending, number>;
  durations: Map<number, number>;
}

function addClosed(sums: Sums, group: CaseGroup, terms: Terms): void {
  const { n, state, receivedOn, dueOn } = group;
  const done = doneOn(group);
  sums.closed += n;
  sums.endings[state as Ending] += n;
  const good = inTime(group, terms);
  if (good !== null) sums[good ? 'onTime' : 'late'] += n;
  const days = done === null ? null : terms.days(receivedOn, done);
  if (dueOn === null || state === 'withdrawn' || days === null) return;
  sums.durations.set(days, (sums.durations.get(days) ?? 0) + n);
}

/** True when it was open at the end of the period. */
const wasOpen = ({ receivedOn, closedOn, state }: CaseGroup, { to }: Period): boolean =>
  receivedOn < to && (closedOn === null ? OPEN.has(state) : closedOn >= to);

function add(sums: Sums, group: CaseGroup, period: Period, terms: Terms): void {
  const { n, receivedOn, closedOn, dueOn } = group;
  if (within(receivedOn, period)) sums.received += n;
  if (within(closedOn, period)) addClosed(sums, group, terms);
  if (!wasOpen(group, period)) return;
  sums.open += n;
  const over = period.to < terms.today ? period.to : terms.today;
  if (dueOn !== null && dueOn < over) sums.overdue += n;
}

const COUNTS = ['received', 'closed', 'onTime', 'late', 'open', 'overdue'] as const;

const noSums = (): Sums => ({
  received: 0,
  closed: 0,
  onTime: 0,
  late: 0,
  open: 0,
  overdue: 0,
  endings: { answered: 0, noted: 0, forwarded: 0, unexamined: 0, withdrawn: 0 },
  durations: new Map(),
});

/** The sums of a period from all groups that were there in it: received before its end and not closed before it. */
export function sumsOf(groups: Iterable<CaseGroup>, period: Period, terms: Terms): Sums {
  const sums = noSums();
  for (const group of groups) add(sums, group, period, terms);
  return sums;
}

/** The sums of all cases without those of some among them. */
export function sumsWithout(all: Sums, some: Sums): Sums {
  const left = noSums();
  for (const name of COUNTS) left[name] = all[name] - some[name];
  for (const ending of ENDINGS) left.endings[ending] = all.endings[ending] - some.endings[ending];
  for (const [days, n] of all.durations) {
    const rest = n - (some.durations.get(days) ?? 0);
    if (rest > 0) left.durations.set(days, rest);
  }
  return left;
}

/** The figures of a period from its groups. */
export const figuresOf = (groups: Iterable<CaseGroup>, period: Period, terms: Terms): Figures =>
  figuresFrom(sumsOf(groups, period, terms));

/** The figures that sums come to. */
export function figuresFrom(sums: Sums): Figures {
  const { durations, ...figures } = sums;
  return {
    ...figures,
    median: percentile(durations, 0.5),
    p90: percentile(durations, 0.9),
    timed: [...durations.values()].reduce((sum, n) => sum + n, 0),
  };
}

/** The base of the on-time share: everything closed, and everything that should have been. */
export const judged = ({ onTime, late, overdue }: Pick<Figures, 'onTime' | 'late' | 'overdue'>): number =>
  onTime + late + overdue;

export interface ValueFigures extends Figures {
  readonly value: string;
}

/** The sums of each value. */
export const sumsBy = (
  groups: readonly CaseGroup[],
  period: Period,
  terms: Terms,
): ReadonlyMap<string, Sums> =>
  new Map(
    [...Map.groupBy(groups, ({ value }) => value)].map(([value, of]) => [value, sumsOf(of, period, terms)]),
  );

/** The figures of each value, most received first. */
export const figuresBy = (groups: readonly CaseGroup[], period: Period, terms: Terms): ValueFigures[] =>
  figuresByValue(sumsBy(groups, period, terms));

/** The figures that the sums of each value come to, most received first. */
export function figuresByValue(sums: ReadonlyMap<string, Sums>): ValueFigures[] {
  return [...sums]
    .map(([value, of]) => ({ value, ...figuresFrom(of) }))
    .filter(({ received, closed, open }) => received + closed + open > 0)
    .sort((a, b) => b.received - a.received || (a.value < b.value ? -1 : 1));
}

/** The months of a year that start before a date. */
export function monthsOf(year: number, before: string): Period[] {
  const first = (month: number): string =>
    month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;
  return Array.from({ length: 12 }, (_, i) => ({ from: first(i + 1), to: first(i + 2) })).filter(
    ({ from }) => from < before,
  );
}

const days = new Map<string, string>();
const DAYS_KEPT = 20_000;

/**
 * The Riga date of a slot of the store: a day in UTC, or one of its last hours, when Riga may be a day ahead.
 */
export function dayOf(slot: string): string {
  if (slot.length === 10) return slot;
  const known = days.get(slot);
  if (known) return known;
  const day = rigaDate(new Date(`${slot}:00:00Z`));
  if (days.size >= DAYS_KEPT) days.clear();
  days.set(slot, day);
  return day;
}

/** Splits groups with several values, such as rule points, into groups of one value each. */
export const eachValue = (groups: readonly CaseGroup[], split: (value: string) => readonly string[]) =>
  groups.flatMap(group => split(group.value).map(value => ({ ...group, value })));

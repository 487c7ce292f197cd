// The figures of a period as one member of staff may see them: counted over all cases, and what is hidden from them taken
// away again, since cases are counted by an index without references.
import type { RegisterDeps } from '../../deps.ts';
import {
  type Dimension,
  figuresByValue,
  figuresFrom,
  inTime,
  monthsOf,
  type Period,
  type Sums,
  sumsBy,
  sumsOf,
  sumsWithout,
} from '../../domain/register/figures.ts';
import type { Person } from '../../domain/register/people.ts';
import { type RatingGroup, satisfactionOf } from '../../domain/register/satisfaction.ts';
import type { StaffFigures } from '../../views/register/figures.ts';
import { type CountedPeriod, countPeriod, spanOf, termsOf, withDays } from './count.ts';
import { hiddenIn } from './hidden.ts';
import { keeperFor } from './keep.ts';

/** Figures that can be taken from one another. */
interface Counted {
  readonly total: Sums;
  /** By month `2026-03`. */
  readonly months: ReadonlyMap<string, Sums>;
  readonly by: Readonly<Record<Dimension, ReadonlyMap<string, Sums>>>;
  readonly ratings: readonly RatingGroup[];
  readonly extended: StaffFigures['extended'];
  readonly apart: { readonly spam: number; readonly whistleblower: number };
}

export interface Asked {
  readonly year: number;
  readonly period: Period;
}

type Parts = CountedPeriod & {
  readonly extended: Awaited<ReturnType<RegisterDeps['figures']['extended']>>;
  readonly apart: Counted['apart'];
};

const eachDimension = (sums: (by: Dimension) => ReadonlyMap<string, Sums>): Counted['by'] => ({
  all: sums('all'),
  kind: sums('kind'),
  service: sums('service'),
  point: sums('point'),
  outcome: sums('outcome'),
  channel: sums('channel'),
});

function counted(deps: RegisterDeps, { year, period }: Asked, parts: Parts): Counted {
  const terms = termsOf(deps);
  const { groups, ratings, apart } = parts;
  const extended = withDays(parts.extended);
  const months = monthsOf(year, terms.today).filter(({ from }) => from >= period.from && from < period.to);
  return {
    total: sumsOf(groups.all, period, terms),
    months: new Map(months.map(month => [month.from.slice(0, 7), sumsOf(groups.all, month, terms)])),
    by: eachDimension(by => sumsBy(groups[by], period, terms)),
    ratings,
    extended: {
      closed: extended.reduce((sum, { n }) => sum + n, 0),
      onTime: extended.reduce((sum, group) => sum + (inTime(group, terms) ? group.n : 0), 0),
    },
    apart,
  };
}

async function countAll(deps: RegisterDeps, asked: Asked): Promise<Counted> {
  const span = spanOf(asked.period);
  const period = await countPeriod(deps, asked.period);
  const [extended, apart] = [await deps.figures.extended(span), await deps.figures.apart(span)];
  return counted(deps, asked, { ...period, extended, apart });
}

const without = (all: ReadonlyMap<string, Sums>, some: ReadonlyMap<string, Sums>): Map<string, Sums> =>
  new Map(
    [...all].map(([value, sums]) => {
      const less = some.get(value);
      return [value, less ? sumsWithout(sums, less) : sums];
    }),
  );

const sameRating = (a: RatingGroup, b: RatingGroup): boolean =>
  a.satisfaction === b.satisfaction && a.effort === b.effort;

function ratingsWithout(all: readonly RatingGroup[], some: readonly RatingGroup[]): RatingGroup[] {
  const less = (group: RatingGroup) => some.find(one => sameRating(one, group))?.n ?? 0;
  return all.map(group => ({ ...group, n: group.n - less(group) }));
}

/** The figures of all cases without those that are hidden. */
const countedWithout = (all: Counted, hidden: Counted): Counted => ({
  total: sumsWithout(all.total, hidden.total),
  months: without(all.months, hidden.months),
  by: eachDimension(by => without(all.by[by], hidden.by[by])),
  ratings: ratingsWithout(all.ratings, hidden.ratings),
  extended: {
    closed: all.extended.closed - hidden.extended.closed,
    onTime: all.extended.onTime - hidden.extended.onTime,
  },
  apart: {
    spam: all.apart.spam - hidden.apart.spam,
    whistleblower: all.apart.whistleblower - hidden.apart.whistleblower,
  },
});

function figuresOfCounted({ total, months, by, ratings, extended, apart }: Counted): StaffFigures {
  const values = (dimension: Dimension) => figuresByValue(by[dimension]);
  return {
    total: figuresFrom(total),
    months: [...months].map(([value, sums]) => ({ ...figuresFrom(sums), value })),
    by: {
      kind: values('kind'),
      service: values('service'),
      point: values('point'),
      outcome: values('outcome').filter(({ value }) => value !== ''),
      channel: values('channel'),
    },
    satisfaction: satisfactionOf(ratings),
    extended,
    ...apart,
  };
}

const keeper = keeperFor<Counted>();
/** While cases are counted, one that is hidden may arrive or change: then what is taken away is not what was counted. */
const TRIES = 3;

async function countFor(deps: RegisterDeps, asked: Asked, viewer: Person): Promise<Counted> {
  for (let tried = 1; ; tried += 1) {
    const before = await hiddenIn(deps, asked.period, viewer);
    const all = await countAll(deps, asked);
    const after = await hiddenIn(deps, asked.period, viewer);
    if (tried === TRIES || JSON.stringify(before) === JSON.stringify(after))
      return countedWithout(all, counted(deps, asked, after));
  }
}

/** The figures, at most a minute old. Whoever nothing is hidden from shares one count with the others. */
export async function staffFigures(deps: RegisterDeps, asked: Asked, viewer: Person): Promise<StaffFigures> {
  const minute = deps.now().toISOString().slice(0, 16);
  const kept = keeper(deps.figures);
  const key = `${asked.period.from} ${asked.period.to}`;
  const figures = await kept.of(minute, `${key} ${viewer.id}`, async () =>
    (await deps.figures.hidden.any(viewer))
      ? countFor(deps, asked, viewer)
      : kept.of(minute, key, () => countAll(deps, asked)),
  );
  return figuresOfCounted(figures);
}

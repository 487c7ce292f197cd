// What is hidden from a member of staff, counted like everything: to be taken from the figures of all cases.
import type { RegisterDeps } from '../../deps.ts';
import {
  type CaseGroup,
  DIMENSIONS,
  type Dimension,
  eachValue,
  type Period,
} from '../../domain/register/figures.ts';
import type { Person } from '../../domain/register/people.ts';
import { pointsIn, spanOf, withDays } from './count.ts';

/** Few cases in few groups: one statement for each part. */
export async function hiddenIn({ figures }: Pick<RegisterDeps, 'figures'>, period: Period, viewer: Person) {
  const span = spanOf(period);
  const { hidden } = figures;
  const groups = {} as Record<Dimension, readonly CaseGroup[]>;
  for (const dimension of DIMENSIONS) {
    const found = withDays(await hidden.groups(dimension, span, viewer));
    groups[dimension] = dimension === 'point' ? eachValue(found, pointsIn) : found;
  }
  return {
    groups,
    ratings: await hidden.ratings(span, viewer),
    extended: await hidden.extended(span, viewer),
    apart: await hidden.apart(span, viewer),
  };
}

/** Years with cases that the viewer may see, newest first. */
export async function firstSeen(
  { figures }: Pick<RegisterDeps, 'figures'>,
  viewer: Person,
): Promise<string | null> {
  return (await figures.hidden.any(viewer)) ? figures.sinceFor(viewer) : figures.since();
}

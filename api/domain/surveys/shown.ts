// Results as they are shown: to staff as they come, to others and of staff as far as they may be. A number that may not be
// shown is `HIDDEN`; there is no other way to a view. Made by `release.ts` alone.
import type { Audience } from '../../../src/forms/survey/definition.ts';
import type { DestroyedAnswers } from '../register/act-surveys.ts';
import { HIDDEN, type Public } from '../register/public-figures.ts';
import { LEFT_OPEN } from './counts.ts';
import type { ResultField } from './fields.ts';
import type { MeanBound } from './looks.ts';
import { coarseParts, partsOf, type ShownPart } from './parts.ts';
import { goodFrom, type Interval, meanOf, medianOf, type Nps, npsOf, shareOf } from './statistics.ts';
import { distributionOf, type FieldTally } from './tally.ts';
import { CANT_SAY } from './versions.ts';

/** Months, both included; null where answers have no time. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

export interface ShownValue {
  readonly value: string;
  readonly label: string;
  readonly n: Public<number>;
  /** Of those who answered; where it is not told how many did, of those asked. Null of nobody. */
  readonly share: Public<Interval | null>;
}

export interface ShownMean extends Interval {
  readonly is: MeanBound;
}

export interface ShownField {
  readonly field: ResultField;
  readonly months: Months | null;
  readonly asked: Public<number>;
  /** Who gave an answer other than “can't say”. */
  readonly n: Public<number>;
  readonly cantSay: Public<number>;
  readonly empty: Public<number>;
  /** Empty of what is written. */
  readonly values: readonly ShownValue[];
  /** Null where answers are no numbers, or there are none. */
  readonly mean: Public<ShownMean | null>;
  readonly median: Public<number | null>;
  /** The share of the two highest points (CSAT, CES). */
  readonly good: Public<Interval | null>;
  readonly nps: Public<Nps | null>;
}

/** What may be seen of a question; null: nothing. */
export interface Sight {
  /** Parts that are hidden; null hides all. */
  readonly hidden: ReadonlySet<string> | null;
  readonly mean: MeanBound | null;
  readonly tellsN: boolean;
  /** Only in groups, as everybody sees them. */
  readonly isCoarse: boolean;
}

/** Everything, for whoever may see all of it. */
export const ALL: Sight = { hidden: new Set(), mean: 'exactly', tellsN: true, isCoarse: false };

function shownValues(tally: FieldTally, sight: Sight): ShownValue[] {
  const of = sight.tellsN ? tally.answered : tally.asked;
  const shown = ({ value, label, n }: ShownPart): ShownValue =>
    sight.hidden === null || sight.hidden.has(value)
      ? { value, label, n: HIDDEN, share: HIDDEN }
      : { value, label, n, share: shareOf(n, of) };
  return (sight.isCoarse ? coarseParts(tally) : partsOf(tally)).map(shown);
}

/** Where a bound is told it is the same whatever the answers, so that it tells no more than that. */
function shownMean(tally: FieldTally, { mean, hidden }: Sight): Public<ShownMean | null> {
  const given = distributionOf(tally);
  const { range } = tally.field;
  if (!given || !range || (tally.answered === 0 && hidden)) return null;
  if (mean === null) return HIDDEN;
  if (mean !== 'exactly')
    return { is: mean, value: mean === 'at-least' ? range[1] - 1 : range[0] + 1, low: null, high: null };
  const of = meanOf(given, range);
  // Without the parts the interval would tell how they are spread.
  return of && { is: mean, ...(hidden ? of : { value: of.value, low: null, high: null }) };
}

/** The two highest points of a scale; of one with two or three points they would be nearly all. */
function shownGood(tally: FieldTally, isWhole: boolean): Public<Interval | null> {
  const { range, kind } = tally.field;
  if (!range || (kind !== 'scale' && kind !== 'grid') || range[1] < 4) return null;
  if (!isWhole) return HIDDEN;
  const good = tally.values.reduce(
    (sum, { value, n }) => sum + (Number(value) >= goodFrom(range) ? n : 0),
    0,
  );
  return shareOf(good, tally.answered);
}

function ofNumbers(tally: FieldTally, sight: Sight): Pick<ShownField, 'mean' | 'median' | 'good' | 'nps'> {
  const given = distributionOf(tally);
  const isWhole = sight.hidden?.size === 0;
  const isNps = tally.field.kind === 'nps';
  // The median of a number is the very number that somebody gave.
  const hasMedian = given !== null && !(sight.isCoarse && (isNps || tally.field.kind === 'number'));
  return {
    mean: shownMean(tally, sight),
    median: !hasMedian ? null : isWhole ? medianOf(given) : HIDDEN,
    good: shownGood(tally, isWhole),
    nps: !isNps || !given ? null : isWhole ? npsOf(given) : HIDDEN,
  };
}

/** A question as far as it may be seen. */
export function shownField(tally: FieldTally, sight: Sight | null, months: Months | null): ShownField {
  const seen: Sight = sight ?? { hidden: null, mean: null, tellsN: false, isCoarse: true };
  const part = (n: number, name: string): Public<number> =>
    seen.tellsN || (seen.hidden && !seen.hidden.has(name)) ? n : HIDDEN;
  return {
    field: tally.field,
    months,
    asked: seen.tellsN || seen.hidden ? tally.asked : HIDDEN,
    n: seen.tellsN ? tally.answered : HIDDEN,
    cantSay: part(tally.cantSay, CANT_SAY),
    empty: part(tally.empty, LEFT_OPEN),
    values: shownValues(tally, seen),
    ...ofNumbers(tally, seen),
  };
}

export interface ShownCell {
  readonly n: Public<number>;
  readonly mean: Public<ShownMean | null>;
}

export interface ShownGroup {
  readonly value: string;
  readonly label: string;
  readonly responses: Public<number>;
  /** For each question of numbers, in their order. */
  readonly cells: readonly ShownCell[];
}

/** The means of each group of those who answered a question. */
export interface ShownSplit {
  readonly by: ResultField;
  /** Questions of numbers, in order. */
  readonly fields: readonly ResultField[];
  readonly groups: readonly ShownGroup[];
}

/** One-time codes of a staff survey. */
export interface Participation {
  readonly made: number;
  readonly used: number;
}

export interface ResultHead {
  readonly survey: string;
  readonly version: number;
  readonly title: string;
  readonly audience: Audience;
  readonly threshold: number;
  readonly opens: string;
  readonly closes: string;
  /** Answers that were there once and are no more; what is shown beside it is what was released before, or came after. */
  readonly destroyed: readonly DestroyedAnswers[];
}

// Results as they are shown: to staff completely, otherwise as far as allowed. A number that may not be shown
// is `HIDDEN`. Made only by `release.ts`.
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

/** Months, both included; null when answers have no time. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

export interface ShownValue {
  readonly value: string;
  readonly label: string;
  readonly n: Public<number>;
  /** Share of the respondents; when their number is hidden, of those asked. Null when there are none. */
  readonly share: Public<Interval | null>;
}

export interface ShownMean extends Interval {
  readonly is: MeanBound;
}

export interface ShownField {
  readonly field: ResultField;
  readonly months: Months | null;
  readonly asked: Public<number>;
  /** Number of answers other than “can't say”. */
  readonly n: Public<number>;
  readonly cantSay: Public<number>;
  readonly empty: Public<number>;
  /** Empty for free text. */
  readonly values: readonly ShownValue[];
  /** Null when answers are not numbers, or there are none. */
  readonly mean: Public<ShownMean | null>;
  readonly median: Public<number | null>;
  /** The share of the two highest points (CSAT, CES). */
  readonly good: Public<Interval | null>;
  readonly nps: Public<Nps | null>;
}

/** What may be seen of a question; null: nothing. */
export interface Sight {
  /** Hidden parts; null hides all. */
  readonly hidden: ReadonlySet<string> | null;
  readonly mean: MeanBound | null;
  readonly tellsN: boolean;
  /** Only in groups, as for the public. */
  readonly isCoarse: boolean;
}

/** Everything. */
export const ALL: Sight = { hidden: new Set(), mean: 'exactly', tellsN: true, isCoarse: false };

function shownValues(tally: FieldTally, sight: Sight): ShownValue[] {
  const of = sight.tellsN ? tally.answered : tally.asked;
  const shown = ({ value, label, n }: ShownPart): ShownValue =>
    sight.hidden === null || sight.hidden.has(value)
      ? { value, label, n: HIDDEN, share: HIDDEN }
      : { value, label, n, share: shareOf(n, of) };
  return (sight.isCoarse ? coarseParts(tally) : partsOf(tally)).map(shown);
}

/** A bound is chosen independently of the answers, so that it reveals nothing else. */
function shownMean(tally: FieldTally, { mean, hidden }: Sight): Public<ShownMean | null> {
  const given = distributionOf(tally);
  const { range } = tally.field;
  if (!given || !range || (tally.answered === 0 && hidden)) return null;
  if (mean === null) return HIDDEN;
  if (mean !== 'exactly')
    return { is: mean, value: mean === 'at-least' ? range[1] - 1 : range[0] + 1, low: null, high: null };
  const of = meanOf(given, range);
  // Without the parts, the interval would reveal their spread.
  return of && { is: mean, ...(hidden ? of : { value: of.value, low: null, high: null }) };
}

/** The two highest points of a scale; with two or three points they would be nearly all. */
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
  // The median of a number question is a number that somebody gave.
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
  /** For each numeric question, in order. */
  readonly cells: readonly ShownCell[];
}

/** The means of each group of respondents of a question. */
export interface ShownSplit {
  readonly by: ResultField;
  /** Numeric questions, in order. */
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
  /** Answers that were destroyed; figures beside it were released earlier or came later. */
  readonly destroyed: readonly DestroyedAnswers[];
}

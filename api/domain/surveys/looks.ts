// What may be published about one question at the end of each time step, so that nothing below the threshold
// can be derived from one look or from any two. Pure. `docs/decisions/0027-survey-results.md` explains why.

import { shownParts } from '../register/suppression.ts';
import { LEFT_OPEN } from './counts.ts';
import { isWrittenField } from './fields.ts';
import { coarseParts } from './parts.ts';
import type { Distribution } from './statistics.ts';
import { distributionOf, type FieldTally } from './tally.ts';
import { CANT_SAY } from './versions.ts';

/** An exact mean, or a bound when it is so near an end of the scale that it would reveal a few answers. */
export type MeanBound = 'exactly' | 'at-least' | 'at-most';

export interface Look {
  /** Index of the step. */
  readonly step: number;
  /** Hidden parts whose sum is known; null when no part is shown. */
  readonly hidden: ReadonlySet<string> | null;
  readonly mean: MeanBound | null;
  /** True when the number of respondents is shown. */
  readonly tellsN: boolean;
}

export interface Rule {
  /** The smallest number that is shown. */
  readonly least: number;
  /** The possible respondents are known by name, so unanimity is hidden too. */
  readonly isStaff: boolean;
}

/** Zero, or enough. */
export const isFine = (n: number, least: number): boolean => n === 0 || n >= least;

type Cells = ReadonlyMap<string, number>;

/** The parts of a list: the answers, “can't say” and left empty; they add up to the number asked. */
function cellsOf(tally: FieldTally): Cells {
  if (isWrittenField(tally.field))
    return new Map([
      ['', tally.answered],
      [LEFT_OPEN, tally.empty],
    ]);
  const cells = new Map(coarseParts(tally).map(({ value, n }) => [value, n]));
  if (tally.field.cantSay || tally.cantSay > 0) cells.set(CANT_SAY, tally.cantSay);
  return cells.set(LEFT_OPEN, tally.empty);
}

/** True when, as far as can be known, at least two different answers may have been given. */
function areMixed(cells: Cells, hidden: ReadonlySet<string>): boolean {
  const answers = [...cells].filter(([value]) => value !== CANT_SAY && value !== LEFT_OPEN);
  return answers.length < 2 || answers.filter(([value, n]) => n > 0 || hidden.has(value)).length > 1;
}

/**
 * The parts that one look hides; null when it shows none. For numbers all parts are shown or none, because a
 * mean reveals the rest.
 */
function hiddenOf(tally: FieldTally, { least, isStaff }: Rule): ReadonlySet<string> | null {
  const cells = cellsOf(tally);
  const names = [...cells.keys()];
  const shown = shownParts(
    [...cells.values()].map(n => ({ cells: [n], adds: [n] })),
    1,
    least,
  );
  const hidden = new Set(names.filter((_, i) => !shown[i]));
  const isNone = tally.field.range === null ? hidden.size === names.length : hidden.size > 0;
  return isNone || (isStaff && !areMixed(cells, hidden)) ? null : hidden;
}

/** Sets of parts whose sum is known from both looks: everything that one of them hides together. */
function* blocksOfBoth(names: Iterable<string>, a: ReadonlySet<string>, b: ReadonlySet<string>) {
  const meet = [...a].some(name => b.has(name));
  const groups = meet ? [new Set([...a, ...b])] : [a, b];
  yield* groups.filter(({ size }) => size > 0);
  for (const name of names) if (!a.has(name) && !b.has(name)) yield new Set([name]);
}

const sumOf = (cells: Cells, names: ReadonlySet<string>): number =>
  [...names].reduce((sum, name) => sum + (cells.get(name) ?? 0), 0);

/** True when every derivable difference between two looks is zero or enough. */
function partsMove(a: FieldTally, b: FieldTally, looks: readonly [Look, Look], least: number): boolean {
  const [hiddenA, hiddenB] = [looks[0].hidden, looks[1].hidden];
  if (!hiddenA || !hiddenB) return true;
  const [before, after] = [cellsOf(a), cellsOf(b)];
  // A part that was shown and is later hidden with others could be subtracted from their sum.
  if ([...hiddenB].some(name => !hiddenA.has(name))) return false;
  return [...blocksOfBoth(new Set([...before.keys(), ...after.keys()]), hiddenA, hiddenB)].every(block =>
    isFine(sumOf(after, block) - sumOf(before, block), least),
  );
}

/** The distance of all answers together from all being the lowest and from all being the highest. */
function distances(of: Distribution, [low, high]: readonly [number, number]): readonly [number, number] {
  const distance = (end: number) => of.reduce((sum, { worth, n }) => sum + n * Math.abs(worth - end), 0);
  return [distance(low), distance(high)];
}

/**
 * A mean so near an end that all but a few gave that answer, or all did, is given as a bound that always
 * holds.
 */
export function meanBoundOf(tally: FieldTally, least: number): MeanBound | null {
  const { range } = tally.field;
  const given = distributionOf(tally);
  if (!range || !given || tally.answered < least) return null;
  const [fromLow, fromHigh] = distances(given, range);
  if (fromLow >= least && fromHigh >= least) return 'exactly';
  if (range[1] - range[0] < 2) return null;
  return fromHigh < least ? 'at-least' : 'at-most';
}

function meansMove(a: FieldTally, b: FieldTally, looks: readonly [Look, Look], least: number): boolean {
  if (looks.some(({ mean }) => mean !== 'exactly')) return true;
  const came = b.answered - a.answered;
  if (came === 0) return true;
  const range = b.field.range as readonly [number, number];
  const [lowA, highA] = distances(distributionOf(a) ?? [], range);
  const [lowB, highB] = distances(distributionOf(b) ?? [], range);
  return came >= least && lowB - lowA >= least && highB - highA >= least;
}

const groupsOf = ({ answered, cantSay, empty }: FieldTally): readonly number[] => [answered, cantSay, empty];

const numbersMove = (a: FieldTally, b: FieldTally, least: number): boolean =>
  groupsOf(b).every((n, i) => isFine(n - (groupsOf(a)[i] ?? 0), least));

/** True when a look may follow an earlier one: nothing can be derived from the two. */
const mayFollow = (
  steps: readonly FieldTally[],
  earlier: readonly Look[],
  look: Look,
  least: number,
): boolean =>
  earlier.every(before => {
    const [a, b] = [steps[before.step], steps[look.step]] as [FieldTally, FieldTally];
    return (
      partsMove(a, b, [before, look], least) &&
      meansMove(a, b, [before, look], least) &&
      (!before.tellsN || !look.tellsN || numbersMove(a, b, least))
    );
  });

/** The look in parts; null when the answers do not allow one. */
function inParts(steps: readonly FieldTally[], step: number, rule: Rule): Look | null {
  const tally = steps[step] as FieldTally;
  const hidden = hiddenOf(tally, rule);
  if (!hidden) return null;
  const tellsN = !hidden.has(CANT_SAY) && !hidden.has(LEFT_OPEN);
  // Three groups together with a mean would reveal the points within the groups.
  const hasMean = tally.field.range !== null && tally.field.kind !== 'nps' && tally.answered > 0;
  return { step, hidden, mean: hasMean ? 'exactly' : null, tellsN };
}

interface Standing extends Rule {
  readonly earlier: readonly Look[];
  readonly isKnown: boolean;
}

/** The look with the mean only, and the number of answers when that reveals nobody. */
function inMean(
  steps: readonly FieldTally[],
  step: number,
  { least, earlier, isKnown }: Standing,
): Look | null {
  const tally = steps[step] as FieldTally;
  const mean = meanBoundOf(tally, least);
  if (!mean) return null;
  const tellsN =
    isKnown &&
    groupsOf(tally).every(n => isFine(n, least)) &&
    earlier.every(before => !before.tellsN || numbersMove(steps[before.step] as FieldTally, tally, least));
  return { step, hidden: null, mean, tellsN };
}

function lookAfter(steps: readonly FieldTally[], step: number, standing: Standing): Look | null {
  const { earlier, isKnown, least } = standing;
  const parts = isKnown ? inParts(steps, step, standing) : null;
  if (parts && mayFollow(steps, earlier, parts, least)) return parts;
  if (earlier.some(({ hidden }) => hidden)) return null;
  const mean = inMean(steps, step, standing);
  return mean && mayFollow(steps, earlier, mean, least) ? mean : null;
}

/**
 * All looks at a question of one list, in the order of time; the last is the present one. A question that was
 * once shown in parts stays so: it waits until its parts may advance, rather than fall back to a mean.
 * @param steps cumulated counts at the end of each step
 * @param isKnown whether the number asked is known at that step; otherwise only a mean may be shown
 */
export function looksAt(
  steps: readonly FieldTally[],
  rule: Rule,
  isKnown: (step: number) => boolean,
): readonly Look[] {
  const looks: Look[] = [];
  for (const step of steps.keys()) {
    const next = lookAfter(steps, step, { ...rule, earlier: looks, isKnown: isKnown(step) });
    if (next) looks.push(next);
  }
  return looks;
}

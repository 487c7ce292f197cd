// The same for a question of which several answers may be chosen: each answer splits those asked in two, by itself. Pure.
import { LEFT_OPEN } from './counts.ts';
import { isFine, type Look, type Rule } from './looks.ts';
import type { FieldTally } from './tally.ts';

const chosen = ({ values }: FieldTally, option: string): number =>
  values.find(({ value }) => value === option)?.n ?? 0;

/** Every group that showing an option tells: who chose it, and who did not, of those asked and of those who answered. */
function groups(of: FieldTally, option: string, tellsN: boolean): readonly number[] {
  const n = chosen(of, option);
  return [n, of.asked - n, ...(tellsN ? [of.answered - n] : [])];
}

const moves = (before: readonly number[], after: readonly number[], least: number): boolean =>
  after.every((n, i) => before[i] === undefined || isFine(n - before[i], least));

interface At {
  readonly steps: readonly FieldTally[];
  readonly earlier: readonly Look[];
  readonly least: number;
}

const answeredOf = ({ answered, empty }: FieldTally): readonly number[] => [answered, empty];

/**
 * How many answered is told from the first look on, or never: told later, it would be of several steps together, and whoever
 * chose one option in one of them and another in the next could be taken from it.
 */
function tellsN(now: FieldTally, { steps, earlier, least }: At): boolean {
  const isTold = (look: Look): boolean =>
    look.tellsN && moves(answeredOf(steps[look.step] as FieldTally), answeredOf(now), least);
  return answeredOf(now).every(n => isFine(n, least)) && earlier.every(isTold);
}

function isShown(now: FieldTally, option: string, withN: boolean, { steps, earlier, least }: At): boolean {
  if (!groups(now, option, withN).every(n => isFine(n, least))) return false;
  return earlier.every(look => {
    if (!look.hidden || look.hidden.has(option)) return true;
    const before = groups(steps[look.step] as FieldTally, option, look.tellsN);
    return moves(before, groups(now, option, withN), least);
  });
}

/** Every look at the question, in the order of time; see `looksAt`. */
export function optionLooksAt(
  steps: readonly FieldTally[],
  { least, isStaff }: Rule,
  isKnown: (step: number) => boolean,
): readonly Look[] {
  const looks: Look[] = [];
  steps.forEach((now, step) => {
    if (!isKnown(step)) return;
    const at: At = { steps, earlier: looks, least };
    const withN = tellsN(now, at);
    const options = now.values.map(({ value }) => value);
    // Nothing chosen by nobody: of staff it would tell what all of them did or did not do.
    const isTold = (option: string) =>
      isShown(now, option, withN, at) && !(isStaff && groups(now, option, withN).includes(0));
    const hidden = options.filter(option => !isTold(option));
    if (hidden.length === options.length) return;
    looks.push({
      step,
      hidden: new Set(withN ? hidden : [...hidden, LEFT_OPEN]),
      mean: null,
      tellsN: withN,
    });
  });
  return looks;
}

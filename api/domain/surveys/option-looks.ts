// The same for a question with several choices: each answer splits the people asked into two groups. Pure.
import { LEFT_OPEN } from './counts.ts';
import { isFine, type Look, type Rule } from './looks.ts';
import type { FieldTally } from './tally.ts';

const chosen = ({ values }: FieldTally, option: string): number =>
  values.find(({ value }) => value === option)?.n ?? 0;

/**
 * Every group that showing an option reveals: who chose it and who did not, of those asked and of those who
 * answered.
 */
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
 * Whether the number of respondents is shown: from the first look on at each, or never. Shown only sometimes,
 * it could be compared with an option that is shown for several steps together, leaving a few. Null: this
 * look must wait.
 */
function tellsN(now: FieldTally, { steps, earlier, least }: At): boolean | null {
  if (earlier[0] && !earlier[0].tellsN) return false;
  const isTold = (look: Look): boolean =>
    moves(answeredOf(steps[look.step] as FieldTally), answeredOf(now), least);
  const isFineNow = answeredOf(now).every(n => isFine(n, least)) && earlier.every(isTold);
  return isFineNow || earlier.length === 0 ? isFineNow : null;
}

function isShown(now: FieldTally, option: string, withN: boolean, { steps, earlier, least }: At): boolean {
  if (!groups(now, option, withN).every(n => isFine(n, least))) return false;
  return earlier.every(look => {
    if (!look.hidden || look.hidden.has(option)) return true;
    const before = groups(steps[look.step] as FieldTally, option, look.tellsN);
    return moves(before, groups(now, option, withN), least);
  });
}

function lookAt(step: number, at: At, isStaff: boolean): Look | null {
  const now = at.steps[step] as FieldTally;
  const withN = tellsN(now, at);
  if (withN === null) return null;
  const options = now.values.map(({ value }) => value);
  // Options chosen by nobody are not shown: for staff they would reveal what all of them did or did not do.
  const isTold = (option: string): boolean =>
    isShown(now, option, withN, at) && !(isStaff && groups(now, option, withN).includes(0));
  const hidden = options.filter(option => !isTold(option));
  if (hidden.length === options.length) return null;
  return { step, hidden: new Set(withN ? hidden : [...hidden, LEFT_OPEN]), mean: null, tellsN: withN };
}

/** All looks at the question, in the order of time; see `looksAt`. */
export function optionLooksAt(
  steps: readonly FieldTally[],
  { least, isStaff }: Rule,
  isKnown: (step: number) => boolean,
): readonly Look[] {
  const looks: Look[] = [];
  for (const step of steps.keys()) {
    const look = isKnown(step) ? lookAt(step, { steps, earlier: looks, least }, isStaff) : null;
    if (look) looks.push(look);
  }
  return looks;
}

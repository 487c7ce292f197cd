// The only source of results: views accept `Results`, and only this file makes them. Staff see answers to
// public and kiosk surveys at once; the public, and everybody for staff surveys, sees only what covers at
// least the survey's threshold. Pure. What is hidden and why: `docs/decisions/0027-survey-results.md`.
import { HIDDEN, type Public } from '../register/public-figures.ts';
import { isAskedKnown, type Judged } from './asked.ts';
import type { CountRow } from './counts.ts';
import { type ResultField, resultFields } from './fields.ts';
import { type Look, looksAt } from './looks.ts';
import { optionLooksAt } from './option-looks.ts';
import {
  ALL,
  type Months,
  type Participation,
  type ResultHead,
  type ShownField,
  type ShownSplit,
  shownField,
} from './shown.ts';
import { groupFields, guardedSplit, liveSplit, type SliceRow } from './split.ts';
import { type Step, stepOf } from './steps.ts';
import { type FieldTally, tally } from './tally.ts';
import { type AnsweredVersion, isDestroyed } from './versions.ts';

declare const checked: unique symbol;

type Withheld = 'open' | 'too-few' | 'destroyed';

/** Results that may be shown to the audience they were made for. */
export interface Results extends ResultHead {
  readonly [checked]: 'live' | 'released';
  readonly isLive: boolean;
  /**
   * Why there is nothing: a staff survey is still open, too few have answered, or the answers were destroyed.
   * Otherwise null.
   */
  readonly withheld: Withheld | null;
  readonly responses: Public<number>;
  /** Only for a staff survey. */
  readonly participation: Participation | null;
  readonly months: Months | null;
  readonly fields: readonly ShownField[];
  readonly split: ShownSplit | null;
}

/** Results that everybody may see: the source of public pages and open data. */
export interface ReleasedResults extends Results {
  readonly [checked]: 'released';
}

type MonthRow = Pick<CountRow, 'month' | 'question' | 'value' | 'n'>;

const headOf = ({ definition, ...of }: AnsweredVersion): ResultHead => ({
  survey: of.survey,
  version: of.version,
  title: definition.title,
  audience: of.audience,
  threshold: of.threshold,
  opens: definition.opens,
  closes: definition.closes,
  destroyed: of.destroyed ?? [],
});

const make = <T extends Results>(results: Omit<T, typeof checked>): T => results as T;

const monthsOf = ({ from, to }: Step): Months | null => (to === '' ? null : { from, to });

export interface LiveParts {
  /** Totals over months and channels, for everybody. */
  readonly rows: readonly Pick<CountRow, 'question' | 'value' | 'n'>[];
  readonly months: Months | null;
  /** The question to split by, with the rows of its slices. */
  readonly split: { readonly by: string; readonly rows: readonly SliceRow[] } | null;
}

/** Everything, for staff. Null for a staff survey. */
export function liveResults(of: AnsweredVersion, { rows, months, split }: LiveParts): Results | null {
  if (of.audience === 'staff') return null;
  const fields = resultFields(of.definition);
  const { responses, fields: tallies } = tally(fields, rows);
  const by = split && groupFields(fields).find(({ name }) => name === split.by);
  return make<Results>({
    ...headOf(of),
    isLive: true,
    withheld: responses === 0 && isDestroyed(of) ? 'destroyed' : null,
    responses,
    participation: null,
    months,
    fields: tallies.map(one => shownField(one, ALL, months)),
    split: by ? liveSplit(by, fields, split.rows) : null,
  });
}

/** Questions in order, each with its looks: whether one may be shown can depend on earlier ones. */
function judge(fields: readonly ResultField[], steps: readonly Step[], of: AnsweredVersion) {
  const rule = { least: of.threshold, isStaff: of.audience === 'staff' };
  const tallies = steps.map(({ rows }) => tally(fields, rows));
  const judged = new Map<string, Judged>();
  fields.forEach((field, i) => {
    const own = tallies.map(({ fields: all }) => all[i] as FieldTally);
    const isKnown = (step: number): boolean =>
      isAskedKnown(own, step, { judged, responses: steps[step]?.responses ?? 0 });
    const looks = (field.kind === 'choices' ? optionLooksAt : looksAt)(own, rule, isKnown);
    judged.set(field.name, { steps: own, looks });
  });
  return judged;
}

const sightOf = ({ hidden, mean, tellsN }: Look) => ({ hidden, mean, tellsN, isCoarse: true });

function fieldAt({ steps: own, looks }: Judged, steps: readonly Step[]): ShownField {
  const look = looks.at(-1);
  const step = look ? look.step : own.length - 1;
  return shownField(own[step] as FieldTally, look ? sightOf(look) : null, monthsOf(steps[step] as Step));
}

const nothing = (
  of: AnsweredVersion,
  withheld: Withheld,
  participation: Participation | null,
): ReleasedResults =>
  make<ReleasedResults>({
    ...headOf(of),
    isLive: false,
    withheld,
    responses: HIDDEN,
    participation,
    months: null,
    fields: [],
    split: null,
  });

function release(
  of: AnsweredVersion,
  steps: readonly Step[],
  participation: Participation | null = null,
): ReleasedResults {
  const last = steps.at(-1);
  if (!last && isDestroyed(of)) return nothing(of, 'destroyed', participation);
  if (!last || last.responses < of.threshold) return nothing(of, 'too-few', participation);
  const judged = judge(resultFields(of.definition), steps, of);
  return make<ReleasedResults>({
    ...headOf(of),
    isLive: false,
    withheld: null,
    responses: last.responses,
    participation,
    months: monthsOf(last),
    fields: [...judged.values()].map(one => fieldAt(one, steps)),
    split: null,
  });
}

/**
 * The public results of a public or kiosk survey. Null for a staff survey.
 * @param steps all steps so far, in order (`nextStep`)
 */
export const publicResults = (of: AnsweredVersion, steps: readonly Step[]): ReleasedResults | null =>
  of.audience === 'staff' ? null : release(of, steps);

export interface StaffParts {
  readonly rows: readonly MonthRow[];
  /** Null when no invitations are known. */
  readonly participation: Participation | null;
  /** While it may still be answered, only participation is shown. */
  readonly isOpen: boolean;
  readonly split: { readonly by: string; readonly rows: readonly SliceRow[] } | null;
}

/**
 * The results of a staff survey for anybody (rule point 10.2): participation until it closes, then only what
 * covers at least the threshold. Null for another survey.
 */
export function staffResults(of: AnsweredVersion, parts: StaffParts): Results | null {
  if (of.audience !== 'staff') return null;
  const { rows, participation, isOpen, split } = parts;
  if (isOpen) return nothing(of, 'open', participation);
  // Answers of staff have no month: they arrive all at once, in one step.
  const step = stepOf(rows);
  const results = release(of, step ? [step] : [], participation);
  const by = split && results.fields.find(({ field }) => field.name === split.by && field.group);
  if (!by) return results;
  return {
    ...results,
    split: guardedSplit(by, tally(resultFields(of.definition), rows), split.rows, {
      shown: results.fields,
      least: of.threshold,
    }),
  };
}

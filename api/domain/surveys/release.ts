// The one door to results: views take `Results`, and only what stands here makes them. Staff see answers to public and kiosk
// surveys as they come; everybody, and of staff surveys anybody, sees what tells of no fewer than the survey's threshold.
// Pure. What is hidden and why that holds: `docs/decisions/0027-survey-results.md`.
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
import { responsesByMonth, type Step, stepsOf } from './steps.ts';
import { type FieldTally, type Tally, tally } from './tally.ts';
import type { AnsweredVersion } from './versions.ts';

declare const checked: unique symbol;

/** Results that may be shown to whom they were made for. Counts are none, nor is anything made elsewhere. */
export interface Results extends ResultHead {
  readonly [checked]: 'live' | 'released';
  readonly isLive: boolean;
  /** Why there is nothing: a survey of staff is still open, or too few have answered. Null where there is something. */
  readonly withheld: 'open' | 'too-few' | null;
  readonly responses: Public<number>;
  /** Of a survey of staff. */
  readonly participation: Participation | null;
  readonly months: Months | null;
  readonly fields: readonly ShownField[];
  readonly split: ShownSplit | null;
}

/** Results that everybody may see: what pages without a sign-in and open data are made of. */
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
});

const make = <T extends Results>(results: Omit<T, typeof checked>): T => results as T;

function monthsOf(rows: readonly MonthRow[], to?: string): Months | null {
  const months = responsesByMonth(rows).map(([month]) => month);
  const [first, last] = [months[0], to ?? months.at(-1)];
  return first && last ? { from: first, to: last } : null;
}

export interface LiveParts {
  /** Added up over months and channels, of everybody. */
  readonly rows: readonly Pick<CountRow, 'question' | 'value' | 'n'>[];
  readonly months: Months | null;
  /** The question to split by, with the rows of its slices. */
  readonly split: { readonly by: string; readonly rows: readonly SliceRow[] } | null;
}

/** Everything there is, for staff. Of a survey of staff never: null. */
export function liveResults(of: AnsweredVersion, { rows, months, split }: LiveParts): Results | null {
  if (of.audience === 'staff') return null;
  const fields = resultFields(of.definition);
  const { responses, fields: tallies } = tally(fields, rows);
  const by = split && groupFields(fields).find(({ name }) => name === split.by);
  return make<Results>({
    ...headOf(of),
    isLive: true,
    withheld: null,
    responses,
    participation: null,
    months,
    fields: tallies.map(one => shownField(one, ALL, months)),
    split: by ? liveSplit(by, fields, split.rows) : null,
  });
}

interface Cumulated {
  readonly steps: readonly Step[];
  readonly tallies: readonly Tally[];
}

/** Counts up to the end of each step. */
function cumulate(
  fields: readonly ResultField[],
  rows: readonly MonthRow[],
  steps: readonly Step[],
): Cumulated {
  const upTo = (month: string) => rows.filter(row => row.month <= month);
  return { steps, tallies: steps.map(({ month }) => tally(fields, upTo(month))) };
}

/** Questions in order, each with its looks: whether one may be shown may hang on those before it. */
function judge(fields: readonly ResultField[], { steps, tallies }: Cumulated, of: AnsweredVersion) {
  const rule = { least: of.threshold, isStaff: of.audience === 'staff' };
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

function fieldAt({ steps, looks }: Judged, times: readonly Step[], rows: readonly MonthRow[]): ShownField {
  const look = looks.at(-1);
  const step = look ? look.step : steps.length - 1;
  const months = monthsOf(rows, times[step]?.month);
  return shownField(steps[step] as FieldTally, look ? sightOf(look) : null, months);
}

const nothing = (
  of: AnsweredVersion,
  withheld: 'open' | 'too-few',
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

interface Released {
  readonly rows: readonly MonthRow[];
  /** Months from this one on don't count yet. */
  readonly before: string;
  readonly participation?: Participation | null;
}

function release(of: AnsweredVersion, { rows, before, participation = null }: Released): ReleasedResults {
  const fields = resultFields(of.definition);
  const steps = stepsOf(rows, before, of.threshold);
  const last = steps.at(-1);
  if (!last) return nothing(of, 'too-few', participation);
  const judged = judge(fields, cumulate(fields, rows, steps), of);
  return make<ReleasedResults>({
    ...headOf(of),
    isLive: false,
    withheld: null,
    responses: last.responses,
    participation,
    months: monthsOf(rows, last.month),
    fields: [...judged.values()].map(one => fieldAt(one, steps, rows)),
    split: null,
  });
}

/**
 * What everybody may see of a public or a kiosk survey: whole months, in steps. Of a survey of staff never: null.
 * @param rows of everybody, added up over channels
 * @param thisMonth the month that is not over yet, `2026-03`
 */
export const publicResults = (
  of: AnsweredVersion,
  rows: readonly MonthRow[],
  thisMonth: string,
): ReleasedResults | null => (of.audience === 'staff' ? null : release(of, { rows, before: thisMonth }));

export interface StaffParts {
  readonly rows: readonly MonthRow[];
  /** Null where no invitations are known of. */
  readonly participation: Participation | null;
  /** Whether it may still be answered: then nothing but participation is shown. */
  readonly isOpen: boolean;
  readonly split: { readonly by: string; readonly rows: readonly SliceRow[] } | null;
}

/**
 * What anybody may see of a survey of staff (rule point 10.2): how many have taken part until it closes; after it what tells
 * of no fewer than the threshold. Null of another survey.
 */
export function staffResults(of: AnsweredVersion, parts: StaffParts): Results | null {
  if (of.audience !== 'staff') return null;
  const { rows, participation, isOpen, split } = parts;
  if (isOpen) return nothing(of, 'open', participation);
  // Answers of staff have no month: all are there at once, and before any.
  const results = release(of, { rows, before: '9999-12', participation });
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

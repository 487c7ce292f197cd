// How long the answers to a survey version are kept, and the record of their destruction. Pure.
import { addDays, monthAfter } from '../../../src/calendar/dates.ts';
import type { SurveyKept } from './act-surveys.ts';
import { type Policies, policyOn, surveyKeptUntil } from './retention.ts';

/** A version with stored answers. */
export interface KeptSurvey {
  readonly survey: string;
  readonly version: number;
  readonly title: string;
  /** Its last day as recorded with the first answer, Riga date. */
  readonly closes: string;
  /** `YYYY-MM`; empty when answers have no time. */
  readonly lastMonth: string;
  readonly answers: number;
  readonly texts: number;
  readonly isHeld: boolean;
  /** Listed by an unfinished act. */
  readonly isInAct: boolean;
  /** A newer version has been answered. */
  readonly isSuperseded: boolean;
}

/** The present content of a survey. */
export interface PresentSurvey {
  readonly id: string;
  readonly version: number;
  readonly closes: string;
}

const lastDayOf = (month: string): string => addDays(`${monthAfter(month, 1)}-01`, -1);
const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * The Riga date on which a version took its last answer: for a superseded version the end of the month of
 * that answer; for the present one the last day of the survey, whatever was recorded with its first answer.
 */
function closedOn(of: KeptSurvey, present: PresentSurvey | undefined): string {
  const last = of.lastMonth === '' ? '' : lastDayOf(of.lastMonth);
  const isPresent = present?.version === of.version;
  if (isPresent) return later(present.closes, last);
  const isSuperseded = of.isSuperseded || (present !== undefined && present.version > of.version);
  return isSuperseded && last !== '' ? last : later(of.closes, last);
}

export interface FallingSurvey {
  readonly of: KeptSurvey;
  readonly closedOn: string;
  /** The first Riga date on which its answers may be destroyed; null without a policy for it. */
  readonly dueOn: string | null;
}

export const fallingSurvey = (
  policies: Policies,
  of: KeptSurvey,
  present: PresentSurvey | undefined,
): FallingSurvey => {
  const closed = closedOn(of, present);
  return { of, closedOn: closed, dueOn: surveyKeptUntil(policies, closed) };
};

/** Why the answers are kept now; null when nothing prevents destruction. */
export function surveyKeptBecause({ of, dueOn }: FallingSurvey, today: string): SurveyKept | null {
  if (of.isHeld) return 'hold';
  return dueOn !== null && dueOn <= today ? null : 'not-due';
}

/** True when an act made now would list it. */
export const mayBeListed = (one: FallingSurvey, today: string): boolean =>
  !one.of.isInAct && surveyKeptBecause(one, today) === null;

/** True when the published figures are destroyed with the answers. */
export const losesFigures = (policies: Policies, closed: string): boolean =>
  policyOn(policies, closed)?.surveys.figures === 'destroy';

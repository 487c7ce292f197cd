// How long a closed case is kept, and what prevents its destruction after its term.
import { addDays, addMonths, rigaDate, rigaInstant, yearOf } from '../../../src/calendar/dates.ts';
import type { RetentionClass, RetentionPolicy } from '../../../src/calendar/retention-schema.ts';
import type { Standing } from '../follow-up.ts';
import { CLOSED } from '../submission.ts';
import type { ActSurvey, SurveyObstacle } from './act-surveys.ts';

/** The facts of a case that decide its retention. */
export interface KeptCase
  extends Pick<
    Standing,
    | 'kind'
    | 'state'
    | 'spam'
    | 'handling'
    | 'outcome'
    | 'closedAt'
    | 'unreadSince'
    | 'reviewRequestedAt'
    | 'erasureRequestedAt'
    | 'heldSince'
    | 'conflicts'
  > {
  readonly id: number;
  readonly reference: string;
}

/** Days before the end of a term at which staff are warned. */
export const WARNINGS = [1, 7, 30] as const;
const HORIZON_DAYS = 30;

/** Why a case is kept after its term. */
const PAUSES = ['open', 'hold', 'unread', 'review', 'erasure'] as const;
export type Pause = (typeof PAUSES)[number];

const PAUSED: Readonly<Record<Pause, (of: KeptCase) => boolean>> = {
  // A duty is open: the deadline runs.
  open: ({ state, closedAt }) => !CLOSED.has(state) || closedAt === null,
  hold: ({ heldSince }) => heldSince !== null,
  unread: ({ unreadSince }) => unreadSince !== null,
  review: ({ reviewRequestedAt }) => reviewRequestedAt !== null,
  erasure: ({ erasureRequestedAt }) => erasureRequestedAt !== null,
};

export const pausesOf = (of: KeptCase): readonly Pause[] => PAUSES.filter(pause => PAUSED[pause](of));

type Term = RetentionClass['term'];
const monthsOf = (term: Term): number => ('years' in term ? term.years * 12 : term.months);

function belongs({ only }: RetentionClass, of: KeptCase): boolean {
  const { kinds, outcomes, spam, whistleblower } = only;
  if (kinds && !kinds.includes(of.kind)) return false;
  if (outcomes && (of.outcome === null || !outcomes.includes(of.outcome))) return false;
  if (spam && of.spam !== 'confirmed') return false;
  return !whistleblower || of.handling === 'whistleblower';
}

export interface Kept {
  readonly class: RetentionClass;
  readonly closedOn: string;
  /** The first Riga date on which it may be destroyed. */
  readonly dueOn: string;
}

/** By the policy in force on the day it was closed; the oldest policy also covers all earlier days. */
export function policyOn(
  policies: readonly RetentionPolicy[],
  closedOn: string,
): RetentionPolicy | undefined {
  return policies.findLast(({ inForce }) => inForce <= closedOn) ?? policies[0];
}

/** The class of a case and the end of its term; null while it is open, or when no class fits. */
export function keptUntil(policies: readonly RetentionPolicy[], of: KeptCase): Kept | null {
  if (of.closedAt === null || !CLOSED.has(of.state)) return null;
  const closedOn = rigaDate(new Date(of.closedAt));
  const policy = policyOn(policies, closedOn);
  const found = policy?.classes.find(one => belongs(one, of));
  if (!policy || !found) return null;
  const last =
    policy.countFrom === 'year-end'
      ? addMonths(`${yearOf(closedOn)}-12-31`, monthsOf(found.term))
      : addMonths(closedOn, monthsOf(found.term));
  return { class: found, closedOn, dueOn: addDays(last, 1) };
}

/** The first Riga date on which the answers to a survey may be destroyed; null without a policy for it. */
export function surveyKeptUntil(policies: readonly RetentionPolicy[], closedOn: string): string | null {
  const policy = policyOn(policies, closedOn);
  if (!policy) return null;
  const from = policy.countFrom === 'year-end' ? `${yearOf(closedOn)}-12-31` : closedOn;
  return addDays(addMonths(from, monthsOf(policy.surveys.term)), 1);
}

/** The last Riga closing date of cases that can fall due by `day`. */
function lastClosing(policies: readonly RetentionPolicy[], day: string): string {
  const shortest = Math.min(...policies.flatMap(({ classes }) => classes.map(({ term }) => monthsOf(term))));
  return Number.isFinite(shortest) ? addMonths(day, -shortest) : day;
}

export type Policies = readonly RetentionPolicy[];

/**
 * The Riga dates to consider, and the instant (UTC) before which a case must have been closed to fall due in
 * them.
 */
export function horizonOf(policies: Policies, now: Date) {
  const today = rigaDate(now);
  const last = addDays(today, HORIZON_DAYS);
  const before = rigaInstant(addDays(lastClosing(policies, last), 1), '00:00');
  return { today, last, before: before.toISOString() };
}

/** Why a case of an act is not destroyed now; null when nothing prevents it. */
export function keptBecause(
  policies: readonly RetentionPolicy[],
  of: KeptCase,
  today: string,
): Pause | 'not-due' | null {
  const [pause] = pausesOf(of);
  if (pause) return pause;
  const kept = keptUntil(policies, of);
  return kept && kept.dueOn <= today ? null : 'not-due';
}

/** Why a case listed in an act was not destroyed by it. */
export type KeptReason = Pause | 'not-due' | 'conflicted';

/** A case whose term was over when an act was made, and why it is not in it. */
export interface LeftOut {
  readonly reference: string;
  /** Riga date. */
  readonly dueOn: string;
  readonly why: readonly Pause[];
}

export interface ActCase {
  readonly reference: string;
  /** Code of the retention class. */
  readonly class: string;
  readonly kind: KeptCase['kind'];
  /** Riga dates. */
  readonly closedOn: string;
  readonly dueOn: string;
  readonly erasedAt: string | null;
  /** As of the end of the act; null before that, for destroyed cases, and in acts of older versions. */
  readonly keptBecause: KeptReason | null;
}

export interface ActSummary {
  readonly id: string;
  /** Number and date, in the institution's numbering. */
  readonly number: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly begunAt: string | null;
  readonly doneAt: string | null;
  readonly cases: number;
  readonly erased: number;
  /** Number of survey versions whose answers it lists, and of those already destroyed. */
  readonly surveys: number;
  readonly surveysErased: number;
}

export interface Act extends ActSummary {
  readonly list: readonly ActCase[];
  readonly surveyList: readonly ActSurvey[];
}

/** A case whose term is over, or ends within the horizon. */
export interface Falling extends Kept {
  readonly of: KeptCase;
  readonly pauses: readonly Pause[];
}

export type ActRefusal = 'no-number' | 'number-taken' | 'nothing-due';

export interface Progress {
  /** Cases, and versions of surveys. */
  readonly erased: number;
  /** True when another round can make progress. */
  readonly moved: boolean;
  /** Remaining in this act after this round. */
  readonly left: readonly {
    readonly reference: string;
    readonly why: KeptReason | null;
  }[];
  /** The same for survey answers. */
  readonly surveysLeft: readonly SurveyObstacle[];
  readonly done: boolean;
}

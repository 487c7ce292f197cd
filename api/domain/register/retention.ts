// How long a closed case is kept, and what stands in the way of destroying it when its term is over.
import { addDays, addMonths, rigaDate, rigaInstant, yearOf } from '../../../src/calendar/dates.ts';
import type { RetentionClass, RetentionPolicy } from '../../../src/calendar/retention-schema.ts';
import type { Standing } from '../follow-up.ts';
import { CLOSED } from '../submission.ts';
import type { ActSurvey, SurveyObstacle } from './act-surveys.ts';

/** What of a case its keeping depends on. */
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

/** Days ahead at which a term that ends is told of. */
export const WARNINGS = [1, 7, 30] as const;
const HORIZON_DAYS = 30;

/** Why a case whose term is over is kept all the same. */
const PAUSES = ['open', 'hold', 'unread', 'review', 'erasure'] as const;
export type Pause = (typeof PAUSES)[number];

const PAUSED: Readonly<Record<Pause, (of: KeptCase) => boolean>> = {
  // Something is owed: the deadline runs.
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

/** By the policy in force on the day it was closed; the oldest reaches back as far as there are cases. */
export function policyOn(
  policies: readonly RetentionPolicy[],
  closedOn: string,
): RetentionPolicy | undefined {
  return policies.findLast(({ inForce }) => inForce <= closedOn) ?? policies[0];
}

/** The class of a case and the day its term is over; null while it is open, or where no class fits. */
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

/** The first Riga date on which what was answered to a survey may be destroyed; null where no policy says so. */
export function surveyKeptUntil(policies: readonly RetentionPolicy[], closedOn: string): string | null {
  const policy = policyOn(policies, closedOn);
  if (!policy) return null;
  const from = policy.countFrom === 'year-end' ? `${yearOf(closedOn)}-12-31` : closedOn;
  return addDays(addMonths(from, monthsOf(policy.surveys.term)), 1);
}

/** The last Riga date of closing with which a case can fall due by `day`. */
function lastClosing(policies: readonly RetentionPolicy[], day: string): string {
  const shortest = Math.min(...policies.flatMap(({ classes }) => classes.map(({ term }) => monthsOf(term))));
  return Number.isFinite(shortest) ? addMonths(day, -shortest) : day;
}

export type Policies = readonly RetentionPolicy[];

/** The Riga dates that are looked at, and before which instant (UTC) a case must have been closed to fall due in them. */
export function horizonOf(policies: Policies, now: Date) {
  const today = rigaDate(now);
  const last = addDays(today, HORIZON_DAYS);
  const before = rigaInstant(addDays(lastClosing(policies, last), 1), '00:00');
  return { today, last, before: before.toISOString() };
}

/** Why a case of an act is not destroyed now; null where nothing stands in the way. */
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

/** Why a case that stands in an act was not destroyed by it. */
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
  /** As it was when the act was ended; null while it is not, where it was destroyed, and in acts of older versions. */
  readonly keptBecause: KeptReason | null;
}

export interface ActSummary {
  readonly id: string;
  /** Number and date, as the institution numbers its acts. */
  readonly number: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly begunAt: string | null;
  readonly doneAt: string | null;
  readonly cases: number;
  readonly erased: number;
  /** Versions of surveys whose answers it lists, and of how many they are gone. */
  readonly surveys: number;
  readonly surveysErased: number;
}

export interface Act extends ActSummary {
  readonly list: readonly ActCase[];
  readonly surveyList: readonly ActSurvey[];
}

/** A case whose term is over, or will be within the horizon. */
export interface Falling extends Kept {
  readonly of: KeptCase;
  readonly pauses: readonly Pause[];
}

export type ActRefusal = 'no-number' | 'number-taken' | 'nothing-due';

export interface Progress {
  /** Cases, and versions of surveys. */
  readonly erased: number;
  /** Whether another round gets further. */
  readonly moved: boolean;
  /** Of this act, after this round. */
  readonly left: readonly {
    readonly reference: string;
    readonly why: KeptReason | null;
  }[];
  /** The same of answers to surveys. */
  readonly surveysLeft: readonly SurveyObstacle[];
  readonly done: boolean;
}

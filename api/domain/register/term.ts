// The term of a case after its first count: its start, its extension, and its restart.
import { type Calendar, createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { rigaDate } from '../../../src/calendar/dates.ts';
import { type Deadline, explainDeadline, policyFor } from '../../../src/calendar/deadline.ts';
import { explanationLines } from '../../../src/calendar/explanation.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { Policy } from '../../../src/calendar/schema.ts';
import { owesReply } from '../../../src/contract/kinds.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import type { Case } from '../case.ts';
import type { Due } from '../due.ts';

export type TermRefusal = 'no-extension' | 'year-missing' | 'too-late' | 'not-longer';

type Termed = Pick<Case, 'submission' | 'events' | 'standing'>;

const lastReopening = ({ events }: Termed): number => events.findLastIndex(({ kind }) => kind === 'reopened');

/** The Riga date of receipt; null when the row is damaged. */
export const receivedOn = ({ submission: { receivedAt } }: Pick<Case, 'submission'>): string | null =>
  Number.isNaN(Date.parse(receivedAt)) ? null : rigaDate(new Date(receivedAt));

/**
 * The Riga date from which the present term is counted: of receipt, or of the request that led to reopening.
 * Null when the row is damaged.
 */
function termStart(of: Termed): string | null {
  const from = of.events[lastReopening(of)]?.detail['from'];
  return typeof from === 'string' ? from : receivedOn(of);
}

/** Null when the calendar does not reach that far. */
function counted(calendar: Calendar, start: string, term: Policy['reply']['term']): Deadline | null {
  try {
    return explainDeadline(calendar, start, term);
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return null;
  }
}

export interface Extension {
  /** Riga date. */
  readonly dueOn: string;
  /** The reasons for which the law allows an extension, as they continue “jo …”. */
  readonly reasons: readonly string[];
  readonly law: string;
  readonly deadline: Deadline;
  readonly reopened: boolean;
}

/**
 * The only possible extension of a term, by the policy of the day it is counted from (Iesniegumu likums
 * 5(3)), or why there is none. A passed term is not extended: that would turn a late answer into a timely
 * one.
 * @param today Riga date
 */
export function extensionOf(
  { policies, calendar }: Pick<SiteBundle, 'policies' | 'calendar'>,
  of: Termed,
  today: string,
): Extension | { readonly refused: TermRefusal } {
  const start = termStart(of);
  if (start === null) return { refused: 'no-extension' };
  const { extendedReply } = policyFor(policies, start);
  const before = of.events.slice(lastReopening(of) + 1).some(({ kind }) => kind === 'due-extended');
  const { dueOn } = of.standing;
  if (!extendedReply || before || !owesReply(of.submission.kind)) return { refused: 'no-extension' };
  if (dueOn !== null && dueOn < today) return { refused: 'too-late' };
  const deadline = counted(createCalendar(calendar), start, extendedReply.term);
  if (!deadline) return { refused: 'year-missing' };
  if (dueOn !== null && deadline.dueOn <= dueOn) return { refused: 'not-longer' };
  const { reasons, law } = extendedReply;
  return { dueOn: deadline.dueOn, reasons, law, deadline, reopened: lastReopening(of) >= 0 };
}

const reopenedLine = (start: string): string =>
  `Izskatīšana atsākta; termiņu skaita no ${formatDate(start, 'genitive')}.`;

/** Describes the count: a reopened case counts from the request, not from the receipt of the submission. */
const countLines = (deadline: Deadline, reopened: boolean): readonly string[] => {
  const [received = '', ...lines] = explanationLines(deadline);
  return [reopened ? reopenedLine(deadline.receivedOn) : received, ...lines, deadline.rule];
};

/**
 * The extended term with its lines, the reason first. Only the law's own reason, because the lines are not
 * sealed.
 */
export const extendedDue = ({ deadline, dueOn, law, reopened }: Extension, reason: string): Due => ({
  dueOn,
  dueExplanation: [`Termiņš pagarināts, jo ${reason} (${law}).`, ...countLines(deadline, reopened)],
});

/**
 * The new term of a reopened case: a request for a review is a submission of its own, so the policy of its
 * day applies. Null when the calendar does not reach that far.
 * @param start Riga date of the request, or of the day the office reopens by itself
 */
export function reopenedDue(
  { policies, calendar }: Pick<SiteBundle, 'policies' | 'calendar'>,
  start: string,
): Due | null {
  const deadline = counted(createCalendar(calendar), start, policyFor(policies, start).reply.term);
  return deadline && { dueOn: deadline.dueOn, dueExplanation: countLines(deadline, true) };
}

/**
 * The last day to forward a matter of another institution (Iesniegumu likums 4); null when the calendar does
 * not reach that far, or the row is damaged.
 */
export function forwardBy(
  { policies, calendar }: Pick<SiteBundle, 'policies' | 'calendar'>,
  of: Termed,
): Deadline | null {
  const start = termStart(of);
  return start === null
    ? null
    : counted(createCalendar(calendar), start, policyFor(policies, start).forward.term);
}

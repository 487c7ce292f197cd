// Legal terms: the policy that applies to a submission, and the end of its term with every day accounted for.
import type { Calendar, DayKind } from './calendar.ts';
import { addDays, addMonths } from './dates.ts';
import type { Policy, Term } from './schema.ts';

export const POLICY_FILE = 'content/policy/iesniegumi.yaml';

/** Thrown for a submission received before the first known policy: an error in the content. */
export class PolicyMissingError extends Error {
  override readonly name = 'PolicyMissingError';
  readonly receivedOn: string;
  constructor(receivedOn: string) {
    super(`Nav zināms, kādi termiņi bija spēkā ${receivedOn}. Papildiniet failu ${POLICY_FILE}.`);
    this.receivedOn = receivedOn;
  }
}

/** The policy for a submission received on this Riga date: the latest in force by then. Throws PolicyMissingError. */
export function policyFor(policies: readonly Policy[], receivedOn: string): Policy {
  const policy = policies.findLast(entry => entry.inForce <= receivedOn);
  if (!policy) throw new PolicyMissingError(receivedOn);
  return policy;
}

export interface SkippedDay {
  date: string;
  kind: DayKind;
  /** In Latvian, lower case: `darba diena pārcelta uz 27. jūniju`. */
  reason: string;
}

export interface Deadline {
  /** Riga date of receipt; the term starts on the following day. */
  receivedOn: string;
  term: Term;
  /** The last day of the term, always a working day. */
  dueOn: string;
  /**
   * The end before any shift: for months, the day before an end on a day off is moved; otherwise the same as
   * `dueOn`.
   */
  endsOn: string;
  /** The working days counted, in order; the last is `dueOn`. Empty for a term in months. */
  counted: string[];
  /** Days not counted: between the counted ones, or those over which the end of a month term was moved. */
  skipped: SkippedDay[];
  /** The rule applied, in Latvian, with its legal ground. */
  rule: string;
}

const WORKING_DAYS_RULE =
  'Termiņu skaita darba dienās, sākot ar nākamo dienu pēc saņemšanas (Administratīvā procesa likuma 42. panta pirmā daļa).';
const MONTHS_RULE =
  'Termiņu skaita, sākot ar nākamo dienu pēc saņemšanas; tas beidzas pēdējā mēneša attiecīgajā datumā vai, ja tāda datuma nav, ' +
  'mēneša pēdējā dienā. Ja tā nav darba diena, termiņš beidzas nākamajā darba dienā ' +
  '(Administratīvā procesa likuma 42. panta pirmā daļa, 43. panta pirmā un otrā daļa).';

function countWorkingDays(calendar: Calendar, receivedOn: string, workingDays: number): Deadline {
  const counted: string[] = [];
  const skipped: SkippedDay[] = [];
  let dueOn = receivedOn;
  while (counted.length < workingDays) {
    dueOn = addDays(dueOn, 1);
    const { working, kind, reason } = calendar.dayKind(dueOn);
    if (working) counted.push(dueOn);
    else skipped.push({ date: dueOn, kind, reason });
  }
  return {
    receivedOn,
    term: { workingDays },
    dueOn,
    endsOn: dueOn,
    counted,
    skipped,
    rule: WORKING_DAYS_RULE,
  };
}

/**
 * The law moves an end on Saturday, Sunday or a holiday. A moved day off is treated the same, because nobody
 * is there to answer. A worked Saturday is a working day, which can only bring the answer forward.
 */
function countMonths(calendar: Calendar, receivedOn: string, months: number): Deadline {
  const endsOn = addMonths(receivedOn, months);
  const skipped: SkippedDay[] = [];
  let dueOn = endsOn;
  let day = calendar.dayKind(dueOn);
  while (!day.working) {
    skipped.push({ date: dueOn, kind: day.kind, reason: day.reason });
    dueOn = addDays(dueOn, 1);
    day = calendar.dayKind(dueOn);
  }
  return { receivedOn, term: { months }, dueOn, endsOn, counted: [], skipped, rule: MONTHS_RULE };
}

/**
 * The end of a term that starts with a receipt, and how it was counted. Submissions have no counting rule of
 * their own, so Administratīvā procesa likums 42(1), 43(1) and 43(2) are applied by analogy. Throws
 * YearMissingError when the count runs into a year the calendar does not cover, RangeError when the term is
 * not a whole number of at least one.
 */
export function explainDeadline(calendar: Calendar, receivedOn: string, term: Term): Deadline {
  const length = 'workingDays' in term ? term.workingDays : term.months;
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`Not a term: ${length}`);
  return 'workingDays' in term
    ? countWorkingDays(calendar, receivedOn, length)
    : countMonths(calendar, receivedOn, length);
}

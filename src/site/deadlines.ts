// The deadlines of the policy in force as rows of a table, each counted out on an example. Pure.
import { createCalendar } from '../calendar/calendar.ts';
import { explainDeadline, policyFor } from '../calendar/deadline.ts';
import { explanationLines } from '../calendar/explanation.ts';
import { formatTermWithin } from '../calendar/format.ts';
import type { CalendarData, Policy, Term } from '../calendar/schema.ts';
import { dateText, unbroken } from './format.ts';
import type { Messages } from './messages.ts';

interface DeadlineRow {
  readonly duty: string;
  readonly within: string;
  readonly dueOn: string;
  readonly due: string;
  readonly law: string;
  readonly url: string | undefined;
  readonly toConfirm: boolean;
  readonly reasons: readonly string[];
}

export interface DeadlineTable {
  readonly inForce: string;
  readonly rows: readonly DeadlineRow[];
  /** How the reply date of the example was counted, one sentence a line. */
  readonly explanation: readonly string[];
}

interface Duty {
  readonly term: Term;
  readonly law: string;
  readonly url?: string | undefined;
  readonly toConfirm?: true | undefined;
  readonly reasons?: readonly string[];
}

/** What a submission received on `receivedOn` is owed. */
export function deadlineTable(
  data: { readonly calendar: CalendarData; readonly policies: readonly Policy[] },
  receivedOn: string,
  { handling: say }: Messages,
): DeadlineTable {
  const calendar = createCalendar(data.calendar);
  const policy = policyFor(data.policies, receivedOn);
  const row = (duty: string, { term, law, url, toConfirm, reasons = [] }: Duty): DeadlineRow => {
    const { dueOn } = explainDeadline(calendar, receivedOn, term);
    const due = dateText(dueOn);
    return {
      duty,
      within: unbroken(formatTermWithin(term)),
      dueOn,
      due,
      law,
      url,
      toConfirm: toConfirm === true,
      reasons,
    };
  };
  return {
    inForce: policy.inForce,
    rows: [
      row(say.reply, policy.reply),
      ...(policy.extendedReply ? [row(say.extended, policy.extendedReply)] : []),
      row(say.forward, policy.forward),
    ],
    explanation: explanationLines(explainDeadline(calendar, receivedOn, policy.reply.term)).map(unbroken),
  };
}

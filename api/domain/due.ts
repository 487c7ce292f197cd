// The day an answer is due and why, by the policy in force on the day of receipt.
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { rigaDate } from '../../src/calendar/dates.ts';
import { explainDeadline, policyFor } from '../../src/calendar/deadline.ts';
import { explanationLinesEn } from '../../src/calendar/explanation.en.ts';
import { explanationLines } from '../../src/calendar/explanation.ts';
import { type Kind, kindFacts } from '../../src/contract/kinds.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import type { NewSubmission } from './submission.ts';

/** The input for a due date. */
export type DueRules = Pick<SiteBundle, 'calendar' | 'policies'>;

export interface Due {
  readonly dueOn: string | null;
  readonly dueExplanation: readonly string[];
}

const NO_REPLY: Readonly<Record<Language, string>> = {
  lv: 'Uz šādu ziņu atbilde nav jāsniedz; mēs to izlasīsim.',
  en: 'No reply is owed to such a message; we will read it.',
};
const UNKNOWN_YEAR: Readonly<Record<Language, (year: number) => string>> = {
  lv: year =>
    `Termiņu vēl nevar aprēķināt: ${year}. gads nav ierakstīts darba dienu kalendārā. To ierakstīsim, un termiņš parādīsies šeit.`,
  en: year =>
    `The date cannot be worked out yet: ${year} is not in the working-day calendar. Once it is, the date will appear here.`,
};

function count(site: DueRules, kind: Kind, received: string, lang: Language): Due {
  const { term } = kindFacts(kind);
  if (term === null) return { dueOn: null, dueExplanation: [NO_REPLY[lang]] };
  try {
    const policy = policyFor(site.policies, received);
    const calendar = createCalendar(site.calendar);
    const deadline = explainDeadline(calendar, received, policy[term].term);
    const dueExplanation =
      lang === 'en' ? explanationLinesEn(calendar, deadline) : [...explanationLines(deadline), deadline.rule];
    return { dueOn: deadline.dueOn, dueExplanation };
  } catch (error) {
    // A submission must not be lost because the calendar lacks the next year; the date follows later.
    if (!(error instanceof YearMissingError)) throw error;
    return { dueOn: null, dueExplanation: [UNKNOWN_YEAR[lang](error.year)] };
  }
}

/**
 * All submissions of one day have the same due date, so it is computed once per day, kind and language, per
 * site.
 */
const counted = new WeakMap<DueRules, Map<string, Due>>();
const DAYS_KEPT = 500;

/**
 * The day an answer is due (Iesniegumu likums 5(3), by the policy in force on the day of receipt), and why.
 * Only the Latvian sentences are stored; the English ones are computed when somebody reads them.
 */
export function dueFor(site: DueRules, kind: Kind, receivedAt: Date, lang: Language = 'lv'): Due {
  const received = rigaDate(receivedAt);
  const known = counted.get(site) ?? new Map<string, Due>();
  counted.set(site, known);
  const key = `${received} ${kindFacts(kind).term} ${lang}`;
  const due = known.get(key) ?? count(site, kind, received, lang);
  if (known.size >= DAYS_KEPT) known.clear();
  known.set(key, due);
  return due;
}

export interface Explanation {
  readonly lang: Language;
  readonly lines: readonly string[];
}

/**
 * The explanation of a stored due date in the reader's language. When the count would differ today, because
 * the calendar or a policy has changed since, the stored Latvian lines are shown: they are the record.
 */
export function explanationOf(
  site: SiteBundle,
  {
    kind,
    receivedAt,
    dueOn,
    dueExplanation,
  }: Pick<NewSubmission, 'kind' | 'receivedAt' | 'dueOn' | 'dueExplanation'>,
  lang: Language,
): Explanation {
  if (lang === 'lv' || Number.isNaN(Date.parse(receivedAt))) return { lang: 'lv', lines: dueExplanation };
  const now = dueFor(site, kind, new Date(receivedAt), lang);
  return now.dueOn === dueOn ? { lang, lines: now.dueExplanation } : { lang: 'lv', lines: dueExplanation };
}

// The state of a staff survey in time: open, closed, or past its retention term.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { type Policies, surveyKeptUntil } from '../register/retention.ts';

export type SurveyTerm = 'open' | 'closed' | 'over';

/** `closes`: the last day of answering, `YYYY-MM-DD`, Europe/Riga. */
export function surveyTerm(closes: string, policies: Policies, now: Date): SurveyTerm {
  const today = rigaDate(now);
  if (today <= closes) return 'open';
  const keptUntil = surveyKeptUntil(policies, closes);
  return keptUntil !== null && keptUntil <= today ? 'over' : 'closed';
}

// Kiosk answers that arrive after the survey's end, or for a version that has been replaced.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { FormDefinition } from '../../src/forms/field.ts';
import { type SurveyDefinition, surveyState } from '../../src/forms/survey/definition.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import { type Waited, waitedIn, wasInTime } from '../domain/surveys/waited.ts';
import type { AppContext } from './reply.ts';

/** Read only for kiosk surveys; for other surveys the header is ignored. */
export const waitedOf = (c: AppContext, { audience }: SurveyDefinition): Waited | null =>
  audience === 'kiosk' ? waitedIn(c.req.header('kiosk-answer')) : null;

/** The definition and form used to check and store a late answer; null when it is in time or too late. */
export async function lateAnswer(
  c: AppContext,
  survey: SurveyDefinition,
  waited: Waited,
): Promise<{ readonly survey: SurveyDefinition; readonly form: FormDefinition } | null> {
  const { now, responses } = c.var.deps;
  const isPresent = waited.version === survey.version;
  if (waited.version > survey.version) return null;
  if (isPresent && surveyState(survey, rigaDate(now())) !== 'closed') return null;
  const answered = isPresent ? survey : await responses.version(survey.id, waited.version);
  if (answered?.audience !== 'kiosk') return null;
  if (!wasInTime(waited, answered, { closes: survey.closes, now: now() })) return null;
  return { survey: answered, form: surveyForm(answered, 'lv') };
}

// The public results of a survey, computed once a day, because they cover whole months.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { RegisterDeps } from '../../deps.ts';
import { publicResults, type ReleasedResults } from '../../domain/surveys/release.ts';
import { nextStep, type Step } from '../../domain/surveys/steps.ts';
import { type AnsweredVersion, isDestroyed } from '../../domain/surveys/versions.ts';
import { keeperFor } from '../figures/keep.ts';

type Tools = Pick<RegisterDeps, 'surveyCounts' | 'surveySteps' | 'now'>;

const keeper = keeperFor<ReleasedResults | null>();

/** A version without answers so far. */
export const unanswered = (definition: SurveyDefinition): AnsweredVersion => ({
  survey: definition.id,
  version: definition.version,
  definition,
  audience: definition.audience,
  threshold: definition.anonymity.threshold,
  responses: 0,
});

/** The remaining results after the answers were destroyed: those that had been released. */
export async function leftOf(
  { surveySteps }: Pick<Tools, 'surveySteps'>,
  of: AnsweredVersion,
): Promise<ReleasedResults | null> {
  return publicResults(of, await surveySteps.of(of.survey, of.version));
}

/** The steps taken, and the due one, which counts after it is stored. */
async function stepsOf(
  { surveyCounts, surveySteps, now }: Tools,
  of: AnsweredVersion,
): Promise<readonly Step[]> {
  const { survey, version } = of;
  const steps = await surveySteps.of(survey, version);
  // The earlier counts are gone, so later answers can no longer be separated from them.
  if (isDestroyed(of)) return steps;
  const rows = await surveyCounts.monthly({ survey, version, withoutFlagged: false });
  const next = nextStep(steps, rows, { thisMonth: rigaDate(now()).slice(0, 7), least: of.threshold });
  if (!next) return steps;
  await surveySteps.add(survey, version, next);
  return surveySteps.of(survey, version);
}

async function reckon(tools: Tools, asked: SurveyDefinition): Promise<ReleasedResults | null> {
  const all = await tools.surveyCounts.versions(asked.id);
  // A survey that was ever for staff stays restricted to them.
  if (all.some(({ audience }) => audience === 'staff')) return null;
  const of = all.find(({ version }) => version === asked.version) ?? unanswered(asked);
  return publicResults(of, await stepsOf(tools, of));
}

/** Results of the current version; null when they are not public. */
export async function publicResultsOf(
  tools: Tools,
  { id, version, ...asked }: SurveyDefinition,
): Promise<ReleasedResults | null> {
  // Part of the cache key, so that destroyed answers are not shown until the day ends.
  const destroyed = await tools.surveyCounts.destructions(id, version);
  return keeper(tools.surveyCounts).of(rigaDate(tools.now()), `${id} ${version} ${destroyed}`, () =>
    reckon(tools, { id, version, ...asked }),
  );
}

// What everybody may see of a survey, reckoned once a day: it is about whole months.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { RegisterDeps } from '../../deps.ts';
import { publicResults, type ReleasedResults } from '../../domain/surveys/release.ts';
import { nextStep, type Step } from '../../domain/surveys/steps.ts';
import { type AnsweredVersion, isDestroyed } from '../../domain/surveys/versions.ts';
import { keeperFor } from '../figures/keep.ts';

type Tools = Pick<RegisterDeps, 'surveyCounts' | 'surveySteps' | 'now'>;

const keeper = keeperFor<ReleasedResults | null>();

/** A version that nobody has answered yet. */
export const unanswered = (definition: SurveyDefinition): AnsweredVersion => ({
  survey: definition.id,
  version: definition.version,
  definition,
  audience: definition.audience,
  threshold: definition.anonymity.threshold,
  responses: 0,
});

/** What is left of results whose answers were destroyed: what had been released. */
export async function leftOf(
  { surveySteps }: Pick<Tools, 'surveySteps'>,
  of: AnsweredVersion,
): Promise<ReleasedResults | null> {
  return publicResults(of, await surveySteps.of(of.survey, of.version));
}

/** The steps that were taken, and the one that is due, which counts once it is kept. */
async function stepsOf(
  { surveyCounts, surveySteps, now }: Tools,
  of: AnsweredVersion,
): Promise<readonly Step[]> {
  const { survey, version } = of;
  const steps = await surveySteps.of(survey, version);
  // What was counted before is gone: what comes after can't be told apart from it any more.
  if (isDestroyed(of)) return steps;
  const rows = await surveyCounts.monthly({ survey, version, withoutFlagged: false });
  const next = nextStep(steps, rows, { thisMonth: rigaDate(now()).slice(0, 7), least: of.threshold });
  if (!next) return steps;
  await surveySteps.add(survey, version, next);
  return surveySteps.of(survey, version);
}

async function reckon(tools: Tools, asked: SurveyDefinition): Promise<ReleasedResults | null> {
  const all = await tools.surveyCounts.versions(asked.id);
  // What was ever asked of staff stays theirs.
  if (all.some(({ audience }) => audience === 'staff')) return null;
  const of = all.find(({ version }) => version === asked.version) ?? unanswered(asked);
  return publicResults(of, await stepsOf(tools, of));
}

/** Results of the present version; null where they are none of the public's. */
export async function publicResultsOf(
  tools: Tools,
  { id, version, ...asked }: SurveyDefinition,
): Promise<ReleasedResults | null> {
  // Destroyed answers are not shown until the day is over.
  const destroyed = await tools.surveyCounts.destructions(id, version);
  return keeper(tools.surveyCounts).of(rigaDate(tools.now()), `${id} ${version} ${destroyed}`, () =>
    reckon(tools, { id, version, ...asked }),
  );
}

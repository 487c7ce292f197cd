// What everybody may see of a survey, reckoned once a day: it is about whole months.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { RegisterDeps } from '../../deps.ts';
import { publicResults, type ReleasedResults } from '../../domain/surveys/release.ts';
import { nextStep, type Step } from '../../domain/surveys/steps.ts';
import type { AnsweredVersion } from '../../domain/surveys/versions.ts';
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

/** The steps that were taken, and the one that is due, which counts once it is kept. */
async function stepsOf(
  { surveyCounts, surveySteps, now }: Tools,
  of: AnsweredVersion,
): Promise<readonly Step[]> {
  const { survey, version } = of;
  const steps = await surveySteps.of(survey, version);
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
export const publicResultsOf = (tools: Tools, asked: SurveyDefinition): Promise<ReleasedResults | null> =>
  keeper(tools.surveyCounts).of(rigaDate(tools.now()), `${asked.id} ${asked.version}`, () =>
    reckon(tools, asked),
  );

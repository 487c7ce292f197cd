// The questionnaires that can be printed now: public surveys while they take answers. Pure.
import type { SurveyDefinition } from '../forms/survey/definition.ts';
import { printLv } from '../site/messages-print.lv.ts';
import { ROUTES } from '../site/routes.ts';
import type { Sheet } from './sheets.ts';

type Printed = Pick<SurveyDefinition, 'title' | 'audience' | 'opens' | 'closes' | 'sections'>;

export interface SurveyEntry {
  readonly id: string;
  readonly data: Printed;
}

/** Surveys that have a sheet on this day (`YYYY-MM-DD`). Staff answer by token and the kiosk by touch: no paper. */
export const printedSurveys = <Entry extends SurveyEntry>(surveys: readonly Entry[], today: string): Entry[] =>
  surveys
    .filter(({ data }) => data.audience === 'public' && data.opens <= today && today <= data.closes)
    .toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'lv'));

/** The rule points its questions measure, each once, in the order of the rules. */
function pointsOf({ sections }: Printed): string[] {
  const questions = sections.flatMap(section => section.questions);
  const points = questions.flatMap(question => [
    question.rulePoint,
    ...(question.kind === 'grid' ? question.rows.map(row => row.rulePoint) : []),
  ]);
  return [...new Set(points)]
    .filter(point => point !== undefined)
    .toSorted((a, b) => a.localeCompare(b, 'lv', { numeric: true }));
}

/** The sheet of one survey. */
export const surveySheet = ({ id, data }: SurveyEntry): Sheet => ({
  ...printLv.survey.sheet(data.title),
  route: `${ROUTES.print}aptauja-${id}/`,
  paper: 'A4',
  rulePoints: pointsOf(data),
});

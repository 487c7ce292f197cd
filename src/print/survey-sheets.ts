// The questionnaires that can be printed now: public surveys while they take answers. Pure.
import type { SurveyDefinition } from '../forms/survey/definition.ts';
import { printLv } from '../site/messages-print.lv.ts';
import { ROUTES } from '../site/routes.ts';
import type { Sheet } from './sheets.ts';

type Printed = Pick<SurveyDefinition, 'title' | 'audience' | 'opens' | 'closes'>;

export interface SurveyEntry {
  readonly id: string;
  readonly data: Printed;
}

/**
 * Surveys with a sheet on this day (`YYYY-MM-DD`). Staff surveys use tokens and kiosk surveys the screen, so
 * they have none.
 */
export const printedSurveys = <Entry extends SurveyEntry>(
  surveys: readonly Entry[],
  today: string,
): Entry[] =>
  surveys
    .filter(({ data }) => data.audience === 'public' && data.opens <= today && today <= data.closes)
    .toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'lv'));

/** The sheet of one survey. */
export const surveySheet = ({ id, data }: SurveyEntry): Sheet => ({
  ...printLv.survey.sheet(data.title),
  route: `${ROUTES.print}aptauja-${id}/`,
  paper: 'A4',
  rulePoints: ['10', '10.1'],
});

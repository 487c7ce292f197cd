// Addresses of the register's survey pages and their breadcrumbs.
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { surveysWords as say } from './words-surveys.ts';

const SURVEYS = '/registrs/aptaujas/';

/** A survey's results; its other pages are below. */
export const surveyHref = (survey: string): string => `${SURVEYS}${survey}/`;

/** Above the results themselves. */
export const SURVEYS_CRUMB = { href: SURVEYS, label: say.title } as const;

/** Above the other pages of a survey. */
export const surveyCrumbs = ({ id, title }: Pick<SurveyDefinition, 'id' | 'title'>) => [
  SURVEYS_CRUMB,
  { href: surveyHref(id), label: title },
];

// A site with the survey of every kind of question besides its own.
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { everyKind } from './paper-sample.ts';

export const twoPersons = { paper: { twoPersonCheck: true } } as const;

export const withSurvey = (site: SiteBundle, changed: Partial<SurveyDefinition> = {}): SiteBundle => ({
  ...site,
  surveys: [...site.surveys, { ...everyKind, ...changed }],
});

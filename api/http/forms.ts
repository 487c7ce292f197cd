// The forms for the site as it stands now, built once per site bundle.
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import type { FormDefinition } from '../../src/forms/field.ts';
import { type SurveyDefinition, surveyForm } from '../../src/forms/survey.ts';
import type { SiteBundle } from '../domain/site-bundle.ts';

interface Forms {
  readonly complaint: FormDefinition;
  readonly feedback: FormDefinition;
  readonly surveys: ReadonlyMap<string, { readonly survey: SurveyDefinition; readonly form: FormDefinition }>;
}

const built = new WeakMap<SiteBundle, Forms>();

/** The forms of this bundle. */
export function formsOf(site: SiteBundle): Forms {
  const known = built.get(site);
  if (known) return known;
  const forms: Forms = {
    complaint: complaintForm(site),
    feedback: feedbackForm(site),
    surveys: new Map(site.surveys.map(survey => [survey.id, { survey, form: surveyForm(survey) }])),
  };
  built.set(site, forms);
  return forms;
}

// The forms for the site as it stands now, built once per site bundle and language.
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import type { FormDefinition, Language } from '../../src/forms/field.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import type { SiteBundle } from '../domain/site-bundle.ts';

interface Forms {
  readonly complaint: FormDefinition;
  readonly feedback: FormDefinition;
  readonly surveys: ReadonlyMap<string, { readonly survey: SurveyDefinition; readonly form: FormDefinition }>;
}

const built = new WeakMap<SiteBundle, Partial<Record<Language, Forms>>>();

function build(site: SiteBundle, lang: Language): Forms {
  return {
    complaint: complaintForm(site, lang),
    feedback: feedbackForm(site, lang),
    // A survey speaks the language it is written in, whoever asks.
    surveys: new Map(site.surveys.map(survey => [survey.id, { survey, form: surveyForm(survey) }])),
  };
}

/** The forms of this bundle in a language. */
export function formsOf(site: SiteBundle, lang: Language): Forms {
  const known = built.get(site) ?? {};
  const forms = known[lang] ?? build(site, lang);
  built.set(site, { ...known, [lang]: forms });
  return forms;
}

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
  /** The survey as it is written, which is also how it is stored, and the form in this language. */
  readonly surveys: ReadonlyMap<string, { readonly survey: SurveyDefinition; readonly form: FormDefinition }>;
}

const built = new WeakMap<SiteBundle, Partial<Record<Language, Forms>>>();

function build(site: SiteBundle, lang: Language): Forms {
  return {
    complaint: complaintForm(site, lang),
    feedback: feedbackForm(site, lang),
    surveys: new Map(site.surveys.map(survey => [survey.id, { survey, form: formOf(survey, site, lang) }])),
  };
}

/** A survey that nobody has translated speaks Latvian, whoever asks. */
function formOf(survey: SurveyDefinition, site: SiteBundle, lang: Language): FormDefinition {
  const english = lang === 'en' ? site.surveysEn.find(({ id }) => id === survey.id) : undefined;
  return english ? surveyForm(english, 'en') : surveyForm(survey);
}

/** The forms of this bundle in a language. */
export function formsOf(site: SiteBundle, lang: Language): Forms {
  const known = built.get(site) ?? {};
  const forms = known[lang] ?? build(site, lang);
  built.set(site, { ...known, [lang]: forms });
  return forms;
}

// The forms for the current site, built once per site bundle and language.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import type { FormDefinition, Language } from '../../src/forms/field.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';

interface SurveyForm {
  /** In Latvian as written, which is also how it is stored. */
  readonly survey: SurveyDefinition;
  /** In the form's language, when translated. */
  readonly worded: SurveyDefinition;
  readonly form: FormDefinition;
}

interface Forms {
  readonly complaint: FormDefinition;
  readonly feedback: FormDefinition;
  readonly surveys: ReadonlyMap<string, SurveyForm>;
}

const built = new WeakMap<SiteBundle, Partial<Record<Language, Forms>>>();

function build(site: SiteBundle, lang: Language): Forms {
  return {
    complaint: complaintForm(site, lang),
    feedback: feedbackForm(site, lang),
    surveys: new Map(site.surveys.map(survey => [survey.id, surveyFormOf(survey, site, lang)])),
  };
}

/** An untranslated survey is shown in Latvian in every language. */
function surveyFormOf(survey: SurveyDefinition, site: SiteBundle, lang: Language): SurveyForm {
  const english = lang === 'en' ? site.surveysEn.find(({ id }) => id === survey.id) : undefined;
  const worded = english ?? survey;
  return { survey, worded, form: surveyForm(worded, english ? 'en' : 'lv') };
}

/** The forms of this bundle in a language. */
export function formsOf(site: SiteBundle, lang: Language): Forms {
  const known = built.get(site) ?? {};
  const forms = known[lang] ?? build(site, lang);
  built.set(site, { ...known, [lang]: forms });
  return forms;
}

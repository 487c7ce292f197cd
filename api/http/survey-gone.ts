// A survey that accepts no answers: why, and which surveys do.
import { rigaDate } from '../../src/calendar/dates.ts';
import { surveyState } from '../../src/forms/survey/definition.ts';
import { formsOf } from './forms.ts';
import { languageOf } from './language.ts';
import { type AppContext, problem } from './reply.ts';

/** The address of a survey in this language. */
const hrefOf = (id: string, lang: 'lv' | 'en'): string =>
  lang === 'en' ? `/en/surveys/${id}/` : `/aptaujas/${id}/`;

/** Refuses, and links to the open public surveys. */
export function surveyGone(
  c: AppContext,
  name: 'unknown-survey' | 'survey-future' | 'survey-closed',
): Promise<Response> {
  const { site, now } = c.var.deps;
  const lang = languageOf(c);
  const today = rigaDate(now());
  const links = [...formsOf(site, lang).surveys.values()]
    .filter(
      ({ survey, form }) =>
        survey.audience === 'public' && form.lang === lang && surveyState(survey, today) === 'open',
    )
    .map(({ survey, form }) => ({ href: hrefOf(survey.id, lang), label: form.title }));
  return problem(c, name, { links });
}

// Public results of a survey, and the page when there are none to see.
import { html } from 'hono/html';
import type { NamedOption } from '../../../src/contract/site-bundle.ts';
import type { Language } from '../../../src/forms/field.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { isWrittenField, type ResultField, resultFields } from '../../domain/surveys/fields.ts';
import type { ReleasedResults } from '../../domain/surveys/release.ts';
import { body, type Markup, type PageContent } from '../page.ts';
import { method, periodLines, resultParts } from './results.ts';
import { resultsAddress, resultWords } from './words.ts';

export interface PublicResultsPage {
  readonly lang: Language;
  readonly results: ReleasedResults;
  /** The survey in the language of the page. */
  readonly words: SurveyDefinition;
  readonly rulePoints: readonly NamedOption[];
  readonly css: readonly string[];
  /** True when there is an English page. */
  readonly isTranslated: boolean;
  readonly hasData: boolean;
}

const surveyAddress = (id: string, lang: Language): string =>
  lang === 'en' ? `/en/surveys/${id}/` : `/aptaujas/${id}/`;

/** Results with the texts of a translation. */
function inWordsOf(results: ReleasedResults, words: SurveyDefinition): ReleasedResults {
  const named = new Map(resultFields(words).map(field => [field.name, field]));
  const labelOf = (field: ResultField | undefined, value: string, label: string): string =>
    field?.values.find(one => one.value === value)?.label ?? label;
  return {
    ...results,
    fields: results.fields.map(one => {
      const field = named.get(one.field.name);
      return {
        ...one,
        field: { ...one.field, label: field?.label ?? one.field.label, over: field?.over ?? one.field.over },
        values: one.values.map(value => ({ ...value, label: labelOf(field, value.value, value.label) })),
      };
    }),
  };
}

function dataLinks(survey: string, lang: Language): Markup {
  const say = resultWords(lang).public;
  const file = (ending: string, name: string): Markup =>
    html`<li><a href="/dati/aptaujas/${survey}.${ending}">${name}</a></li>`;
  return html`<div class="part no-print"><h2 id="dati">${say.data}</h2><p>${say.dataLede}</p><ul>${file('csv', say.csv)}${file('json', say.json)}${file('kodi.json', say.codebook)}</ul></div>`;
}

/** The page. */
export function publicResultsPage(page: PublicResultsPage): PageContent {
  const { lang, words, css, isTranslated, hasData, rulePoints } = page;
  const say = resultWords(lang);
  const results = lang === 'lv' ? page.results : inWordsOf(page.results, words);
  const sections = new Map(words.sections.flatMap(({ id, title }) => (title ? [[id, title] as const] : [])));
  const pointNames = new Map(
    rulePoints.map(({ id, label, labelEn }) => [
      id,
      lang === 'lv' ? label : (labelEn ?? html`<span lang="lv">${label}</span>`),
    ]),
  );
  const hasWritten = results.fields.some(({ field }) => isWrittenField(field));
  const notes = [
    say.public.steps(results.threshold),
    say.public.flagged,
    ...(hasWritten ? [say.public.writtenPublic] : []),
  ];
  const parts = resultParts({ lang, results, sections, pointNames, overTime: null, earlier: new Map() });
  const content = html`${css.map(href => html`<link rel="stylesheet" href="${href}">`)}${periodLines(results, lang)}${parts}${hasData && !results.withheld ? dataLinks(words.id, lang) : ''}${results.withheld ? '' : method(lang, notes)}<p class="no-print"><a href="${surveyAddress(words.id, lang)}">${say.public.back}: ${words.title}</a></p>`;
  const other = lang === 'en' ? 'lv' : 'en';
  return {
    lang,
    title: say.titleOf(words.title),
    ...(isTranslated || lang === 'en' ? { twin: resultsAddress(words.id, other) } : {}),
    main: body({ heading: say.titleOf(words.title), lede: say.public.lede, content }, lang),
  };
}

/** The survey exists, but its results are not published: links to continue. */
export function unpublishedPage({ id, title }: SurveyDefinition, lang: Language): PageContent {
  const { unpublished } = resultWords(lang).public;
  const content = html`<p>${unpublished.text}</p><ul><li><a href="${surveyAddress(id, lang)}">${resultWords(lang).public.back}: ${title}</a></li><li><a href="${lang === 'en' ? '/en/surveys/' : '/aptaujas/'}">${unpublished.all}</a></li></ul>`;
  return { lang, title: unpublished.title, main: body({ heading: unpublished.title, content }, lang) };
}

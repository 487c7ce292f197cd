// Search results as a page; without results, a short form asks what was searched for (rule point 10.1).
import { html, raw } from 'hono/html';
import type { SearchData } from '../../src/contract/search.ts';
import type { Language, TextField } from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { renderField } from '../../src/forms/render-field.ts';
import { popularOf } from '../../src/search/document.ts';
import { toHtml } from '../../src/search/element.ts';
import type { Answer } from '../../src/search/engine.ts';
import {
  formView,
  frameView,
  nothingView,
  resultsView,
  searchAddress,
  startView,
} from '../../src/search/view.ts';
import { wordsIn } from '../../src/search/words.ts';
import { body, type Markup, type PageContent } from './page.ts';

const MOST = 30;

export interface SearchPage {
  readonly lang: Language;
  readonly answer: Answer;
  readonly search: SearchData;
  /** The address for a note about an empty result. */
  readonly feedback: string;
  readonly idempotencyKey: string;
}

const wantedField = (say: ReturnType<typeof wordsIn>): TextField => ({
  kind: 'textarea',
  name: 'text',
  label: say.tellTitle,
  hint: say.tellText,
  required: say.tellRequired,
  maxLength: 1000,
  rows: 3,
});

/** The search as feedback about the site; a rejected one is returned as the whole feedback form. */
function wantedForm({ lang, answer, feedback, idempotencyKey }: SearchPage): Markup {
  const say = wordsIn(lang);
  const hidden = { idempotencyKey, kind: 'site', page: `${searchAddress('', lang)}?q=${answer.query}` };
  const context = {
    form: 'ko-mekleja',
    values: {},
    errors: new Map<string, string>(),
    say: messagesIn(lang),
  };
  return html`<form class="form search__wanted" method="post" action="${feedback}" novalidate>${Object.entries(
    hidden,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="form__section">${renderField(context, wantedField(say))}</div><p class="form__submit"><button class="button button--secondary" type="submit">${say.tellSubmit}</button></p></form>`;
}

function viewsOf({ lang, answer, search }: SearchPage) {
  if (answer.query === '') return startView(popularOf(search, lang), lang);
  return answer.hits.length > 0 ? resultsView(answer, MOST, lang) : nothingView(answer, search.phone, lang);
}

/** The page of an answer: results, nothing, or (for an empty query) suggestions. */
export function searchPage(page: SearchPage): PageContent {
  const { lang, answer } = page;
  const { query, hits } = answer;
  const say = wordsIn(lang);
  const views = [formView(query, lang), ...frameView(viewsOf(page))];
  const wanted = query !== '' && hits.length === 0 ? wantedForm(page) : '';
  return {
    lang,
    isSearch: true,
    twin: searchAddress(query, lang === 'en' ? 'lv' : 'en'),
    title: query === '' ? say.title : `${query} – ${say.title}`,
    main: body({ heading: say.title, content: html`${raw(views.map(toHtml).join(''))}${wanted}` }, lang),
  };
}

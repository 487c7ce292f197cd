// Search results as a page; when there are none, a short form asks what was looked for (rule point 10.1).
import { html, raw } from 'hono/html';
import type { TextField } from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { renderField } from '../../src/forms/render-field.ts';
import { popularOf, type SearchData } from '../../src/search/document.ts';
import { toHtml } from '../../src/search/element.ts';
import type { Answer } from '../../src/search/engine.ts';
import { searchMessages as say } from '../../src/search/messages.ts';
import { formView, frameView, nothingView, resultsView, startView } from '../../src/search/view.ts';
import { body, type Markup, type PageContent } from './page.ts';

const MOST = 30;

export interface SearchPage {
  readonly answer: Answer;
  readonly search: SearchData;
  /** The address a note about an empty result is sent to. */
  readonly feedback: string;
  readonly idempotencyKey: string;
}

const WANTED: TextField = {
  kind: 'textarea',
  name: 'text',
  label: say.tellTitle,
  hint: say.tellText,
  required: say.tellRequired,
  maxLength: 1000,
  rows: 3,
};

/** What was looked for, as feedback about the site; a rejected one comes back as the whole feedback form. */
const wantedForm = ({ answer, feedback, idempotencyKey }: SearchPage): Markup => {
  const hidden = { idempotencyKey, kind: 'site', page: `/meklet/?q=${answer.query}` };
  const context = {
    form: 'ko-mekleja',
    values: {},
    errors: new Map<string, string>(),
    say: messagesIn('lv'),
  };
  return html`<form class="form search__wanted" method="post" action="${feedback}" novalidate>${Object.entries(
    hidden,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="form__section">${renderField(context, WANTED)}</div><p class="form__submit"><button class="button button--secondary" type="submit">${say.tellSubmit}</button></p></form>`;
};

function viewsOf({ answer, search }: SearchPage) {
  if (answer.query === '') return startView(popularOf(search));
  return answer.hits.length > 0 ? resultsView(answer, MOST) : nothingView(answer, search.phone);
}

/** The page for an answer: results, nothing, or (for an empty query) where to start. */
export function searchPage(page: SearchPage): PageContent {
  const { query, hits } = page.answer;
  const views = [formView(query), ...frameView(viewsOf(page))];
  const wanted = query !== '' && hits.length === 0 ? wantedForm(page) : '';
  return {
    lang: 'lv',
    isSearch: true,
    title: query === '' ? say.title : `${query} – ${say.title}`,
    main: body({ heading: say.title, content: html`${raw(views.map(toHtml).join(''))}${wanted}` }, 'lv'),
  };
}

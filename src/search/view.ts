// The search page: its form, the results, and the help when there are none. Shared by API, static page and
// browser.

import type { SearchDocument } from '../contract/search.ts';
import type { Language } from '../site/messages.ts';
import { ROUTES } from '../site/routes.ts';
import { EN_ROUTES } from '../site/routes-en.ts';
import { languageOf } from './document.ts';
import { type Element, element as h } from './element.ts';
import type { Answer } from './engine.ts';
import { MAX_QUERY } from './query.ts';
import { wordsIn } from './words.ts';

/** Ids used by the browser script. */
export const IDS = { input: 'meklet', results: 'meklet-rezultati', status: 'meklet-zinojums' } as const;

const routesIn = (lang: Language): { readonly search: string; readonly services: string } =>
  lang === 'en' ? EN_ROUTES : ROUTES;

/** The address of the search page, or of the results of a query. */
export function searchAddress(query: string, lang: Language): string {
  const { search } = routesIn(lang);
  return query === '' ? search : `${search}?q=${encodeURIComponent(query)}`;
}

/** Longest query quoted in a sentence; the field shows the whole. */
const SPOKEN = 60;
const shortened = (text: string): string =>
  text.length > SPOKEN ? `${[...text].slice(0, SPOKEN).join('').trimEnd()}…` : text;

/** Marks text in another language than the page. */
const marked = (written: Language, reader: Language): Record<string, string> =>
  written === reader ? {} : { lang: written };

/** The search field; `query` is its value. */
export function formView(query: string, lang: Language): Element {
  const say = wordsIn(lang);
  return h(
    'search',
    {},
    h(
      'form',
      { class: 'search', method: 'get', action: routesIn(lang).search },
      h('label', { class: 'field__label', for: IDS.input }, say.label),
      h('p', { class: 'field__hint', id: `${IDS.input}-hint` }, say.hint),
      h(
        'div',
        { class: 'search__row' },
        h('input', {
          class: 'input',
          type: 'search',
          id: IDS.input,
          name: 'q',
          value: query,
          autocomplete: 'off',
          spellcheck: 'false',
          'aria-describedby': `${IDS.input}-hint`,
        }),
        h('button', { class: 'button', type: 'submit' }, say.submit),
      ),
    ),
  );
}

/** Before anything is typed: the most used services. */
export function startView(popular: readonly SearchDocument[], lang: Language): Element[] {
  const say = wordsIn(lang);
  return [
    h('h2', {}, say.popular),
    h(
      'ul',
      { class: 'links' },
      ...popular.map(({ url, title }) => h('li', {}, h('a', { href: url }, title))),
    ),
    h('p', {}, h('a', { href: routesIn(lang).services }, say.allServices)),
  ];
}

/** One result; its heading lets a screen reader jump from one to the next. */
function hitView(document: SearchDocument, lang: Language): Element {
  const { kinds, inOther } = wordsIn(lang);
  const { kind, title, url, summary } = document;
  const written = languageOf(document);
  const mark = marked(written, lang);
  const named = written === lang ? kinds[kind] : `${kinds[kind]} · ${inOther}`;
  return h(
    'li',
    { class: 'hit' },
    h(
      'h3',
      { class: 'hit__title' },
      h('a', { href: url, ...mark, ...(written !== lang && { hreflang: written }) }, title),
    ),
    h('p', { class: 'hit__kind' }, named),
    h('p', { class: 'hit__summary', ...mark }, summary),
  );
}

/** The results, at most `most`. */
export function resultsView(answer: Answer, most: number, lang: Language): Element[] {
  const { query, hits, similar, missing, cut } = answer;
  const say = wordsIn(lang);
  const isMore = hits.length > most;
  return [
    h('h2', {}, say.found(hits.length, shortened(query))),
    ...[
      cut && say.cut(MAX_QUERY),
      similar.length > 0 && say.similar(similar.map(shortened)),
      missing.length > 0 && say.missing(missing.map(shortened)),
      isMore && say.firstOnly(most),
    ]
      .filter(note => note !== false)
      .map(note => h('p', { class: 'muted' }, note)),
    h('ol', { class: 'hits' }, ...hits.slice(0, most).map(hit => hitView(hit, lang))),
  ];
}

/** Without results: similar words, advice, and a contact. */
export function nothingView({ query, nearest, cut }: Answer, phone: string, lang: Language): Element[] {
  const say = wordsIn(lang);
  const call = h('a', { href: `tel:${phone.replaceAll(' ', '')}` }, phone.replace(' ', '\u00a0'));
  return [
    h('h2', {}, say.nothing(shortened(query))),
    ...(cut ? [h('p', { class: 'muted' }, say.cut(MAX_QUERY))] : []),
    ...(nearest.length > 0
      ? [
          h('p', {}, say.nearest),
          h(
            'ul',
            { class: 'links links--row' },
            ...nearest.map(word => h('li', {}, h('a', { href: searchAddress(word, lang) }, word))),
          ),
        ]
      : []),
    h('p', {}, say.advice),
    h('p', {}, say.call, ' ', call),
    h('p', {}, h('a', { href: routesIn(lang).services }, say.allServices)),
  ];
}

/** The element that the browser script fills, and the status line that it announces. */
export const frameView = (content: readonly Element[]): Element[] => [
  h('p', { class: 'visually-hidden', id: IDS.status, role: 'status' }),
  h('div', { class: 'search__results flow', id: IDS.results }, ...content),
];

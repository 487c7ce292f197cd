// The search page: its form, the results, what is offered when there are none. The same in API, static page and browser.

import { ROUTES } from '../site/routes.ts';
import type { SearchDocument } from './document.ts';
import { type Element, element as h } from './element.ts';
import type { Answer } from './engine.ts';
import { searchMessages as say } from './messages.ts';
import { MAX_QUERY } from './query.ts';

/** Ids the browser's script looks for. */
export const IDS = { input: 'meklet', results: 'meklet-rezultati', status: 'meklet-zinojums' } as const;

/** The address that shows the results of a query. */
export const searchAddress = (query: string): string => `${ROUTES.search}?q=${encodeURIComponent(query)}`;

/** The search field; `query` is what it holds. */
export const formView = (query: string): Element =>
  h(
    'search',
    {},
    h(
      'form',
      { class: 'search', method: 'get', action: ROUTES.search },
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

/** Before anything is typed: the services most people come for. */
export const startView = (popular: readonly SearchDocument[]): Element[] => [
  h('h2', {}, say.popular),
  h('ul', { class: 'links' }, ...popular.map(({ url, title }) => h('li', {}, h('a', { href: url }, title)))),
  h('p', {}, h('a', { href: ROUTES.services }, say.allServices)),
];

/** One result; the heading lets a screen reader jump from one to the next. */
const hitView = ({ kind, title, url, summary, lang }: SearchDocument): Element =>
  h(
    'li',
    { class: 'hit' },
    h('h3', { class: 'hit__title' }, h('a', { href: url, ...(lang && { lang, hreflang: lang }) }, title)),
    h('p', { class: 'hit__kind' }, say.kinds[kind]),
    h('p', { class: 'hit__summary', ...(lang && { lang }) }, summary),
  );

/** What was found, at most `most` of it. */
export function resultsView({ query, hits, similar, missing, cut }: Answer, most: number): Element[] {
  const isMore = hits.length > most;
  return [
    h('h2', {}, say.found(hits.length, query)),
    ...[
      cut && say.cut(MAX_QUERY),
      similar.length > 0 && say.similar(similar),
      missing.length > 0 && say.missing(missing),
      isMore && say.firstOnly(most),
    ]
      .filter(note => note !== false)
      .map(note => h('p', { class: 'muted' }, note)),
    h('ol', { class: 'hits' }, ...hits.slice(0, most).map(hitView)),
  ];
}

/** Nothing was found: words like it, advice, and somebody to ask. */
export function nothingView({ query, nearest, cut }: Answer, phone: string): Element[] {
  const call = h('a', { href: `tel:${phone.replaceAll(' ', '')}` }, phone.replace(' ', '\u00a0'));
  return [
    h('h2', {}, say.nothing(query)),
    ...(cut ? [h('p', { class: 'muted' }, say.cut(MAX_QUERY))] : []),
    ...(nearest.length > 0
      ? [
          h('p', {}, say.nearest),
          h(
            'ul',
            { class: 'links links--row' },
            ...nearest.map(word => h('li', {}, h('a', { href: searchAddress(word) }, word))),
          ),
        ]
      : []),
    h('p', {}, say.advice),
    h('p', {}, say.call, ' ', call),
    h('p', {}, h('a', { href: ROUTES.services }, say.allServices)),
  ];
}

/** The place the browser's script fills, and the line it says aloud. */
export const frameView = (content: readonly Element[]): Element[] => [
  h('p', { class: 'visually-hidden', id: IDS.status, role: 'status' }),
  h('div', { class: 'search__results flow', id: IDS.results }, ...content),
];

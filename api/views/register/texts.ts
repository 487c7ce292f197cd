// Survey texts: by state, question, version and tag; search results; and the same for print.
import { html } from 'hono/html';
import { rigaDate } from '../../../src/calendar/dates.ts';
import { formatDate, formatMonth } from '../../../src/calendar/format.ts';
import type { StoredText, TextState } from '../../domain/surveys/texts.ts';
import { numberIn } from '../figures/cells.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import {
  aboutText,
  queueHref,
  type TextSurveyView,
  textCrumbs,
  textHref,
  textsHref,
  writtenText,
} from './text-parts.ts';
import { textWords as say, withheldWords } from './words-texts.ts';

/** A text as shown to a person: null text when they may not read it, with the reason. */
export interface ShownText extends StoredText {
  readonly text: string | null;
  readonly kept?: 'shut' | 'yours';
}

export interface TextFilters {
  readonly state: TextState;
  readonly question?: string | undefined;
  readonly version?: number | undefined;
  readonly tag?: string | undefined;
}

export interface SearchResult {
  readonly query: string;
  /** Null when nothing was searched. */
  readonly found: {
    readonly count: number;
    readonly searched: number;
    readonly left: number;
    readonly older: boolean;
  } | null;
}

export interface TextsView {
  readonly survey: TextSurveyView;
  readonly filters: TextFilters;
  /** States visible to this person, with the number of texts in each. */
  readonly counts: readonly (readonly [TextState, number])[];
  /** True when there are any texts. */
  readonly some: boolean;
  /** Texts waiting to be cleared. */
  readonly waiting: number;
  readonly mayClear: boolean;
  readonly versions: readonly number[];
  readonly tags: readonly { readonly tag: string; readonly n: number }[];
  readonly texts: readonly ShownText[];
  /** Address of the next page; null on the last. */
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly search: SearchResult | null;
  /** Why some questions, or all, show nothing. */
  readonly withheldQuestions: 'all' | 'some' | null;
  readonly threshold: number;
  /** Maximum number searched at once. */
  readonly most: number;
  readonly shown: number;
}

export const STATE_SLUGS: Readonly<Record<TextState, string>> = {
  cleared: 'izskatitie',
  raw: 'jaunie',
  withheld: 'aizturetie',
};

/** The query of a list's address; search words are never in it. */
export function filterQuery({ state, question, version, tag }: TextFilters, after?: string): string {
  const query = new URLSearchParams({
    ...(state === 'cleared' ? {} : { stavoklis: STATE_SLUGS[state] }),
    ...(question ? { jautajums: question } : {}),
    ...(version ? { versija: String(version) } : {}),
    ...(tag ? { birka: tag } : {}),
    ...(after ? { pec: after } : {}),
  });
  return query.size > 0 ? `?${query}` : '';
}

function tabs({ survey, filters, counts }: TextsView): Markup | string {
  if (counts.length < 2) return '';
  return html`<nav class="tabs no-print" aria-label="Teksti pēc stāvokļa"><ul class="tabs__list">${counts.map(
    ([state, n]) =>
      html`<li><a href="${textsHref(survey.id)}${filterQuery({ ...filters, state, tag: undefined })}"${state === filters.state ? html` aria-current="page"` : ''}>${say.states[state]} <span class="tabs__count">${n}</span></a></li>`,
  )}</ul></nav>`;
}

const option = (id: string, label: string, chosen: string | undefined): Markup =>
  html`<option value="${id}"${id === chosen ? html` selected` : ''}>${label}</option>`;

const pick = (id: string, label: string, options: readonly Markup[]): Markup =>
  html`<p class="field"><label for="${id}">${label}</label><select id="${id}" name="${id}">${options}</select></p>`;

function pickers(view: TextsView): Markup | string {
  const { survey, filters, versions, tags } = view;
  const hasQuestions = survey.questions.size > 1;
  const hasTags = tags.length > 0 || filters.tag !== undefined;
  if (!hasQuestions && versions.length < 2 && !hasTags) return '';
  const known = tags.some(({ tag }) => tag === filters.tag) || filters.tag === undefined;
  const isChosen = filterQuery({ ...filters, state: 'cleared' }) !== '';
  return html`<form class="filters no-print" method="get" action="${textsHref(survey.id)}">${
    filters.state === 'cleared'
      ? ''
      : html`<input type="hidden" name="stavoklis" value="${STATE_SLUGS[filters.state]}">`
  }${
    hasQuestions
      ? pick('jautajums', say.question, [
          option('', say.all, filters.question ?? ''),
          ...[...survey.questions].map(([id, label]) => option(id, label, filters.question)),
        ])
      : ''
  }${
    versions.length > 1
      ? pick('versija', say.versions, [
          option('', say.allVersions, String(filters.version ?? '')),
          ...versions.map(n => option(String(n), say.version(n), String(filters.version ?? ''))),
        ])
      : ''
  }${
    hasTags
      ? pick('birka', say.tag, [
          option('', say.all, filters.tag ?? ''),
          ...tags.map(({ tag, n }) => option(tag, `${tag} (${n})`, filters.tag)),
          ...(known ? [] : [option(filters.tag ?? '', filters.tag ?? '', filters.tag)]),
        ])
      : ''
  }<p><button class="button button--secondary" type="submit">${say.show}</button></p>${
    isChosen
      ? html`<p><a href="${textsHref(survey.id)}${filterQuery({ state: filters.state })}">${say.reset}</a></p>`
      : ''
  }</form>`;
}

/** Search words are sent by POST: they are in no address, no history and no log. */
function searchForm({ survey, filters, search, most }: TextsView): Markup {
  return html`<form class="filters no-print" method="post" action="${textsHref(survey.id)}${filterQuery(filters)}" role="search"><p class="field"><label for="ko">${say.search}</label><input type="search" id="ko" name="ko" value="${search?.query ?? ''}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="ko-hint"></p><p><button class="button" type="submit">${say.find}</button></p><p class="filters__hint muted small" id="ko-hint">${say.searchHint} ${say.bound(numberIn(most, 'lv'))}</p></form>`;
}

function outcome({ search, shown, most }: TextsView): Markup | string {
  if (!search) return '';
  const { found } = search;
  if (!found) return html`<p class="empty" role="status">${say.unsearchable}</p>`;
  return html`<div role="status" class="flow"><p>${found.count === 0 ? `${say.nothing} ` : ''}${say.found(found.count, found.searched)}${found.count > shown ? ` ${say.foundFirst(shown)}` : ''}</p>${
    found.left > 0 ? html`<p>${say.leftToSearch(found.left)}</p>` : ''
  }${found.older ? html`<p>${say.olderNotSearched(numberIn(most, 'lv'))}</p>` : ''}</div>`;
}

/** The text, or why it may not be seen. */
export const wordsOf = ({ text, kept }: ShownText): Markup =>
  text === null ? html`<p class="muted">${kept === 'yours' ? say.yours : say.shut}</p>` : writtenText(text);

function links({ survey, filters, mayClear }: TextsView, { id, tags, kept }: ShownText): Markup | string {
  const back = `?no=${encodeURIComponent(filterQuery(filters))}`;
  const list = [
    ...(filters.state === 'cleared'
      ? [
          html`<a href="${textHref(survey.id, id)}birkas/${back}">${tags.length > 0 ? say.editTags : say.addTags}</a>`,
        ]
      : []),
    ...(mayClear && kept !== 'yours'
      ? [
          html`<a href="${textHref(survey.id, id)}">${filters.state === 'cleared' ? say.edit : 'Izskatīt'}</a>`,
        ]
      : []),
  ];
  return list.length === 0
    ? ''
    : html`<span class="text-answer__links no-print">${list.map((link, i) => html`${i > 0 ? ' ' : ''}${link}`)}</span>`;
}

function entry(view: TextsView, one: ShownText): Markup {
  const { survey, filters, search } = view;
  const { id, tags, reason, state } = one;
  return html`<li class="text-answer" id="t-${id}">${aboutText(survey, one, { question: filters.question !== undefined, version: filters.version !== undefined, month: search === null })}${wordsOf(one)}${
    state === 'withheld' && reason ? html`<p class="small">Aizturēts: ${withheldWords[reason]}.</p>` : ''
  }<p class="text-answer__foot">${tags.map(
    tag =>
      html`<a class="tag" href="${textsHref(survey.id)}${filterQuery({ state: 'cleared', tag })}">${tag}</a> `,
  )}${links(view, one)}</p></li>`;
}

/** Months as headings; search results are one list. */
function lists(view: TextsView): Markup | Markup[] {
  const { texts, search } = view;
  const list = (some: readonly ShownText[]) =>
    html`<ul class="text-answers">${some.map(one => entry(view, one))}</ul>`;
  if (search) return list(texts);
  return [...Map.groupBy(texts, ({ month }) => month)].map(
    ([month, some]) =>
      html`<section class="flow">${month === '' ? '' : html`<h2 class="text-month">${formatMonth(month)}</h2>`}${list(some)}</section>`,
  );
}

function nothing({ counts, filters, some, isFirst, search }: TextsView): Markup | string {
  if (search) return '';
  if (!isFirst) return html`<p class="empty">Tālāk nekā vairs nav.</p>`;
  if (!some) return html`<p class="empty">${say.noTexts}</p>`;
  const here = counts.find(([state]) => state === filters.state)?.[1] ?? 0;
  return html`<p class="empty">${here === 0 ? say.empty[filters.state] : say.noMatch}</p>`;
}

function toClear({ survey, waiting, mayClear }: TextsView): Markup | string {
  if (waiting === 0) return '';
  return html`<div class="notice notice--info no-print"><p>${say.waiting(waiting)} ${
    mayClear ? html`<a href="${queueHref(survey.id)}">${say.begin}</a>` : say.waitingForHeads
  }</p></div>`;
}

/** That texts were destroyed, since when and by which act. */
function destroyed({ survey }: TextsView): Markup | string {
  if (!survey.destroyed) return '';
  const { at, act } = survey.destroyed;
  return html`<p class="notice">${say.destroyed(formatDate(rigaDate(new Date(at)), 'locative'), act)}</p>`;
}

/** Replaces everything when nothing may be shown to anybody. */
function closed({ survey, some, withheldQuestions, threshold }: TextsView): Markup | null {
  if (survey.destroyed && !some) return html``;
  if (withheldQuestions === 'all') return html`<p class="empty">${say.tooFew(threshold)}</p>`;
  return survey.questions.size === 0 ? html`<p class="empty">${say.noQuestions}</p>` : null;
}

/** The page. */
export function textsPage(view: TextsView): RegisterPage {
  const { survey, filters, texts, next, isFirst, search, withheldQuestions } = view;
  const here = `${textsHref(survey.id)}${filterQuery(filters)}`;
  const content =
    closed(view) ??
    html`${toClear(view)}${withheldQuestions === 'some' ? html`<p class="muted">${say.someTooFew}</p>` : ''}${tabs(view)}${pickers(view)}${searchForm(view)}${outcome(view)}${
      texts.length > 0 ? lists(view) : nothing(view)
    }${
      next || !isFirst || search
        ? html`<nav class="pager no-print" aria-label="Lapas">${!isFirst || search ? html`<a href="${here}">${say.toStart}</a>` : ''}${next ? html`<a href="${next}" rel="next">${say.next}</a>` : ''}</nav>`
        : ''
    }${
      texts.length > 0 && !search && filters.state === 'cleared'
        ? html`<p class="no-print"><a href="${textsHref(survey.id)}druka/${filterQuery(filters)}">${say.print}</a></p>`
        : ''
    }`;
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.title,
    lede: html`${survey.title}. ${say.lede}`,
    crumbs: textCrumbs(survey),
    content: html`${destroyed(view)}${content}`,
  };
}

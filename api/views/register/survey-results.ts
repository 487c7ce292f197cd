// Results of a survey for staff: live, by version, by group, without suspicious answers; printable as a
// report.
import { html } from 'hono/html';
import type { ResultField } from '../../domain/surveys/fields.ts';
import { numberIn } from '../figures/cells.ts';
import type { Markup } from '../page.ts';
import { method, periodLines, type ResultsView, resultParts } from '../surveys/results.ts';
import { resultWordsLv } from '../surveys/words.lv.ts';
import type { RegisterPage } from './page.ts';
import { SURVEYS_CRUMB, surveyHref } from './survey-places.ts';
import { surveysWords as say } from './words-surveys.ts';

export interface SurveyLink {
  readonly href: string;
  readonly label: string;
}

export interface SurveyResultsView extends Omit<ResultsView, 'lang'> {
  readonly css: readonly string[];
  /** Newest first, with the number of answers; null for a staff survey, which shows participation instead. */
  readonly versions: readonly { readonly version: number; readonly responses: number | null }[];
  /** Questions to split by. */
  readonly groups: readonly ResultField[];
  readonly by: string | null;
  readonly withoutFlagged: boolean;
  readonly links: readonly SurveyLink[];
}

const option = (value: string, label: string, isChosen: boolean): Markup =>
  html`<option value="${value}"${isChosen ? html` selected` : ''}>${label}</option>`;

function versionPicker({ versions, results }: SurveyResultsView): Markup | string {
  if (versions.length < 2) return '';
  const name = ({ version, responses }: SurveyResultsView['versions'][number]): string =>
    responses === null
      ? resultWordsLv.version(version)
      : say.versionName(version, resultWordsLv.answers(responses, numberIn(responses, 'lv')));
  return html`<p><label for="redakcija">${say.version}</label><select id="redakcija" name="redakcija">${versions.map(
    one => option(String(one.version), name(one), one.version === results.version),
  )}</select></p>`;
}

function groupPicker({ groups, by }: SurveyResultsView): Markup | string {
  if (groups.length === 0) return '';
  return html`<p><label for="grupa">${say.group}</label><select id="grupa" name="grupa">${option('', say.noGroup, by === null)}${groups.map(
    ({ name, label }) => option(name, label, name === by),
  )}</select></p>`;
}

function filters(view: SurveyResultsView): Markup | string {
  const { results, withoutFlagged } = view;
  const flagged = results.isLive
    ? html`<div class="choice"><input type="checkbox" id="bez" name="bez" value="aizdomigam"${withoutFlagged ? html` checked` : ''}><label for="bez">${say.withoutFlagged} <span class="muted">${say.withoutFlaggedHint}</span></label></div>`
    : '';
  const pickers = [versionPicker(view), groupPicker(view), flagged];
  if (pickers.every(one => one === '')) return '';
  return html`<form class="filters no-print" method="get" action="${surveyHref(results.survey)}">${pickers}<p><button class="button button--secondary" type="submit">${say.show}</button></p></form>`;
}

const links = (all: readonly SurveyLink[]): Markup | string =>
  all.length === 0
    ? ''
    : html`<nav class="no-print" aria-label="${say.pages}"><ul class="link-row">${all.map(
        ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
      )}</ul></nav>`;

/** What is shown here, and what is not. */
function noteOf({ isLive, withheld, audience }: SurveyResultsView['results']): string {
  if (withheld === 'destroyed') return '';
  if (isLive) return say.liveNote;
  return audience === 'staff' ? say.staffNote : say.leftNote;
}

/** The page. */
export function surveyResultsPage(view: SurveyResultsView): RegisterPage {
  const { results, css, withoutFlagged } = view;
  const note = noteOf(results);
  const more = withoutFlagged ? say.withoutFlagged.toLowerCase() : '';
  return {
    title: resultWordsLv.titleOf(results.title),
    heading: results.title,
    lede: resultWordsLv.results,
    crumbs: [SURVEYS_CRUMB],
    content: html`${css.map(href => html`<link rel="stylesheet" href="${href}">`)}${links(view.links)}${filters(view)}${periodLines(results, 'lv', more)}${note ? html`<p class="muted">${note}</p>` : ''}${resultParts({ ...view, lang: 'lv' })}${results.withheld || results.responses === 0 ? '' : method('lv')}`,
  };
}

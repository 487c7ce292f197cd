// The register's list of surveys: audience, state, number of responses.

import { html } from 'hono/html';
import type { Audience, SurveyState } from '../../../src/forms/survey/definition.ts';
import type { Participation } from '../../domain/surveys/shown.ts';
import { numberIn } from '../figures/cells.ts';
import { wide } from '../figures/table.ts';
import type { Markup } from '../page.ts';
import { percentIn } from '../surveys/numbers.ts';
import { resultWordsLv } from '../surveys/words.lv.ts';
import type { RegisterPage } from './page.ts';
import { surveyHref } from './survey-places.ts';
import { surveysWords as say } from './words-surveys.ts';

export interface ListedSurvey {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  /** Null when the content no longer has it. */
  readonly state: SurveyState | null;
  /** Of all versions; null for a staff survey, which shows participation instead. */
  readonly responses: number | null;
  readonly participation: Participation | null;
  /** Answers destroyed after their term. */
  readonly destroyed: number;
  /** `2026-03`; empty without answers, and for a staff survey. */
  readonly lastMonth: string;
}

function answersOf({ responses, participation, destroyed }: ListedSurvey): Markup | string {
  const n = responses ?? participation?.used ?? null;
  if (destroyed > 0 && !n) return say.destroyed(numberIn(destroyed, 'lv'));
  const gone =
    destroyed > 0 ? html`<br><span class="muted">${say.destroyed(numberIn(destroyed, 'lv'))}</span>` : '';
  return n === null ? say.none : html`${numberIn(n, 'lv')}${gone}`;
}

const rateOf = ({ participation }: ListedSurvey): string =>
  participation && participation.made > 0
    ? `${percentIn(participation.used / participation.made, 'lv')} no ${numberIn(participation.made, 'lv')}`
    : say.none;

const row = (one: ListedSurvey): Markup =>
  html`<tr><th scope="row"><a href="${surveyHref(one.id)}">${one.title}</a></th><td data-label="${say.state}">${one.state ? say.states[one.state] : say.gone}</td><td data-label="${say.audience}">${say.audiences[one.audience]}</td><td data-label="${say.answers}">${answersOf(one)}</td><td data-label="${say.rate}">${rateOf(one)}</td><td data-label="${say.last}">${one.lastMonth ? resultWordsLv.month(one.lastMonth) : say.none}</td></tr>`;

/** The page. */
export function surveysPage(surveys: readonly ListedSurvey[], css: readonly string[]): RegisterPage {
  const heads = [say.survey, say.state, say.audience, say.answers, say.rate, say.last];
  const table = html`<table class="figures surveys-list"><caption class="visually-hidden">${say.title}</caption><thead><tr>${heads.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${surveys.map(row)}</tbody></table>`;
  return {
    title: say.title,
    heading: say.title,
    lede: say.lede,
    content: html`${css.map(href => html`<link rel="stylesheet" href="${href}">`)}<h2 class="visually-hidden" id="saraksts">${say.title}</h2>${
      surveys.length === 0 ? html`<p class="empty">${say.empty}</p>` : wide('saraksts', table)
    }`,
  };
}

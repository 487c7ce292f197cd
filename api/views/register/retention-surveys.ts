// Survey answers on the retention pages: their terms, holds, and what an act lists.
import { html } from 'hono/html';
import { rigaDate } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { ActSurvey, SurveyObstacle } from '../../domain/register/act-surveys.ts';
import { type FallingSurvey, surveyKeptBecause } from '../../domain/register/survey-retention.ts';
import type { Markup } from '../page.ts';
import { RETENTION } from './places-keeping.ts';
import { surveyHref } from './survey-places.ts';

const SURVEY_HOLD = `${RETENTION}aptaujas/`;

const nameOf = ({ title, version }: Pick<ActSurvey, 'title' | 'version'>): string =>
  `${title} (${version}. redakcija)`;

function standing(one: FallingSurvey, today: string): string {
  if (one.of.isHeld) return 'iznīcināšana apturēta';
  if (one.of.isInAct) return 'ir aktā';
  return surveyKeptBecause(one, today) === null ? 'termiņš beidzies' : 'glabā';
}

const holdForm = ({ survey, title, isHeld }: FallingSurvey['of']): Markup =>
  html`<form method="post" action="${SURVEY_HOLD}"><input type="hidden" name="aptauja" value="${survey}"><button class="button button--secondary" type="submit" name="darit" value="${isHeld ? 'atlaut' : 'apturet'}">${isHeld ? 'Atļaut iznīcināt' : 'Apturēt iznīcināšanu'}<span class="visually-hidden">: ${title}</span></button></form>`;

/** Every version with answers; a hold covers the whole survey. */
export function keptSurveys(all: readonly FallingSurvey[], today: string): Markup | string {
  if (all.length === 0) return '';
  return html`<h2 id="aptaujas">Aptauju atbildes</h2><p>Glabā katras redakcijas atbildes un tekstus, līdz beidzas termiņš; tad tos iznīcina pēc akta kopā ar lietām. Iznīcināšanu aptur visai aptaujai.</p><table class="work keep"><caption class="visually-hidden">Aptauju atbildes un to glabāšanas termiņi</caption><thead><tr><th scope="col">Aptauja</th><th scope="col" class="number">Atbildes</th><th scope="col">Beigusies</th><th scope="col">Iznīcināma no</th><th scope="col">Stāvoklis</th><th scope="col"><span class="visually-hidden">Darbība</span></th></tr></thead><tbody>${all.map(
    one =>
      html`<tr><th scope="row"><a href="${surveyHref(one.of.survey)}?redakcija=${one.of.version}">${nameOf(one.of)}</a></th><td class="number" data-label="Atbildes">${one.of.answers}</td><td data-label="Beigusies">${one.closedOn < today ? formatDate(one.closedOn, 'locative') : 'vēl nav'}</td><td data-label="Iznīcināma no">${one.dueOn ? formatDate(one.dueOn, 'genitive') : '–'}</td><td data-label="Stāvoklis">${standing(one, today)}</td><td data-label="Darbība">${holdForm(one.of)}</td></tr>`,
  )}</tbody></table>`;
}

/** In the sheet of an act. */
export function surveysInAct(list: readonly ActSurvey[]): Markup | string {
  if (list.length === 0) return '';
  return html`<table class="work keep"><caption>Iznīcināmās aptauju atbildes</caption><thead><tr><th scope="col">Aptauja</th><th scope="col" class="number">Atbildes</th><th scope="col" class="number">Teksti</th><th scope="col">Beigusies</th><th scope="col">Iznīcināma no</th><th scope="col">Iznīcināta</th></tr></thead><tbody>${list.map(
    one =>
      html`<tr><th scope="row">${nameOf(one)}</th><td class="number" data-label="Atbildes">${one.answers}</td><td class="number" data-label="Teksti">${one.texts}</td><td data-label="Beigusies">${formatDate(one.closedOn, 'locative')}</td><td data-label="Iznīcināma no">${formatDate(one.dueOn, 'genitive')}</td><td data-label="Iznīcināta">${one.erasedAt ? formatDate(rigaDate(new Date(one.erasedAt)), 'locative') : one.begunAt ? 'iesākta' : ''}</td></tr>`,
  )}</tbody></table>`;
}

/** Why answers are kept. */
export const surveyStays = ({ of, why }: SurveyObstacle): string =>
  `${nameOf(of)}: ${why === 'hold' ? 'iznīcināšana apturēta' : 'termiņš vēl nav beidzies'}`;

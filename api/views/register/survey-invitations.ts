// Invitations to a staff survey: their number, the form for more, and the sheet of slips that is shown once.

import { html } from 'hono/html';
import { formatDate } from '../../../src/calendar/format.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import type { Changed, InvitationFault } from '../../domain/surveys/invitations.ts';
import type { Markup } from '../page.ts';
import { lookUpAddress, qrImage } from '../qr.ts';
import type { RegisterPage } from './page.ts';
import { fact } from './parts.ts';
import { SURVEYS_CRUMB, surveyHref } from './survey-places.ts';
import { invitationWords as say } from './words-invitations.ts';

const invitationsHref = (survey: string): string => `${surveyHref(survey)}ielugumi/`;

type Named = Pick<SurveyDefinition, 'id' | 'title' | 'opens' | 'closes'>;

export interface InvitationsView {
  readonly survey: Named;
  readonly made: number;
  readonly used: number;
  /** The promised one, or the content's before the first invitations. */
  readonly threshold: number;
  readonly standing: keyof typeof say.standing;
  readonly changed: readonly Changed[];
  /** The content's present value. */
  readonly written: number;
  readonly fault: InvitationFault | null;
  readonly typed: string;
}

const percent = ({ made, used }: InvitationsView): string =>
  made === 0 ? `${used}` : `${used} (${Math.round((100 * used) / made)} %)`;

const facts = (view: InvitationsView): Markup =>
  html`<dl class="facts">${fact(
    say.facts.period,
    `${formatDate(view.survey.opens)} – ${formatDate(view.survey.closes)}`,
  )}${fact(say.facts.made, `${view.made}`)}${fact(say.facts.used, percent(view))}${fact(
    say.facts.threshold,
    `${view.threshold}`,
  )}</dl>`;

const changedNote = ({ changed, threshold, written }: InvitationsView): Markup | string =>
  changed.length === 0
    ? ''
    : html`<div class="notice notice--warn"><h2>${say.changed.title}</h2>${changed.map(
        what =>
          html`<p>${what === 'audience' ? say.changed.audience : say.changed.threshold(threshold, written)}</p>`,
      )}</div>`;

const faultNote = (fault: InvitationFault): Markup =>
  html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>${say.faultTitle}</h2><p id="fault">${say.faults[fault]}</p></div>`;

const makeForm = ({ survey, made, fault, typed }: InvitationsView): Markup =>
  html`<section class="section flow"><h2>${say.make.title}</h2><form method="post" action="${invitationsHref(survey.id)}" class="flow"><input type="hidden" name="sagatavoti" value="${made}"><p class="field"><label class="field__label" for="skaits">${say.make.label}</label><span class="field__hint" id="skaits-hint">${say.make.hint}</span><input class="input input--short" type="text" inputmode="numeric" id="skaits" name="skaits" value="${typed}" maxlength="5" required autocomplete="off" aria-describedby="skaits-hint${fault ? ' fault' : ''}"${fault ? html` aria-invalid="true"` : ''}></p><p><button class="button" type="submit">${say.make.submit}</button></p></form>${
    made > 0 ? html`<p class="muted">${say.make.more}</p>` : ''
  }</section><section class="section flow"><h2>${say.hand.title}</h2><ol>${say.hand.steps.map(step => html`<li>${step}</li>`)}</ol></section>`;

export function invitationsPage(view: InvitationsView): RegisterPage {
  const { survey, standing, fault } = view;
  const open = standing === 'open' || standing === 'future';
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.title,
    lede: survey.title,
    crumbs: [SURVEYS_CRUMB],
    content: html`${fault ? faultNote(fault) : ''}${changedNote(view)}<section class="section flow">${facts(view)}<p>${say.standing[standing]}</p></section>${open ? makeForm(view) : ''}`,
  };
}

export interface SheetView {
  readonly survey: Named;
  readonly tokens: readonly string[];
  readonly threshold: number;
  /** Invitations of this survey, including those on this sheet. */
  readonly total: number;
  /** The public address, without a slash at the end. */
  readonly origin: string;
  readonly centre: string;
}

/** A slip for one person: its purpose, the address, the code, and the promise. */
function slip({ survey, threshold, total, origin, centre }: SheetView, token: string): Markup {
  const { sheet } = say;
  const page = `/aptaujas/${survey.id}/`;
  return html`<li class="slip"><h2 class="slip__title">${survey.title}</h2><p>${sheet.invited(centre)} ${sheet.last}: <strong>${formatDate(survey.closes)}</strong>.</p><div class="slip__way">${qrImage({ address: lookUpAddress(origin, page, token), label: sheet.qr })}<div><p>${sheet.address}:<br><span class="slip__address">${origin.replace(/^https:\/\//, '')}${page}</span></p><p>${sheet.code}: <strong class="slip__code">${token}</strong></p></div></div><p class="slip__small">${sheet.anonymous(threshold)} ${sheet.single} ${sheet.total(total)}</p></li>`;
}

export function invitationSheetPage(view: SheetView): RegisterPage {
  const { survey, tokens } = view;
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.sheet.title(tokens.length),
    crumbs: [{ href: invitationsHref(survey.id), label: say.title }],
    content: html`<div class="notice notice--warn no-print" role="status" tabindex="-1" autofocus><p>${say.sheet.once}</p></div><ul class="slips">${tokens.map(token => slip(view, token))}</ul><p class="no-print"><a href="${invitationsHref(survey.id)}">${say.sheet.back}</a></p>`,
  };
}

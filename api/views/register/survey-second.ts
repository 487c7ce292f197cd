// The second reading of sheets: waiting sheets, differences between two readings, withdrawing a first
// reading.
import { html } from 'hono/html';
import { formatDate, formatMonth } from '../../../src/calendar/format.ts';
import { answerText, askedBy } from '../../../src/forms/survey/answer-text.ts';
import type { Answers } from '../../../src/forms/survey/asked.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { LEFT_OUT_FIELD } from '../../../src/forms/survey/entry-form.ts';
import { VERSION_FIELD } from '../../../src/forms/survey/version-field.ts';
import type { Person } from '../../domain/register/people.ts';
import type { WaitingSheet } from '../../domain/surveys/paper.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import { nameOf } from './parts.ts';
import { entryHref, leftOutNotice, questionText, secondHref, sheetHref } from './survey-entry.ts';
import { surveyCrumbs } from './survey-places.ts';
import { surveyEntryWords as words } from './words-survey-entry.ts';

const say = words.second;

type Named = Pick<SurveyDefinition, 'id' | 'title'>;

const crumbsOf = (survey: Named, deeper: boolean) => [
  ...surveyCrumbs(survey),
  { href: entryHref(survey.id), label: words.title },
  ...(deeper ? [{ href: secondHref(survey.id), label: say.title }] : []),
];

export interface WaitingView {
  readonly survey: Named;
  readonly sheets: readonly WaitingSheet[];
  readonly people: ReadonlyMap<string, Person>;
  readonly me: string;
  /** What was just done with a sheet. */
  readonly done: { readonly what: 'saved' | 'withdrawn'; readonly serial: number } | null;
}

const cell = (label: string, value: Markup | string): Markup => html`<td data-label="${label}">${value}</td>`;

function row({ survey, people, me }: WaitingView, sheet: WaitingSheet): Markup {
  const { serial, version, month, enteredBy, enteredOn } = sheet;
  const href = sheetHref(survey.id, serial);
  const { columns } = say;
  return html`<tr><th scope="row">${serial}</th>${cell(columns.version, words.version(version))}${cell(columns.month, formatMonth(month))}${cell(
    columns.by,
    html`${nameOf(people, enteredBy)}, ${formatDate(enteredOn)}`,
  )}${cell(
    columns.do,
    html`${enteredBy === me ? say.own : html`<a href="${href}">${say.enter}<span class="visually-hidden">, ${serial}</span></a>`} · <a href="${href}atsaukt/">${say.withdraw}<span class="visually-hidden">, ${serial}</span></a>`,
  )}</tr>`;
}

const doneNotice = ({ done }: WaitingView): Markup | string =>
  done
    ? html`<p class="notice notice--success" role="status">${done.what === 'saved' ? say.saved(done.serial) : words.withdraw.done(done.serial)}</p>`
    : '';

/** By the number written on the sheet, which is faster than a long list. */
const finder = ({ id }: Named): Markup =>
  html`<form class="filters" method="get" action="${secondHref(id)}"><p><label for="numurs">${say.numberLabel}</label><input type="text" id="numurs" name="lapa" inputmode="numeric" autocomplete="off" autofocus></p><p><button class="button" type="submit">${say.find}</button></p></form>`;

/** All first readings that wait. */
export function waitingPage(view: WaitingView): RegisterPage {
  const { survey, sheets } = view;
  const { columns } = say;
  return {
    title: `${say.title}: ${survey.title}`,
    heading: say.title,
    lede: say.lede,
    crumbs: crumbsOf(survey, false),
    content:
      sheets.length === 0
        ? html`${doneNotice(view)}<p class="empty">${say.none}</p>`
        : html`${doneNotice(view)}${finder(survey)}<table class="table work"><thead><tr>${[columns.serial, columns.version, columns.month, columns.by, columns.do].map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${sheets.map(sheet => row(view, sheet))}</tbody></table>`,
  };
}

/** Name of the radio buttons that settle a difference. */
export const choiceName = (field: string): string => `izvele.${field}`;
/** Goes back to one's own reading. */
export const EDIT_FIELD = 'labot';

export interface DifferencesView {
  readonly survey: SurveyDefinition;
  readonly serial: number;
  readonly first: Answers;
  /** Sent with the page. */
  readonly second: Answers;
  readonly fields: readonly string[];
  /** Decisions so far: `pirma` or `otra` by field. */
  readonly chosen: Readonly<Record<string, string | undefined>>;
  /** Fields without a decision. */
  readonly open: readonly string[];
  readonly leftOut: readonly string[];
  readonly idempotencyKey: string;
}

const textOf = (survey: SurveyDefinition, field: string, answers: Answers): string => {
  const asked = askedBy(survey, field);
  const answer = answers[field];
  return asked && answer !== undefined ? answerText(asked.question, answer) : words.differences.none;
};

function difference(view: DifferencesView, field: string): Markup {
  const { survey, first, second, chosen, open } = view;
  const name = choiceName(field);
  const option = (value: 'pirma' | 'otra', label: string, answers: Answers): Markup =>
    html`<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}"${
      chosen[field] === value ? html` checked` : ''
    }><label for="${name}-${value}"><span class="entry__reading">${label}</span> ${textOf(survey, field, answers)}</label></div>`;
  const wrong = open.includes(field);
  return html`<fieldset class="field${wrong ? ' field--error' : ''}" id="${name}"><legend class="field__label">${questionText(survey, field)}</legend>${
    wrong ? html`<p class="field__error">${words.differences.choose}</p>` : ''
  }<div class="choices">${option('pirma', words.differences.first, first)}${option('otra', words.differences.second, second)}</div></fieldset>`;
}

const carried = (name: string, value: string | readonly string[]): Markup =>
  html`${[value].flat().map(one => html`<input type="hidden" name="${name}" value="${one}">`)}`;

/** Question by question, for the person with the sheet. */
export function differencesPage(view: DifferencesView): RegisterPage {
  const { survey, serial, second, fields, open, leftOut, idempotencyKey } = view;
  const { differences } = words;
  const heading = differences.title(serial);
  const summary =
    open.length === 0
      ? ''
      : html`<div class="error-summary" role="alert" tabindex="-1" autofocus><h2>${words.refused.title}</h2><ul>${open.map(field => html`<li><a href="#${choiceName(field)}">${questionText(survey, field)}</a></li>`)}</ul></div>`;
  const notice = leftOut.length > 0 && open.length === 0 ? leftOutNotice(survey, leftOut) : '';
  return {
    title: heading,
    heading,
    lede: differences.lede(fields.length),
    crumbs: crumbsOf(survey, true),
    content: html`${summary}${notice}<form class="form" method="post" action="${sheetHref(survey.id, serial)}izskirt/"><input type="hidden" name="idempotencyKey" value="${idempotencyKey}">${carried(VERSION_FIELD, String(survey.version))}${carried(LEFT_OUT_FIELD, leftOut.join(' '))}${Object.entries(second).map(([name, value]) => carried(name, value))}${fields.map(field => difference(view, field))}<p class="entry__neither">${differences.neither}</p><p class="form__submit form__submit--two"><button class="button" type="submit">${leftOut.length > 0 ? words.saveWithout : differences.save}</button><button class="button button--secondary" type="submit" name="${EDIT_FIELD}" value="on">${differences.edit}</button></p></form>`,
  };
}

/** Asks before a first reading is withdrawn. */
export function withdrawPage(survey: Named, serial: number): RegisterPage {
  const { withdraw } = words;
  return {
    title: withdraw.title(serial),
    heading: withdraw.title(serial),
    lede: withdraw.text,
    crumbs: crumbsOf(survey, true),
    content: html`<form method="post" action="${sheetHref(survey.id, serial)}atsaukt/"><p class="form__submit form__submit--two"><button class="button" type="submit">${withdraw.do}</button> <a class="button button--secondary" href="${secondHref(survey.id)}">${withdraw.keep}</a></p></form>`,
  };
}

/** Why a sheet cannot be read a second time. */
export const noSecondPage = (survey: Named, why: 'yours' | 'gone' | 'sealed'): RegisterPage => ({
  title: say[why].title,
  heading: say[why].title,
  crumbs: crumbsOf(survey, true),
  content: html`<p>${say[why].text}</p><p><a href="${secondHref(survey.id)}">${say.title}</a></p>`,
});

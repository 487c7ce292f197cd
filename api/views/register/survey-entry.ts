// The page for entering one paper sheet, for the first or second reading.
import { html } from 'hono/html';
import { formatDate, formatMonth } from '../../../src/calendar/format.ts';
import type { FieldError, Values } from '../../../src/forms/field.ts';
import { messagesIn } from '../../../src/forms/messages.ts';
import { namedErrors } from '../../../src/forms/named-errors.ts';
import { askedBy, askedText } from '../../../src/forms/survey/answer-text.ts';
import { conditionClause } from '../../../src/forms/survey/condition-words.ts';
import { conditionsOf, type SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { LEFT_OUT_FIELD, MONTH_FIELD } from '../../../src/forms/survey/entry-form.ts';
import { numbered, numbersOf } from '../../../src/forms/survey/numbering.ts';
import { VERSION_FIELD } from '../../../src/forms/survey/version-field.ts';
import { conditionLv } from '../../../src/forms/survey/words-paper.lv.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import { controlId, entryFields } from './survey-entry-fields.ts';
import { surveyCrumbs, surveyHref } from './survey-places.ts';
import { surveyEntryWords as say } from './words-survey-entry.ts';

export const entryHref = (survey: string): string => `${surveyHref(survey)}ievade/`;
export const secondHref = (survey: string): string => `${entryHref(survey)}otra/`;
export const sheetHref = (survey: string, serial: number): string => `${secondHref(survey)}${serial}/`;

export interface EntryView {
  /** The version of the sheet. */
  readonly survey: SurveyDefinition;
  /** All known versions, the present one first. */
  readonly versions: readonly number[];
  /** Possible months of receipt; a single one when it is fixed. */
  readonly months: readonly string[];
  readonly month: string;
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly leftOut: readonly string[];
  readonly idempotencyKey: string;
  /** Number of sheets this person entered today. */
  readonly today: number;
  /** Number of first readings that wait; null when nothing is checked twice. */
  readonly waiting: number | null;
  /** The previous sheet was saved; with the number to write on it, when it waits for a second reading. */
  readonly saved: { readonly serial: number | null } | null;
  readonly versionUnknown: boolean;
  /** For the second reading: the number on the sheet. */
  readonly serial: number | null;
}

const crumbsOf = ({ survey, serial }: EntryView) => [
  ...surveyCrumbs(survey),
  ...(serial === null
    ? []
    : [
        { href: entryHref(survey.id), label: say.title },
        { href: secondHref(survey.id), label: say.second.title },
      ]),
];

/** Why a question should not have been answered. */
function becauseOf(survey: SurveyDefinition, field: string): string {
  const [id] = field.split('.');
  const section = survey.sections.find(({ questions }) => questions.some(one => one.id === id));
  const question = section?.questions.find(one => one.id === id);
  if (!section || !question) return '';
  return say.leftOut.because(conditionClause(survey, conditionsOf(section, question), conditionLv.told));
}

export const questionText = (survey: SurveyDefinition, field: string): string => {
  const asked = askedBy(survey, field);
  return `${numbered(numbersOf(survey), field)} ${asked ? askedText(asked) : field}`;
};

/** Announces what will not be stored. */
export const leftOutNotice = (survey: SurveyDefinition, leftOut: readonly string[]): Markup =>
  html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>${say.leftOut.title}</h2><p>${say.leftOut.intro}</p><ul>${leftOut.map(
    field => html`<li>${questionText(survey, field)} (${becauseOf(survey, field)})</li>`,
  )}</ul></div>`;

function refusal({ errors }: EntryView): Markup | string {
  if (errors.length === 0) return '';
  const { named, more } = namedErrors(errors);
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus><h2>${say.refused.title}</h2><p>${say.refused.intro}</p><ul>${named.map(
    ({ field, message }) =>
      field === '' ? html`<li>${message}</li>` : html`<li><a href="#${controlId(field)}">${message}</a></li>`,
  )}${more > 0 ? html`<li>${messagesIn('lv').moreErrors(more)}</li>` : ''}</ul></div>`;
}

const savedNotice = ({ saved }: EntryView): Markup | string => {
  if (!saved) return '';
  const serial =
    saved.serial === null
      ? ''
      : html`<p class="entry__serial">${say.writeSerial} <strong>${saved.serial}</strong></p><p>${say.writeSerialWhy}</p>`;
  return html`<div class="notice notice--success" role="status"><p>${say.saved}</p>${serial}</div>`;
};

/** Switches to another version's questions; typed answers are lost, so it is separate from the sheet. */
const versionPicker = ({ survey, versions, month }: EntryView): Markup | string =>
  versions.length < 2
    ? ''
    : html`<details class="entry__version"><summary>${say.otherVersion}</summary><form class="filters" method="get" action="${entryHref(survey.id)}"><input type="hidden" name="${MONTH_FIELD}" value="${month}"><p><label for="redakcija">${say.second.columns.version}</label><select id="redakcija" name="${VERSION_FIELD}">${versions.map(
        version =>
          html`<option value="${version}"${version === survey.version ? html` selected` : ''}>${say.version(version)}</option>`,
      )}</select></p><p><button class="button button--secondary" type="submit">${say.change}</button></p></form></details>`;

const monthPicker = ({ months, month }: EntryView): Markup =>
  months.length < 2
    ? html`<p>${say.month}: ${formatMonth(month)}<input type="hidden" name="${MONTH_FIELD}" value="${month}"></p>`
    : html`<p><label for="${controlId(MONTH_FIELD)}">${say.month}</label> <select class="input entry__month" id="${controlId(MONTH_FIELD)}" name="${MONTH_FIELD}">${months.map(
        one =>
          html`<option value="${one}"${one === month ? html` selected` : ''}>${formatMonth(one)}</option>`,
      )}</select></p>`;

const help = html`<details class="entry__help"><summary>${say.keys.title}</summary><ul>${say.keys.lines.map(line => html`<li>${line}</li>`)}</ul><p>${say.keys.plain}</p></details>`;

/** Enter presses the first button of a form: this one is disabled, so that no incomplete sheet is saved. */
const noEnter = html`<button type="submit" disabled hidden></button>`;

function form(view: EntryView): Markup {
  const { survey, serial, values, errors, leftOut, idempotencyKey } = view;
  const action = serial === null ? entryHref(survey.id) : sheetHref(survey.id, serial);
  const messages = new Map(errors.map(({ field, message }) => [field, message]));
  const told = errors.length > 0 || leftOut.length > 0;
  const button = leftOut.length > 0 ? say.saveWithout : serial === null ? say.save : say.second.save;
  return html`<form class="entry" id="lapa" method="post" action="${action}" data-entry novalidate>${noEnter}<input type="hidden" name="idempotencyKey" value="${idempotencyKey}"><input type="hidden" name="${VERSION_FIELD}" value="${survey.version}"><input type="hidden" name="${LEFT_OUT_FIELD}" value="${leftOut.join(' ')}"><div class="entry__head">${monthPicker(view)}</div>${entryFields(
    survey,
    { values, errors: messages, leftOut },
    told ? null : undefined,
  )}<p class="entry__save"><button class="button" type="submit" data-save>${button}</button></p></form>`;
}

/** The page of one sheet. */
export function entryPage(view: EntryView): RegisterPage {
  const { survey, serial, waiting, today } = view;
  const heading = serial === null ? say.titleOf(survey.title) : say.second.pageTitle(serial);
  const wrong = view.errors.length > 0 || view.leftOut.length > 0;
  const links =
    serial === null && waiting !== null
      ? html` <a href="${secondHref(survey.id)}">${say.second.link(waiting)}</a>`
      : '';
  return {
    title: `${wrong ? `${say.refused.title}: ` : ''}${heading}`,
    heading,
    lede: serial === null ? say.versionIs(survey.id, survey.version) : say.second.pageLede(serial),
    crumbs: crumbsOf(view),
    withEntry: true,
    content: html`${refusal(view)}${view.leftOut.length > 0 ? leftOutNotice(survey, view.leftOut) : ''}${
      view.versionUnknown ? html`<p class="notice">${say.unknownVersion}</p>` : ''
    }<p class="entry__about"><span>${say.today(today)}</span>${links}</p>${serial === null ? versionPicker(view) : ''}${help}${savedNotice(view)}${form(view)}`,
  };
}

/** Outside the period in which sheets are entered. */
export function entryClosedPage(
  survey: Pick<SurveyDefinition, 'id' | 'title' | 'opens' | 'closes'>,
  { state, waiting }: { readonly state: 'future' | 'over'; readonly waiting: number },
): RegisterPage {
  const text =
    state === 'future'
      ? say.closed.future(formatDate(survey.opens, 'locative'))
      : say.closed.over(formatDate(survey.closes, 'locative'));
  return {
    title: say.titleOf(survey.title),
    heading: say.titleOf(survey.title),
    crumbs: surveyCrumbs(survey),
    content: html`<p class="notice">${text}</p>${
      waiting > 0 ? html`<p><a href="${secondHref(survey.id)}">${say.second.link(waiting)}</a></p>` : ''
    }`,
  };
}

// The markup of a form, fresh or rejected: Astro renders it at build, the API renders it again with the typed
// values.
import { html } from 'hono/html';
import { shownNames } from './conditions.ts';
import {
  BACK_FIELD,
  type Field,
  type FieldError,
  type FormDefinition,
  fieldsOf,
  filesFieldOf,
  PAGE_FIELD,
  type Section,
  type Values,
} from './field.ts';
import { type AttachedView, controlId, type Markup } from './field-parts.ts';
import { messagesIn } from './messages.ts';
import { namedErrors } from './named-errors.ts';
import { renderField } from './render-field.ts';
import { renderTrap } from './trap.ts';
import { surveyWords } from './words-survey.ts';

export interface FormState {
  readonly values?: Values;
  readonly errors?: readonly FieldError[];
  /**
   * The key of this filling-in. A static page leaves it empty; the server fills it when it serves the page.
   */
  readonly idempotencyKey?: string;
  /** The rate is unusual: the form includes a proof of work and a mark that it was requested. */
  readonly proofAsked?: boolean;
  /** Files of the rejected send; they need not be chosen again. */
  readonly attached?: readonly AttachedView[];
  /** For a form in pages: the visible page, counted from 1. */
  readonly page?: number;
}

/** Errors of fields that the page shows, then those that only a program could have caused; of very many the first. */
function summary(form: FormDefinition, errors: readonly FieldError[]): Markup {
  const say = messagesIn(form.lang);
  const shown = new Set(
    fieldsOf(form)
      .filter(({ kind }) => kind !== 'hidden')
      .map(({ name }) => name),
  );
  const item = ({ field, message }: FieldError) =>
    shown.has(field)
      ? html`<li><a href="#${controlId(form.id, field)}">${message}</a></li>`
      : html`<li>${message}</li>`;
  const { named, more } = namedErrors(errors);
  return html`<div class="error-summary" tabindex="-1" autofocus aria-labelledby="${form.id}-errors"><div role="alert"><h2 id="${form.id}-errors">${say.summaryTitle}</h2><p>${say.summaryIntro}</p><ul>${named.map(item)}${more > 0 ? html`<li>${say.moreErrors(more)}</li>` : ''}</ul></div></div>`;
}

/** The widget is loaded by `enhance.ts`; without scripts the element is empty and the sentence says what to do. */
const proof = (form: FormDefinition): Markup =>
  html`<div class="proof"><input type="hidden" name="proofAsked" value="on"><altcha-widget challenge="/api/challenge" name="proofOfWork" auto="onsubmit" language="${form.lang}"></altcha-widget><p class="field__hint">${messagesIn(form.lang).proof}</p></div>`;

/** Sorts the messages by the order of the fields on the page, others last. */
function inOrder(form: FormDefinition, errors: readonly FieldError[]): FieldError[] {
  const rank = new Map(fieldsOf(form).map(({ name }, i) => [name, i]));
  const of = ({ field }: FieldError) => rank.get(field) ?? Number.POSITIVE_INFINITY;
  return errors.toSorted((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)));
}

type Draw = (fields: readonly Field[]) => Markup[];

function renderSection({ legend, kind, intro, fields, button }: Section, draw: Draw): Markup | string {
  const visible = fields.filter(({ kind }) => kind !== 'hidden');
  if (visible.length === 0 && !legend && !intro) return '';
  const inner = html`${(intro ?? []).map(text => html`<p>${text}</p>`)}${draw(visible)}${
    button
      ? html`<p class="form__aside"><button class="button button--secondary" type="submit" name="${button.name}" value="on">${button.label}</button></p>`
      : ''
  }`;
  const style = kind ? ` form__section--${kind}` : '';
  return legend
    ? html`<fieldset class="form__section${style}"><legend>${legend}</legend>${inner}</fieldset>`
    : html`<div class="form__section${style}">${inner}</div>`;
}

/** Hidden pages remain in the form, because their answers are sent too and scripts show all pages. */
const renderPages = ({ sections, pages = 1 }: FormDefinition, current: number, draw: Draw): Markup[] =>
  Array.from({ length: pages }, (_, i) => {
    const own = sections.filter(({ page }) => page === i + 1);
    return html`<div class="form__page"${i + 1 === current ? '' : html` hidden`}>${own.map(section => renderSection(section, draw))}</div>`;
  });

/** Progress by pages; the script replaces it with progress by answers. */
const progress = (form: FormDefinition, pages: number, page: number): Markup =>
  html`<p class="form__progress" data-answered><span>${surveyWords[form.lang].page(page, pages)}</span><progress max="${pages}" value="${page}" aria-hidden="true"></progress></p>`;

/** The button that sends or turns the page. The Enter key presses the first one. */
function buttons(form: FormDefinition, page: number): Markup {
  const { pages = 1, submit, lang } = form;
  const say = surveyWords[lang];
  const main = page < pages ? say.next : submit;
  return html`<p class="form__submit"${pages > 1 ? html` data-send="${submit}"` : ''}><button class="button" type="submit">${main}</button>${
    page > 1
      ? html` <button class="button button--secondary" type="submit" name="${BACK_FIELD}" value="on">${say.back}</button>`
      : ''
  }</p>`;
}

/**
 * The whole form. With errors it starts with a summary that links to the fields; every value is as typed. The
 * browser's own checks are off (`novalidate`), so that errors are shown in one way for everyone.
 */
export function renderForm(form: FormDefinition, state: FormState = {}): Markup {
  const errors = inOrder(form, state.errors ?? []);
  const fields = fieldsOf(form);
  const values = state.values ?? {};
  const context = {
    form: form.id,
    values,
    errors: new Map(errors.map(({ field, message }) => [field, message])),
    say: messagesIn(form.lang),
    shown: shownNames(fields, values),
    attached: state.attached ?? [],
  };
  const draw: Draw = fields => fields.map(field => renderField(context, field));
  const { pages } = form;
  const { page = 1 } = state;
  return html`${errors.length > 0 ? summary(form, errors) : ''}<form class="form" id="${form.id}" method="post" action="${form.action}"${
    filesFieldOf(form) ? html` enctype="multipart/form-data"` : ''
  } novalidate>${
    form.stores ? html`<input type="hidden" name="idempotencyKey" value="${state.idempotencyKey ?? ''}">` : ''
  }${pages ? html`<input type="hidden" name="${PAGE_FIELD}" value="${page}">${progress(form, pages, page)}` : ''}${renderTrap(form)}${draw(fields.filter(({ kind }) => kind === 'hidden'))}${
    pages ? renderPages(form, page, draw) : form.sections.map(section => renderSection(section, draw))
  }${state.proofAsked ? proof(form) : ''}${buttons(form, page)}</form>`;
}

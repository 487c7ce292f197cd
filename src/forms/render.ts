// A form's markup, fresh or rejected: Astro prints it at build, the API prints it again with what was typed.
import { html } from 'hono/html';
import {
  type Field,
  type FieldError,
  type FormDefinition,
  fieldsOf,
  filesFieldOf,
  type Section,
  type Values,
} from './field.ts';
import { type AttachedView, controlId, type Markup } from './field-parts.ts';
import { messagesIn } from './messages.ts';
import { renderField } from './render-field.ts';
import { renderTrap } from './trap.ts';

export interface FormState {
  readonly values?: Values;
  readonly errors?: readonly FieldError[];
  /** The key of this filling-in. A static page leaves it empty; the server puts one in as it serves the page. */
  readonly idempotencyKey?: string;
  /** The rate is unusual: the form brings a proof of work, and a mark that it was asked for. */
  readonly proofAsked?: boolean;
  /** Files that came with what was rejected; they need not be chosen again. */
  readonly attached?: readonly AttachedView[];
}

/** Errors of fields that the page shows, then those that only a program could have caused. */
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
  return html`<div class="error-summary" tabindex="-1" autofocus aria-labelledby="${form.id}-errors"><div role="alert"><h2 id="${form.id}-errors">${say.summaryTitle}</h2><p>${say.summaryIntro}</p><ul>${errors.map(item)}</ul></div></div>`;
}

/** The widget is loaded by `enhance.ts`; without scripts the element is empty and the sentence says what to do. */
const proof = (form: FormDefinition): Markup =>
  html`<div class="proof"><input type="hidden" name="proofAsked" value="on"><altcha-widget challenge="/api/challenge" name="proofOfWork" auto="onsubmit" language="${form.lang}"></altcha-widget><p class="field__hint">${messagesIn(form.lang).proof}</p></div>`;

/** Puts the messages in the order of the fields on the page, the rest last. */
function inOrder(form: FormDefinition, errors: readonly FieldError[]): FieldError[] {
  const rank = new Map(fieldsOf(form).map(({ name }, i) => [name, i]));
  const of = ({ field }: FieldError) => rank.get(field) ?? Number.POSITIVE_INFINITY;
  return errors.toSorted((a, b) => (of(a) === of(b) ? 0 : of(a) - of(b)));
}

/**
 * The whole form. With errors it opens with a summary whose links lead to the fields; every text comes back as typed.
 * The browser's own checks are off (`novalidate`): one way to say what is wrong, the same for everyone.
 */
export function renderForm(form: FormDefinition, state: FormState = {}): Markup {
  const errors = inOrder(form, state.errors ?? []);
  const context = {
    form: form.id,
    values: state.values ?? {},
    errors: new Map(errors.map(({ field, message }) => [field, message])),
    say: messagesIn(form.lang),
    attached: state.attached ?? [],
  };
  const markup = (fields: readonly Field[]) => fields.map(field => renderField(context, field));
  const section = ({ legend, intro, fields, button }: Section) => {
    const visible = fields.filter(({ kind }) => kind !== 'hidden');
    if (visible.length === 0 && !legend && !intro) return '';
    const inner = html`${(intro ?? []).map(text => html`<p>${text}</p>`)}${markup(visible)}${
      button
        ? html`<p class="form__aside"><button class="button button--secondary" type="submit" name="${button.name}" value="on">${button.label}</button></p>`
        : ''
    }`;
    return legend
      ? html`<fieldset class="form__section"><legend>${legend}</legend>${inner}</fieldset>`
      : html`<div class="form__section">${inner}</div>`;
  };
  return html`${errors.length > 0 ? summary(form, errors) : ''}<form class="form" id="${form.id}" method="post" action="${form.action}"${
    filesFieldOf(form) ? html` enctype="multipart/form-data"` : ''
  } novalidate>${
    form.stores ? html`<input type="hidden" name="idempotencyKey" value="${state.idempotencyKey ?? ''}">` : ''
  }${renderTrap(form)}${markup(fieldsOf(form).filter(({ kind }) => kind === 'hidden'))}${form.sections.map(section)}${state.proofAsked ? proof(form) : ''}<p class="form__submit"><button class="button" type="submit">${form.submit}</button></p></form>`;
}

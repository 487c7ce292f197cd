// Parts of the markup that all fields share.
import { html } from 'hono/html';
import type { Condition } from './conditions.ts';
import type { Field, Option, Values } from './field.ts';
import type { FormMessages } from './messages.lv.ts';

/** A piece of escaped markup. */
export type Markup = ReturnType<typeof html>;

export interface Context {
  /** Id prefix of the form. */
  readonly form: string;
  readonly values: Values;
  /** Message by field name. */
  readonly errors: ReadonlyMap<string, string>;
  /** Texts of the form itself, in its language. */
  readonly say: FormMessages;
  /** Names of the questions asked after the answers so far. */
  readonly shown?: ReadonlySet<string>;
  /** Files already attached. */
  readonly attached?: readonly AttachedView[];
}

/** A file from an earlier send of the same form. */
export interface AttachedView {
  readonly token: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export const controlId = (form: string, field: string): string => `${form}-${field}`;

/** HTML cannot contain NUL: the replacement character shows the person what to delete. */
const printable = (text: string): string => text.replaceAll('\0', '\ufffd');

export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? printable(value) : '';
};
export const isChosen = (values: Values, name: string, id: string): boolean => {
  const value = values[name];
  return Array.isArray(value) ? value.includes(id) : value === id;
};

export const labelText = ({ say }: Context, field: Field): Markup =>
  html`${field.label}${field.required ? '' : html` <span class="field__optional">${say.optional}</span>`}`;

/** Marks a text in another language than the form's, so that it is pronounced correctly. */
export const langOf = ({ lang }: Option): Markup | string => (lang ? html` lang="${lang}"` : '');

const hintOf = ({ say }: Context, field: Field): string | undefined => {
  const limit =
    field.kind === 'textarea'
      ? say.limit(field.maxLength)
      : field.kind === 'number'
        ? say.range(field.min, field.max, field.unit)
        : field.kind === 'files'
          ? say.files.limits
          : undefined;
  return [field.hint, limit].filter(Boolean).join(' ') || undefined;
};

/** The hint, further notes and the message, each with an id, and the ids for `aria-describedby`. */
export function notes(
  context: Context,
  field: Field,
  more?: string,
): { readonly markup: Markup; readonly describedBy: string } {
  const id = controlId(context.form, field.name);
  const hint = hintOf(context, field);
  const error = context.errors.get(field.name);
  return {
    markup: html`${hint ? html`<p class="field__hint" id="${id}-hint">${hint}</p>` : ''}${
      more ? html`<p class="field__hint" id="${id}-more">${more}</p>` : ''
    }${
      error
        ? html`<p class="field__error" id="${id}-error"><span class="visually-hidden">${context.say.errorPrefix}</span> ${error}</p>`
        : ''
    }`,
    describedBy: [hint && `${id}-hint`, more && `${id}-more`, error && `${id}-error`]
      .filter(Boolean)
      .join(' '),
  };
}

export function attributes(context: Context, field: Field, describedBy: string): Markup {
  return html`${describedBy ? html` aria-describedby="${describedBy}"` : ''}${
    context.errors.has(field.name) ? html` aria-invalid="true"` : ''
  }${field.required ? html` aria-required="true"` : ''}`;
}

/**
 * Data for the script that shows a question when it is asked; without scripts it is hidden until its page.
 */
const conditional = ({ shown }: Context, { name, showIf }: Field): Markup | string =>
  showIf
    ? html` data-field="${name}" data-show-if="${JSON.stringify(showIf satisfies readonly Condition[])}"${shown?.has(name) ? '' : html` hidden`}`
    : '';

export const wrap = (context: Context, field: Field, inner: Markup): Markup =>
  html`<div class="field${context.errors.has(field.name) ? ' field--error' : ''}"${conditional(context, field)}>${inner}</div>`;

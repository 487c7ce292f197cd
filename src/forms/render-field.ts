// The markup of one field: label, hint, message and control, connected for assistive technology.
import { html } from 'hono/html';
import {
  CANT_SAY,
  type ChoiceField,
  type ChoicesField,
  type ConsentField,
  choicesOf,
  type Field,
  type HiddenField,
  type NumberField,
  type Option,
  type ScaleField,
  scaleName,
  scaleValues,
  type TextField,
} from './field.ts';
import {
  attributes,
  type Context,
  controlId,
  isChosen,
  labelText,
  langOf,
  type Markup,
  notes,
  textOf,
  wrap,
} from './field-parts.ts';
import { filesField } from './render-files.ts';

function textField(context: Context, field: TextField): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field);
  const shared = html` id="${id}" name="${field.name}"${attributes(context, field, describedBy)}${
    field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ''
  }`;
  const value = textOf(context.values, field.name);
  // HTML parsers drop a line end directly after the tag; this one is dropped instead of the text's own.
  const control =
    field.kind === 'textarea'
      ? html`<textarea class="input" rows="${field.rows ?? 6}" data-limit="${field.maxLength}"${shared}>
${value}</textarea>`
      : html`<input class="input" type="${field.kind}"${value ? html` value="${value}"` : ''}${shared}>`;
  return wrap(
    context,
    field,
    html`<label class="field__label" for="${id}">${labelText(context, field)}</label>${markup}${control}`,
  );
}

/** A text control: a browser's number field silently drops what it does not understand. */
function numberField(context: Context, field: NumberField): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field);
  const value = textOf(context.values, field.name);
  return wrap(
    context,
    field,
    html`<label class="field__label" for="${id}">${labelText(context, field)}</label>${markup}<input class="input input--short" type="text" inputmode="numeric"${value ? html` value="${value}"` : ''} id="${id}" name="${field.name}"${attributes(context, field, describedBy)}>`,
  );
}

function select(context: Context, field: ChoiceField): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field);
  return wrap(
    context,
    field,
    html`<label class="field__label" for="${id}">${labelText(context, field)}</label>${markup}<select class="input" id="${id}" name="${field.name}"${attributes(context, field, describedBy)}><option value="">${context.say.notChosen}</option>${field.options.map(
      option =>
        html`<option value="${option.id}"${isChosen(context.values, field.name, option.id) ? html` selected` : ''}${langOf(option)}>${option.label}</option>`,
    )}</select>`,
  );
}

/** With more steps there is no room for the labels of the ends in a row. */
const LONG_SCALE = 7;

interface ScaleOption extends Option {
  /** The label of the step for screen readers, when it is not visible beside its number. */
  readonly spoken?: string;
  /** True for an answer that is not a step of the scale. */
  readonly isApart?: boolean;
}

interface GroupStyle {
  readonly type: Choice['type'];
  readonly box: string;
  /** Shown between the question and its answers. */
  readonly before?: Markup | string;
}

interface Choice {
  readonly type: 'radio' | 'checkbox';
  readonly option: ScaleOption;
  readonly id: string;
}

function choice(context: Context, field: Field, { type, option, id }: Choice): Markup {
  const hintId = `${controlId(context.form, field.name)}-${option.id}-hint`;
  const hint = option.hint ? html`<span class="choice__hint" id="${hintId}">${option.hint}</span>` : '';
  const spoken = option.spoken ? html`<span class="visually-hidden"> – ${option.spoken}</span>` : '';
  return html`<div class="choice${option.isApart ? ' choice--apart' : ''}"><input type="${type}" id="${id}" name="${field.name}" value="${option.id}"${
    option.hint ? html` aria-describedby="${hintId}"` : ''
  }${isChosen(context.values, field.name, option.id) ? html` checked` : ''}><label for="${id}"${langOf(option)}>${option.label}${spoken}</label>${hint}</div>`;
}

/** The first control has the field's own id, so that the error summary can link to it. */
function group(
  context: Context,
  field: Field,
  options: readonly ScaleOption[],
  { type, box, before = '' }: GroupStyle,
): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field);
  const list = html`${before}<div class="${box}">${options.map((option, i) =>
    choice(context, field, { type, option, id: i === 0 ? id : `${id}-${option.id}` }),
  )}</div>`;
  const folded = field.kind === 'checkboxes' && field.folded;
  const open =
    folded &&
    (context.errors.has(field.name) || options.some(({ id }) => isChosen(context.values, field.name, id)));
  return wrap(
    context,
    field,
    html`<fieldset${describedBy ? html` aria-describedby="${describedBy}"` : ''}><legend class="field__label">${labelText(context, field)}</legend>${markup}${
      folded
        ? html`<details class="more"${open ? html` open` : ''}><summary>${folded}</summary>${list}</details>`
        : list
    }</fieldset>`,
  );
}

function scale(context: Context, field: ScaleField): Markup {
  const values = scaleValues(field);
  const isLong = field.to - field.from >= LONG_SCALE;
  const options = values.map((id): ScaleOption => {
    if (id === CANT_SAY) return { id, label: context.say.cantSay, isApart: true };
    const name = scaleName(field, id);
    if (isLong) return { id, label: id, ...(name ? { spoken: name } : {}) };
    return { id, label: name ? `${id} – ${name}` : id };
  });
  const ends = html`<p class="scale__ends" aria-hidden="true"><span>${field.from} – ${field.low}</span><span>${field.to} – ${field.high}</span></p>`;
  return group(context, field, options, {
    type: 'radio',
    box: isLong ? 'scale scale--long' : 'scale',
    before: isLong ? ends : '',
  });
}

function consent(context: Context, field: ConsentField): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field);
  const checked = context.values[field.name] === true;
  return wrap(
    context,
    field,
    html`<div class="choice"><input type="checkbox" id="${id}" name="${field.name}" value="on"${attributes(context, field, describedBy)}${checked ? html` checked` : ''}><label for="${id}">${field.label}</label></div>${markup}`,
  );
}

function hidden({ values }: Context, { name, flag, value = '' }: HiddenField): Markup {
  if (flag && values[name] !== true) return html``;
  return html`<input type="hidden" name="${name}" value="${flag ? 'on' : textOf(values, name) || value}">`;
}

/** The markup of one field with the typed value and its message. */
export function renderField(context: Context, field: Field): Markup {
  switch (field.kind) {
    case 'radio':
      return group(context, field, choicesOf(field, context.say.cantSay), { type: 'radio', box: 'choices' });
    case 'checkboxes':
      return group(context, field, (field as ChoicesField).options, { type: 'checkbox', box: 'choices' });
    case 'select':
      return select(context, field);
    case 'checkbox':
      return consent(context, field);
    case 'scale':
      return scale(context, field);
    case 'number':
      return numberField(context, field);
    case 'files':
      return filesField(context, field);
    case 'hidden':
      return hidden(context, field);
    default:
      return textField(context, field);
  }
}

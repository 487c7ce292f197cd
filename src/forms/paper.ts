// A form for pen and paper: the fields of the screen form as boxes to tick and lines to write on.
import { html } from 'hono/html';
import {
  CANT_SAY,
  type ChoiceField,
  type ChoicesField,
  choicesOf,
  type Field,
  type FormDefinition,
  type Option,
  type ScaleField,
  type Section,
  scaleName,
  scaleValues,
  type TextField,
} from './field.ts';
import type { Markup } from './field-parts.ts';
import { messagesLv } from './messages.lv.ts';
import { paperLv as say } from './messages-paper.lv.ts';
import { box, dateLine, lines } from './paper-parts.ts';

/** A longer list would fill the sheet, so its answer is written. */
const MOST_BOXES = 8;
/** Handwriting needs more room, so a long text gets more lines than on the screen. */
const LONG_TEXT = 5_000;
const EXTRA_LINES = 2;
/** A list of documents that are handed in with the form. */
const ATTACHED_LINES = 2;

const boxes = (options: readonly Option[]): Markup =>
  html`<ul class="paper__choices">${options.map(option => box(option.onPaper ?? option.label, option.hint))}</ul>`;

/** The instruction for the field, from its definition or from the form. */
function noteOf(field: Field): string {
  const own = field.onPaper ?? field.hint;
  const written = 'options' in field && field.options.length > MOST_BOXES;
  if (written) return own ?? say.write;
  if (field.kind === 'radio' || field.kind === 'select' || field.kind === 'scale')
    return [say.tickOne, own].filter(Boolean).join(' ');
  if (field.kind === 'checkboxes') return [say.tickAll, own].filter(Boolean).join(' ');
  return own ?? '';
}

function text(field: TextField): Markup {
  if (field.kind === 'date') return dateLine;
  const multiline = field.kind === 'textarea';
  // A short answer of several lines (an address) needs no more lines than on the screen.
  return lines(multiline ? (field.rows ?? 6) + (field.maxLength > LONG_TEXT ? EXTRA_LINES : 0) : 1);
}

const choices = (field: ChoiceField | ChoicesField): Markup => {
  const options = field.kind === 'radio' ? choicesOf(field, messagesLv.cantSay) : field.options;
  return options.length > MOST_BOXES ? lines(1) : boxes(options);
};

function scale(field: ScaleField): Markup {
  const label = (id: string): string => {
    if (id === CANT_SAY) return messagesLv.cantSay;
    const name = scaleName(field, id);
    return name ? `${id} – ${name}` : id;
  };
  return html`<ul class="paper__choices paper__choices--row">${scaleValues(field).map(id => box(label(id)))}</ul>`;
}

function control(field: Field): Markup {
  switch (field.kind) {
    case 'radio':
    case 'select':
    case 'checkboxes':
      return choices(field);
    case 'scale':
      return scale(field);
    case 'checkbox':
    case 'hidden':
      return html``;
    case 'number':
      return lines(1);
    case 'files':
      return lines(ATTACHED_LINES);
    default:
      return text(field);
  }
}

/** One or two lines, half as wide: two such fields share a row of the sheet. */
const isShort = (field: Field): boolean =>
  'options' in field
    ? field.options.length > MOST_BOXES
    : ['text', 'number', 'email', 'tel', 'date', 'files'].includes(field.kind);

function fieldOnPaper(field: Field): Markup {
  const required = field.required ? html` <span class="paper__required">${say.required}</span>` : '';
  const note = noteOf(field);
  if (field.kind === 'checkbox')
    return html`<div class="paper__field"><ul class="paper__choices">${box(field.label, note)}</ul></div>`;
  return html`<div class="paper__field${isShort(field) ? ' paper__field--short' : ''}"><p class="paper__label">${field.label}${required}</p>${
    note ? html`<p class="paper__note">${note}</p>` : ''
  }${control(field)}</div>`;
}

function section({ legend, intro, onPaper, fields }: Section): Markup {
  return html`<section class="paper__section">${legend ? html`<h2>${legend}</h2>` : ''}${(
    onPaper ?? intro ?? []
  ).map(
    words => html`<p>${words}</p>`,
  )}<div class="paper__fields">${fields.map(fieldOnPaper)}</div></section>`;
}

/** Hidden fields are not written by hand. */
const onPaper = (of: Section): Section => ({
  ...of,
  fields: of.fields.filter(({ kind }) => kind !== 'hidden'),
});

/**
 * The form to fill in by hand (rule points 5.2.2, 10.1). Every field of the definition is on it under its own
 * label. What only a browser sends (the idempotency key, the button) is left out.
 */
export const renderPaperForm = (form: FormDefinition): Markup =>
  html`<div class="paper">${form.sections.map(onPaper).map(of => (of.fields.length > 0 || of.legend ? section(of) : ''))}</div>`;

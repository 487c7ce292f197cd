// The honeypot: a field that people do not see and programs tend to fill in. It is not part of any schema.
import { html } from 'hono/html';
import { type FormDefinition, fieldsOf } from './field.ts';
import { controlId, type Markup } from './field-parts.ts';
import { messagesIn } from './messages.ts';

export const TRAP = 'website';

/** Forms that store have one, unless a question has the same name. */
export const hasTrap = (form: FormDefinition): boolean =>
  form.stores && !fieldsOf(form).some(({ name }) => name === TRAP);

/** Invisible, outside the tab order and the accessibility tree; a label explains it in plain HTML. */
export function renderTrap(form: FormDefinition): Markup | string {
  if (!hasTrap(form)) return '';
  const id = controlId(form.id, TRAP);
  return html`<div class="visually-hidden" aria-hidden="true"><label for="${id}">${messagesIn(form.lang).trap}</label><input type="text" id="${id}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>`;
}

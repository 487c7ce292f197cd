// The honeypot: a field that people never meet and programs like to fill in. No schema knows it, so none can drop it.
import { html } from 'hono/html';
import { type FormDefinition, fieldsOf } from './field.ts';
import { controlId, type Markup } from './field-parts.ts';
import { messagesIn } from './messages.ts';

export const TRAP = 'website';

/** Forms that store have one, unless a question of theirs bears the very name. */
export const hasTrap = (form: FormDefinition): boolean =>
  form.stores && !fieldsOf(form).some(({ name }) => name === TRAP);

/** Out of sight, out of the tab order, out of the accessibility tree; whoever reads the bare page is told what to do. */
export function renderTrap(form: FormDefinition): Markup | string {
  if (!hasTrap(form)) return '';
  const id = controlId(form.id, TRAP);
  return html`<div class="visually-hidden" aria-hidden="true"><label for="${id}">${messagesIn(form.lang).trap}</label><input type="text" id="${id}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>`;
}

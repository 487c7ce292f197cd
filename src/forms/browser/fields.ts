// Reads what a person typed from a form and puts it back.
import type { Pairs } from './kept.ts';
import { KEY } from './key.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const UNTYPED = new Set(['hidden', 'file', 'submit', 'button', 'reset', 'image', 'password']);

/** Fields hidden from people (a token, a trap for robots) are not typed text and are in no draft. */
const isTyped = (control: Control): boolean =>
  control.name !== '' &&
  !UNTYPED.has(control.type) &&
  control.tabIndex !== -1 &&
  !control.closest('[hidden]:not([data-show-if]), [aria-hidden="true"]');

/** Includes questions that are not asked now: a draft may contain the answer they depend on. */
const controls = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input, textarea, select')].filter(isTyped);

const isAsked = (control: Control): boolean => !control.closest('[hidden]');

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

/** Names and values that were typed or chosen; empty answers are left out. */
export const collect = (form: HTMLFormElement): Pairs =>
  controls(form)
    .filter(isAsked)
    .flatMap(control =>
      control.value === '' || (isChoice(control) && !control.checked) ? [] : [[control.name, control.value]],
    );

/** What a browser would send in addition: the hidden fields, without the key and files. */
export function collectHidden(form: HTMLFormElement): Pairs {
  const typed = new Set(controls(form).map(({ name }) => name)).add(KEY);
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !typed.has(name) ? [[name, value]] : [],
  );
}

export const hasFiles = (form: HTMLFormElement): boolean =>
  [...new FormData(form).values()].some(value => typeof value !== 'string' && value.name !== '');

/** Sets one control and returns whether it accepted the value. */
function set(control: Control, value: string): boolean {
  if (isChoice(control)) {
    if (control.value !== value) return false;
    control.checked = true;
    control.closest('details')?.setAttribute('open', '');
    return true;
  }
  control.value = value;
  return control.value === value || control instanceof HTMLTextAreaElement;
}

/** Notifies counters and other listeners. */
const tell = (form: HTMLFormElement): void => {
  form.dispatchEvent(new Event('change'));
  for (const area of form.querySelectorAll('textarea')) area.dispatchEvent(new Event('input'));
};

/** Empties the form and removes the messages of a refusal. */
export function clear(form: HTMLFormElement): void {
  for (const control of controls(form)) {
    if (isChoice(control)) control.checked = false;
    else control.value = '';
    control.removeAttribute('aria-invalid');
  }
  document.querySelector('.error-summary')?.remove();
  for (const message of form.querySelectorAll('.field__error')) message.remove();
  for (const field of form.querySelectorAll('.field--error')) field.classList.remove('field--error');
  tell(form);
}

/** Replaces the values of the form; returns those that no longer have a field. */
export function fill(form: HTMLFormElement, fields: Pairs): Pairs {
  const known = controls(form);
  for (const control of known) {
    if (isChoice(control)) control.checked = false;
    else control.value = '';
  }
  const left = fields.filter(
    ([name, value]) => !known.filter(control => control.name === name).some(control => set(control, value)),
  );
  tell(form);
  return left;
}

// Entering paper sheets without a mouse: digits tick, Enter continues, Ctrl + Enter saves. Without this
// script the page works by Tab, arrows and mouse.

/** The key for "can't say". */
const CANT_SAY_KEY = 'n';
const CLEARING = new Set(['-', 'Backspace', 'Delete']);

interface Typed {
  readonly stop: Element;
  /** Digits so far that may start a longer number: 1 of 10. */
  readonly digits: string;
}

let typed: Typed | null = null;

const stopsIn = (form: HTMLFormElement): Element[] => [...form.querySelectorAll('[data-stop]')];

const answersIn = (stop: Element): HTMLInputElement[] => [
  ...stop.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]'),
];

/** The element to focus in a question: the ticked answer, else the first one, else the text field. */
function entranceOf(stop: Element): HTMLElement | null {
  const answers = answersIn(stop);
  return (
    answers.find(({ checked, type }) => checked && type === 'radio') ??
    answers[0] ??
    stop.querySelector<HTMLElement>('input, textarea')
  );
}

/** Moves to the next question; after the last one, to the save button. */
function goOn(form: HTMLFormElement, from: Element): void {
  const stops = stopsIn(form);
  const next = stops[stops.indexOf(from) + 1];
  const target = next ? entranceOf(next) : form.querySelector<HTMLElement>('[data-save]');
  typed = null;
  target?.focus();
  (next ?? target)?.scrollIntoView({ block: 'nearest' });
}

const byKey = (stop: Element, key: string): HTMLInputElement | undefined =>
  answersIn(stop).find(({ dataset }) => dataset['key'] === key);

const mayGrow = (stop: Element, digits: string): boolean =>
  answersIn(stop).some(({ dataset }) => {
    const key = dataset['key'] ?? '';
    return key.length > digits.length && key.startsWith(digits);
  });

function tick(answer: HTMLInputElement): void {
  answer.focus();
  answer.checked = answer.type === 'checkbox' ? !answer.checked : true;
}

/** Handles a digit, alone or as the second digit of a number. Returns false when it has no meaning here. */
function digit(form: HTMLFormElement, stop: Element, key: string): boolean {
  const before = typed?.stop === stop ? typed.digits : '';
  const whole = before && byKey(stop, before + key);
  if (whole) {
    const half = byKey(stop, before);
    // The first digit had ticked an answer by itself.
    if (half?.type === 'checkbox') tick(half);
    tick(whole);
    return settle(form, stop, before + key, whole);
  }
  if (before !== '' && answersIn(stop)[0]?.type === 'radio') {
    // There is no such number: the question is answered, and the digit belongs to the next one.
    goOn(form, stop);
    const next = document.activeElement?.closest('[data-stop]');
    return next ? digit(form, next, key) : true;
  }
  const answer = byKey(stop, key);
  if (!answer) return false;
  tick(answer);
  return settle(form, stop, key, answer);
}

function settle(form: HTMLFormElement, stop: Element, digits: string, { type }: HTMLInputElement): true {
  typed = mayGrow(stop, digits) ? { stop, digits } : null;
  if (!typed && type === 'radio') goOn(form, stop);
  return true;
}

function clear(stop: Element): void {
  typed = null;
  for (const answer of answersIn(stop)) {
    if (answer.type === 'checkbox') answer.checked = false;
    else if (answer.value === '') tick(answer);
  }
}

/** Handles keys on tick boxes; returns true when the key had a meaning. */
function onAnswer(form: HTMLFormElement, stop: Element, key: string): boolean {
  if (/^\d$/.test(key)) return digit(form, stop, key);
  if (CLEARING.has(key)) {
    clear(stop);
    return true;
  }
  const cantSay = key.toLowerCase() === CANT_SAY_KEY ? byKey(stop, CANT_SAY_KEY) : undefined;
  if (!cantSay) return false;
  tick(cantSay);
  goOn(form, stop);
  return true;
}

function onKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[data-save]'));
    return;
  }
  const stop = target.closest('[data-stop]');
  if (!stop || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Enter' && target.tagName !== 'TEXTAREA') {
    event.preventDefault();
    goOn(form, stop);
    return;
  }
  const pressed = target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type);
  if (pressed && onAnswer(form, stop, event.key)) event.preventDefault();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-entry]')) {
  form.addEventListener('keydown', event => onKey(form, event));
  // The first digit of a number is forgotten when the focus moves elsewhere.
  form.addEventListener('focusout', event => {
    if (typed && event.relatedTarget instanceof Element && !typed.stop.contains(event.relatedTarget))
      typed = null;
  });
  let sent = false;
  form.addEventListener('submit', event => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // After the browser's back button the form may be sent again.
  window.addEventListener('pageshow', () => {
    sent = false;
  });
}

// A module, so that its names stay local.
export {};

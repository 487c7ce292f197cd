// Help for browsers with scripts: a character counter, a key where the page came without one, and one send a click.
import { countingIn } from './counting.ts';

const KEY = 'idempotencyKey';
const say = countingIn(document.documentElement.lang === 'en' ? 'en' : 'lv');

/** Tells how much room is left; says it aloud only after a pause in typing, and only near the limit. */
function count(area: HTMLTextAreaElement, limit: number): void {
  const counter = document.createElement('p');
  counter.className = 'counter';
  const spoken = document.createElement('p');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  area.after(counter, spoken);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const left = limit - area.value.length;
    counter.textContent = left < 0 ? say.over(-left) : say.left(left);
    counter.classList.toggle('counter--over', left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = left < limit / 10 ? counter.textContent : '';
    }, 1000);
  };
  area.addEventListener('input', show);
  show();
}

/** A static host can't put a key into the page; then the browser makes one, once per filling-in. */
function ensureKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem(KEY);
  if (!(field instanceof HTMLInputElement) || field.value) return;
  field.value = Array.from(crypto.getRandomValues(new Uint8Array(18)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The key already makes a double click harmless; this only spares the second request. */
function sendOnce(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  form.addEventListener('submit', event => {
    if (form.dataset['sent']) event.preventDefault();
    form.dataset['sent'] = 'yes';
    button?.setAttribute('aria-disabled', 'true');
  });
  // Back from the next page, the form can be sent again.
  addEventListener('pageshow', () => {
    delete form.dataset['sent'];
    button?.removeAttribute('aria-disabled');
  });
}

/** `/sudziba/?punkts=5.2.3` comes from a point of the rules: the point is chosen, and its list stands open. */
function choosePoint(form: HTMLFormElement): void {
  const point = new URLSearchParams(location.search).get('punkts');
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name=rulePoints]')) {
    if (box.value !== point) continue;
    box.checked = true;
    box.closest('details')?.setAttribute('open', '');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.form')) {
  for (const area of form.querySelectorAll('textarea')) {
    const limit = Number(area.dataset['limit']);
    if (limit > 0) count(area, limit);
  }
  ensureKey(form);
  choosePoint(form);
  sendOnce(form);
}
// Not every browser heeds autofocus on what is no control. Those that do act in the first frame, so ask in the second.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[autofocus]')?.focus();
  }),
);

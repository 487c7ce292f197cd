// Support for browsers with scripts: a character counter, a key when the page came without one, one send per
// click; drafts and the outbox (`browser/keep.ts`).

import { unfold } from './browser/in-place.ts';
import { keep } from './browser/keep.ts';
import { freshKey, keyField } from './browser/key.ts';
import { countingIn } from './counting.ts';

const say = countingIn(document.documentElement.lang === 'en' ? 'en' : 'lv');

/**
 * Shows how many characters are left; screen readers hear it only after a pause in typing, and only near the
 * limit.
 */
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

/** A static host cannot put a key into the page; then the browser makes one for each filling-in. */
function ensureKey(form: HTMLFormElement): void {
  const field = keyField(form);
  if (field && !field.value) field.value = freshKey();
}

/** Without files, the form is sent like any other and can wait for the network. */
function sendSmall(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
  if (!inputs.some(({ files }) => files?.length)) form.enctype = 'application/x-www-form-urlencoded';
}

/** The key already makes a double click harmless; this only avoids the second request. */
function sendOnce(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  form.addEventListener('submit', event => {
    // The proof of work delays the send and repeats it.
    if (event.defaultPrevented) return;
    sendSmall(form);
    if (form.dataset['sent']) event.preventDefault();
    form.dataset['sent'] = 'yes';
    button?.setAttribute('aria-disabled', 'true');
  });
  // After going back from the next page, the form can be sent again.
  addEventListener('pageshow', () => {
    delete form.dataset['sent'];
    button?.removeAttribute('aria-disabled');
  });
}

/** `/sudziba/?punkts=5.2.3` comes from a point of the rules: the point is selected, and its list is open. */
function choosePoint(form: HTMLFormElement): void {
  const point = new URLSearchParams(location.search).get('punkts');
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name=rulePoints]')) {
    if (box.value !== point) continue;
    box.checked = true;
    box.closest('details')?.setAttribute('open', '');
  }
}

/**
 * A QR code may carry the tracking code or an invitation code after `#`; it is copied into the form and
 * removed from the address at once.
 */
function takeCode(form: HTMLFormElement): void {
  const [, code] = /^#kods=([\w-]{1,40})$/.exec(location.hash) ?? [];
  const field = form.elements.namedItem('trackingCode') ?? form.elements.namedItem('token');
  if (!code || !(field instanceof HTMLInputElement)) return;
  field.value = code;
  history.replaceState(null, '', location.pathname + location.search);
}

const forms = [...document.querySelectorAll<HTMLFormElement>('form.form')];
for (const form of forms) {
  ensureKey(form);
  unfold(form);
}
keep(forms);
for (const form of forms) {
  for (const area of form.querySelectorAll('textarea')) {
    const limit = Number(area.dataset['limit']);
    if (limit > 0) count(area, limit);
  }
  choosePoint(form);
  takeCode(form);
  sendOnce(form);
}
/**
 * The upload script is loaded only when a field for files comes near, because most complaints have no files.
 */
function awaitFiles(fields: readonly Element[]): void {
  const near = new IntersectionObserver(
    entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void import('./upload.ts');
    },
    { rootMargin: '300px' },
  );
  for (const field of fields) near.observe(field);
}
awaitFiles([...document.querySelectorAll('[data-files]')]);

// Some browsers ignore autofocus on an element that is not a control; others focus in the first frame, so
// check in the second.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[autofocus]')?.focus();
  }),
);
// The proof of work needs https or this machine; elsewhere the form is sent without it.
if (isSecureContext && document.querySelector('altcha-widget')) void import('./proof-of-work.ts');

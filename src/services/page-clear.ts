// Runs in the browser on service pages: sends “was this page clear?” in place and prints the page on demand.

/** A static host cannot put a key into the page; then the browser makes one per answer. */
function ensureKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem('idempotencyKey');
  if (field instanceof HTMLInputElement) field.value ||= crypto.getRandomValues(new Uint32Array(8)).join('-');
}

/** Sends the form with the pressed button's value. Retries use the same key, so it is stored once. */
async function post(form: HTMLFormElement, button: HTMLElement | null): Promise<boolean> {
  ensureKey(form);
  const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  const sent = fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
  return sent.then(
    ({ ok }) => ok,
    () => false,
  );
}

function lock(form: HTMLFormElement, locked: boolean): void {
  form.dataset['sent'] = locked ? 'yes' : '';
  // Not `disabled`, because the pressed button must keep the focus.
  for (const button of form.querySelectorAll('button')) button.ariaDisabled = String(locked);
}

async function answer(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  if (form.dataset['sent']) return;
  lock(form, true);
  const ok = await post(form, button);
  const status = form.querySelector('[role=status]');
  if (status) status.textContent = (ok ? button?.dataset['thanks'] : form.dataset['failed']) ?? '';
  if (!ok) lock(form, false);
  const details = form.parentElement?.querySelector('details');
  if (ok && details && button && 'tell' in button.dataset) details.open = true;
}

for (const form of document.querySelectorAll<HTMLFormElement>('.clear form'))
  form.addEventListener('submit', event => {
    event.preventDefault();
    void answer(form, event.submitter);
  });
for (const button of document.querySelectorAll('[data-print]'))
  button.addEventListener('click', () => print());

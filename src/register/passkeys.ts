// Passkeys in the browser: asks the device and submits its answer with the form around the button. The only
// script of the register besides sheet entry.

const MESSAGES = {
  unsupported: 'Šis pārlūks piekļuves atslēgas neatbalsta. Atjauniniet to vai piesakieties ar rezerves kodu.',
  cancelled: 'Ierīce pieteikšanos neapstiprināja, vai laiks beidzās. Mēģiniet vēlreiz.',
  known: 'Šajā ierīcē jau ir Jūsu piekļuves atslēga. Piesakieties ar to.',
  insecure: 'Piekļuves atslēgas darbojas tikai ar drošu savienojumu (https).',
} as const;

type Fault = keyof typeof MESSAGES;

function say(form: HTMLFormElement, fault: Fault | null): void {
  const place = form.querySelector<HTMLElement>('[data-passkey-message]');
  if (!place) return;
  place.textContent = fault ? MESSAGES[fault] : '';
  place.hidden = fault === null;
}

function faultOf(error: unknown): Fault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return 'known';
  return name === 'SecurityError' ? 'insecure' : 'cancelled';
}

async function ask(form: HTMLFormElement): Promise<string> {
  const options = JSON.parse(form.dataset['options'] ?? '{}');
  const made =
    form.dataset['passkey'] === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  return JSON.stringify((made as PublicKeyCredential).toJSON());
}

const isSupported = (): boolean =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function answer(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
  if (!isSupported()) return say(form, window.isSecureContext ? 'unsupported' : 'insecure');
  say(form, null);
  try {
    field.value = await ask(form);
  } catch (error) {
    return say(form, faultOf(error));
  }
  form.submit();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const field = form.querySelector<HTMLInputElement>('input[name="response"]');
  if (!field) continue;
  form.addEventListener('submit', event => {
    event.preventDefault();
    void answer(form, field);
  });
}

const INVITATION = '/registrs/ieiet/uzaicinajums/';

/** An invitation's secret is after the `#` of its link, so that it reaches no log and no other site. */
function openInvitation(): void {
  const secret = location.hash.slice(1);
  if (location.pathname !== INVITATION || secret === '') return;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = INVITATION;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'token';
  field.value = secret;
  form.append(field);
  document.body.append(form);
  history.replaceState(null, '', INVITATION);
  form.submit();
}

openInvitation();
// A link opened on this very page does not reload it.
window.addEventListener('hashchange', openInvitation);

// A module, so that its names stay local.
export {};

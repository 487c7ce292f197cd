// Files with a script: sent one by one while the rest of the form is filled in, so that the form itself stays
// small. Without it the form post contains them (`render-files.ts`).
import type { Language } from './field.ts';
import { createQueue, type Queue } from './upload-queue.ts';
import { uploadWordsIn } from './upload-words.ts';

const lang: Language = document.documentElement.lang === 'en' ? 'en' : 'lv';
const say = uploadWordsIn(lang);
const TOKEN_BYTES = 32;

/** The token that opens the file on the server; it leaves this page only in a header and in the form. */
const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

function make<K extends 'p' | 'ul'>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function takeDropped(box: HTMLElement, queue: Queue): void {
  const over = (is: boolean) => (event: Event) => {
    event.preventDefault();
    box.classList.toggle('files--over', is);
  };
  box.addEventListener('dragenter', over(true));
  box.addEventListener('dragover', over(true));
  box.addEventListener('dragleave', over(false));
  box.addEventListener('drop', over(false));
  box.addEventListener('drop', event => queue.choose(event.dataTransfer?.files ?? []));
}

/**
 * A send waits for running uploads; after a refused file the person decides first. Returns the function to
 * call on change.
 */
function holdForm(form: HTMLFormElement, notice: HTMLElement, queue: Queue): () => void {
  let waiting: HTMLElement | null = null;
  const block = (): void => {
    notice.textContent = say.blocked;
    queue.refused()?.remove.focus();
  };
  form.addEventListener(
    'submit',
    event => {
      if (!queue.isBusy() && !queue.refused()) return;
      event.preventDefault();
      // Other scripts must not treat the form as sent.
      event.stopImmediatePropagation();
      waiting = queue.isBusy() ? (event.submitter ?? waiting) : null;
      if (waiting) notice.textContent = say.holding;
      else block();
    },
    { capture: true },
  );
  return () => {
    if (!queue.refused() && !queue.isBusy()) notice.textContent = '';
    if (!waiting || queue.isBusy()) return;
    const button = waiting;
    waiting = null;
    if (queue.refused()) block();
    else form.requestSubmit(button);
  };
}

function enhanceFiles(box: HTMLElement, input: HTMLInputElement, form: HTMLFormElement): void {
  const list = make('ul', 'files__list');
  list.setAttribute('aria-label', say.list);
  list.hidden = true;
  const spoken = make('p', 'visually-hidden');
  spoken.setAttribute('role', 'status');
  const notice = make('p', 'files__notice');
  notice.setAttribute('role', 'alert');
  let changed = (): void => {};
  const queue = createQueue({
    ...{ field: input.name, lang, say, newToken, list, input },
    speak: text => {
      spoken.textContent = text;
    },
    onChange: () => changed(),
  });
  changed = holdForm(form, notice, queue);
  for (const { value, dataset } of box.querySelectorAll<HTMLInputElement>('.files__kept input'))
    queue.adopt({ name: dataset['name'] ?? '', size: Number(dataset['size']), token: value });
  box.querySelector('.files__kept')?.remove();
  // From now on the tokens are sent, not the files.
  input.removeAttribute('name');
  form.enctype = 'application/x-www-form-urlencoded';
  const chooser = document.createElement('label');
  chooser.className = 'button button--secondary files__choose';
  chooser.htmlFor = input.id;
  chooser.textContent = say.choose;
  input.className = 'files__input';
  input.after(chooser);
  const way = box.querySelector('.files__way');
  if (way) way.textContent = matchMedia('(hover: hover)').matches ? say.wayOrDrop : say.way;
  box.append(list, spoken);
  // Shown next to the pressed button.
  form.querySelector('.form__submit')?.before(notice);
  takeDropped(box, queue);
  const choose = (): void => {
    queue.choose([...(input.files ?? [])]);
    // The same file can be chosen again after removal.
    input.value = '';
  };
  input.addEventListener('change', choose);
  // Files chosen before this script ran.
  choose();
}

for (const box of document.querySelectorAll<HTMLElement>('[data-files]')) {
  const input = box.querySelector<HTMLInputElement>('input[type=file]');
  if (input?.form) enhanceFiles(box, input, input.form);
}

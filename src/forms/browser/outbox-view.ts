// The outbox on the page: what waits, why, and what can be done.
import { ask, button, element, MAIN } from './dom.ts';
import { all, announce, type Kept, remove, write } from './kept.ts';
import { freshKey } from './key.ts';
import { isSending, sendNow } from './outbox.ts';
import { post } from './posted.ts';
import { formWords, say } from './words.ts';

const { outbox } = say;
const CONFLICT = 409;

const isShown = ({ key, state }: Kept): boolean =>
  state === 'waiting' || state === 'received' || state === 'refused' || isSending(key);

function stateText({ key, action, state, why, retryAt, detail }: Kept): string {
  if (isSending(key)) return outbox.sending;
  if (state === 'received') return formWords(action).isSurvey ? outbox.receivedSurvey : outbox.received;
  if (state === 'refused') return outbox.refused(detail ?? '');
  if (!navigator.onLine || retryAt === undefined) return outbox.offline;
  const time = say.clock(new Date(retryAt));
  return why === 'busy' ? outbox.busy(time) : outbox.network(time);
}

async function drop({ key, state }: Kept): Promise<void> {
  const question = state === 'received' ? outbox.dropReceived : outbox.dropQuestion;
  if (!(await ask(question, outbox.dropYes, say.cancel))) return;
  remove(key);
  announce();
}

/** Back to the form as a draft. After the refusal "the same key, other content" it needs another key. */
function edit(kept: Kept): void {
  const { extra: _, ...rest } = kept;
  const key = kept.why === CONFLICT ? freshKey() : kept.key;
  if (!write({ ...rest, key, state: 'draft', at: Date.now() })) return;
  if (key !== kept.key) remove(kept.key);
  location.assign(formWords(kept.action).page);
}

function sendAsNew(kept: Kept): void {
  const anew = write({ ...kept, key: freshKey(), state: 'sent', at: Date.now() });
  if (!anew) return;
  remove(kept.key);
  post(anew);
}

/** `about` is the id of the item's name, so that buttons with the same label can be distinguished. */
function actionsFor(kept: Kept, about: string): HTMLButtonElement[] {
  const { key, state, why } = kept;
  if (isSending(key)) return [];
  const other = (label: string, act: () => void) => button(label, act, undefined, about);
  const main = (label: string, act: () => void) => button(label, act, MAIN, about);
  const dropIt = other(outbox.drop, () => void drop(kept));
  if (state === 'received') return [main(outbox.show, () => post(kept)), dropIt];
  const editIt = other(outbox.edit, () => edit(kept));
  if (state === 'waiting') return [main(outbox.send, () => void sendNow(key)), editIt, dropIt];
  const first =
    why === CONFLICT ? main(outbox.again, () => sendAsNew(kept)) : main(outbox.answer, () => post(kept));
  return [first, editIt, dropIt];
}

interface Row {
  readonly node: HTMLElement;
  update(kept: Kept): void;
}

function row(kept: Kept): Row {
  const state = element('p', { role: 'status' });
  const actions = element('p', { class: 'actions' });
  const name = `${formWords(kept.action).name}, ${say.moment(new Date(kept.at))}`;
  const id = `kac-${kept.key}`;
  let shown = '';
  return {
    node: element('li', {}, element('h3', { id }, name), state, actions),
    update: now => {
      const text = stateText(now);
      // Written only when it changes, so that screen readers announce it only then.
      if (state.textContent !== text) state.textContent = text;
      const signature = `${now.state} ${isSending(now.key)} ${now.rev}`;
      if (signature === shown) return;
      shown = signature;
      const hadFocus = actions.contains(document.activeElement);
      actions.replaceChildren(...actionsFor(now, id));
      if (hadFocus) actions.querySelector('button')?.focus();
    },
  };
}

/** The list of waiting records; it appears with the first and disappears with the last. */
export function outboxSection(): { render(): void } {
  const heading = element('h2', { id: 'kac-outbox', tabindex: '-1' });
  const keep = element('p', {}, outbox.keep);
  const list = element('ul', { class: 'outbox__list' });
  const section = element(
    'section',
    { class: 'outbox notice notice--warn no-print', 'aria-labelledby': heading.id },
    heading,
    list,
    keep,
  );
  const rows = new Map<string, Row>();
  const place = () => {
    if (section.isConnected) return;
    const page = document.querySelector('main .page') ?? document.querySelector('main');
    const head = document.querySelector('.receipt') ? null : document.querySelector('.page-head');
    if (head) head.after(section);
    else page?.append(section);
  };
  const render = () => {
    const shown = all().filter(isShown);
    const allReceived = shown.every(({ state }) => state === 'received');
    const title = allReceived ? outbox.titleReceived : outbox.title;
    if (heading.textContent !== title) heading.textContent = title;
    keep.hidden = allReceived;
    section.classList.toggle('notice--success', allReceived);
    for (const [key, { node }] of rows)
      if (!shown.some(kept => kept.key === key)) {
        node.remove();
        rows.delete(key);
      }
    for (const kept of shown) {
      const known = rows.get(kept.key) ?? row(kept);
      if (!rows.has(kept.key)) list.append(known.node);
      rows.set(kept.key, known);
      known.update(kept);
    }
    if (shown.length > 0) place();
    else section.remove();
  };
  return { render };
}

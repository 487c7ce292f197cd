// One file in the list on the page: its name, its progress, and its buttons.
import type { Language } from './field.ts';
import { sizeText } from './files.ts';
import type { UploadWords } from './upload-words.ts';

type ItemState =
  | { readonly kind: 'waiting' | 'broken' | 'done' }
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'refused'; readonly why: string; readonly again: boolean };

export interface Item {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly token: string;
  /** Null when the file came with an earlier send of the form. */
  readonly file: File | null;
  readonly element: HTMLLIElement;
  readonly remove: HTMLButtonElement;
  state: ItemState;
  show(state: ItemState): void;
}

interface Options {
  readonly name: string;
  readonly size: number;
  readonly token: string;
  readonly file: File | null;
  readonly field: string;
  readonly lang: Language;
  readonly say: UploadWords;
  onRemove(item: Item): void;
  onRetry(item: Item): void;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A button whose accessible name includes the file name. */
function button(label: string, name: string, onPress: () => void): HTMLButtonElement {
  const element = make('button', 'button button--quiet file__button', label);
  element.type = 'button';
  element.append(make('span', 'visually-hidden', ` ${name}`));
  element.addEventListener('click', onPress);
  return element;
}

const wordsOf = (state: ItemState, size: number, say: UploadWords): string => {
  if (state.kind === 'sending') return say.sending(Math.floor((state.sent / size) * 100));
  return state.kind === 'refused' ? state.why : say[state.kind];
};

/** The list item and its changing parts. Only a complete file has its token in the form. */
export function createItem({ field, lang, say, onRemove, onRetry, ...given }: Options): Item {
  const { name, size, token } = given;
  const element = make('li', 'file');
  const progress = make('progress', 'file__progress');
  progress.max = size;
  progress.setAttribute('aria-label', name);
  const status = make('p', 'file__state');
  const hidden = document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = field;
  hidden.value = token;
  const remove = button(say.remove, name, () => onRemove(item));
  const retry = button(say.retry, name, () => onRetry(item));
  const item: Item = {
    ...given,
    element,
    remove,
    state: { kind: 'waiting' },
    show(state) {
      item.state = state;
      element.dataset['state'] = state.kind;
      status.textContent = wordsOf(state, size, say);
      progress.hidden = state.kind !== 'sending' && state.kind !== 'broken';
      progress.value = state.kind === 'sending' ? state.sent : progress.value;
      retry.hidden = !(state.kind === 'refused' && state.again);
      if (state.kind === 'done') element.append(hidden);
      else hidden.remove();
    },
  };
  const title = make('p', 'file__name', name);
  title.append(make('span', 'file__size', ` ${sizeText(size, lang)}`));
  const actions = make('div', 'file__actions');
  actions.append(retry, remove);
  element.append(title, actions, status, progress);
  return item;
}

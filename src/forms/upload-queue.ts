// The files of one form and their order: sent one after another, because two at once would each get half of
// the line.
import type { Language } from './field.ts';
import { FILE_LIMITS } from './files.ts';
import { createItem, type Item } from './upload-item.ts';
import { discardFile, transferFile } from './upload-transfer.ts';
import type { UploadWords } from './upload-words.ts';

export interface Queue {
  /** Takes chosen files; those that cannot be sent are shown with the reason. */
  choose(files: Iterable<File>): void;
  /** Takes a file from an earlier send of the form. */
  adopt(file: { readonly name: string; readonly size: number; readonly token: string }): void;
  /** True while a file is neither attached nor refused. */
  isBusy(): boolean;
  /** The first refused file, until it is removed. */
  refused(): Item | undefined;
}

export interface QueueOptions {
  /** Name of the field that the tokens are sent under. */
  readonly field: string;
  readonly lang: Language;
  readonly say: UploadWords;
  readonly newToken: () => string;
  readonly list: HTMLUListElement;
  /** Receives the focus when no file is left. */
  readonly input: HTMLInputElement;
  speak(text: string): void;
  /** Called whenever a file is attached, refused or removed. */
  onChange(): void;
}

const isBusy = ({ state: { kind } }: Item): boolean => kind !== 'done' && kind !== 'refused';
const isRefused = ({ state }: Item): boolean => state.kind === 'refused';

/**
 * The reason why a file cannot be sent, as far as it is known without sending; `others` are the other files
 * that count.
 */
function faultOf(file: File, others: readonly Item[], say: UploadWords): string | null {
  const total = others.reduce((sum, { size }) => sum + size, file.size);
  if (others.length >= FILE_LIMITS.count) return say.tooMany;
  if (file.size === 0) return say.empty;
  if (file.size > FILE_LIMITS.each) return say.tooLarge;
  return total > FILE_LIMITS.total ? say.tooMuch : null;
}

/** The queue; it renders into `list`. */
export function createQueue(options: QueueOptions): Queue {
  const { field, lang, say, list, input, speak, onChange } = options;
  const items: Item[] = [];
  const stops = new Map<Item, AbortController>();
  let sending = false;

  function add(given: Pick<Item, 'name' | 'size' | 'token' | 'file'>): Item {
    const item = createItem({ ...given, field, lang, say, onRemove: remove, onRetry: retry });
    items.push(item);
    list.append(item.element);
    list.hidden = false;
    return item;
  }

  function remove(item: Item): void {
    const at = items.indexOf(item);
    items.splice(at, 1);
    stops.get(item)?.abort();
    // A refused file does not count.
    if (!isRefused(item)) discardFile(item.token);
    item.element.remove();
    list.hidden = items.length === 0;
    speak(say.isRemoved(item.name));
    (items[Math.min(at, items.length - 1)]?.remove ?? input).focus();
    onChange();
  }

  function retry(item: Item): void {
    item.show({ kind: 'waiting' });
    // The pressed button no longer exists.
    item.remove.focus();
    void work();
  }

  function refuse(item: Item, why: string, again = false): void {
    item.show({ kind: 'refused', why, again });
    speak(say.isRefused(item.name, why));
  }

  async function work(): Promise<void> {
    if (sending) return;
    sending = true;
    for (;;) {
      const next = items.find(({ state }) => state.kind === 'waiting');
      if (!next?.file) break;
      await send(next, next.file);
      onChange();
    }
    sending = false;
  }

  async function send(item: Item, file: File): Promise<void> {
    const stop = new AbortController();
    stops.set(item, stop);
    const outcome = await transferFile({
      file,
      token: item.token,
      lang,
      signal: stop.signal,
      onProgress: sent => item.show({ kind: 'sending', sent }),
      onBreak: () => {
        if (item.state.kind !== 'broken') speak(say.isBroken(item.name));
        item.show({ kind: 'broken' });
      },
    });
    stops.delete(item);
    if (outcome.kind === 'refused') refuse(item, outcome.detail || say.failed, outcome.again);
    else if (outcome.kind === 'unreadable') refuse(item, say.unreadable);
    else if (outcome.kind === 'done') {
      item.show({ kind: 'done' });
      speak(say.isDone(item.name));
    }
  }

  return {
    choose(files) {
      for (const file of files) {
        const others = items.filter(item => !isRefused(item));
        const fault = faultOf(file, others, say);
        const item = add({ name: file.name, size: file.size, token: options.newToken(), file });
        if (fault) refuse(item, fault);
        else item.show({ kind: 'waiting' });
      }
      void work();
    },
    adopt: file => add({ ...file, file: null }).show({ kind: 'done' }),
    isBusy: () => items.some(isBusy),
    refused: () => items.find(isRefused),
  };
}

// One filling-in of a form and what the browser keeps of it: restored when the page opens, saved while typing.
import { clear, collect, collectHidden, fill } from './fields.ts';
import { all, formOf, type Kept, type KeptState, type Pairs, read, remove, write } from './kept.ts';
import { freshKey, keyField } from './key.ts';

/** How what stands in the form came there. */
export interface Restored {
  readonly from: Kept;
  /** Answers that the form has no place for any more. */
  readonly left: Pairs;
}

/** The history entry remembers which filling-in it showed: so a reload or the back button meets the same one. */
const historyKey = (): string | null => (history.state as { kac?: string } | null)?.kac ?? null;

export class FillingIn {
  readonly form: HTMLFormElement;
  readonly action: string;
  #field: HTMLInputElement;
  #key: string;
  /** The revision this page has read or written last; null when nothing is kept. */
  #rev: string | null = null;
  /** False once the browser refused to keep it. */
  saved = true;
  /** When it was kept last, milliseconds since 1970; null when it is not. */
  savedAt: number | null = null;

  constructor(form: HTMLFormElement, field: HTMLInputElement) {
    this.form = form;
    // An input named `action` would hide the property.
    this.action = form.getAttribute('action') ?? '';
    this.#field = field;
    this.#key = field.value;
  }

  static of(form: HTMLFormElement): FillingIn | null {
    const field = keyField(form);
    // A step on a submission carries the tracking code, which is to lie in no browser.
    if (!field || form.elements.namedItem('trackingCode')) return null;
    return new FillingIn(form, field);
  }

  get key(): string {
    return this.#key;
  }

  get isEmpty(): boolean {
    return collect(this.form).length === 0;
  }

  #useKey(key: string, rev: string | null): void {
    this.#key = key;
    this.#rev = rev;
    this.assertKey();
    if (historyKey() !== key) history.replaceState({ ...history.state, kac: key }, '');
  }

  /** Browsers put old values back into hidden fields, too. */
  assertKey(): void {
    this.#field.value = this.#key;
  }

  /** The filling-in that this entry of the history showed when it was left. */
  static shownBefore(): string | null {
    return historyKey();
  }

  /** Puts the draft of this form back, this tab's own before the latest of all. Nothing when there is none. */
  restore(): Restored | null {
    const isHere = (kept: Kept) => kept.key === historyKey();
    const drafts = all().filter(
      kept =>
        formOf(kept.action) === formOf(this.action) &&
        (kept.state === 'draft' || (isHere(kept) && (kept.state === 'sent' || kept.state === 'waiting'))),
    );
    const from = drafts.find(isHere) ?? drafts[0];
    if (!from) return null;
    this.#useKey(from.key, from.rev);
    this.savedAt = from.at;
    return { from, left: fill(this.form, from.fields) };
  }

  /**
   * Keeps what stands in the form. If another tab has changed, sent or forgotten the record meanwhile, this text is
   * another filling-in from here on, with a key of its own: neither overwrites the other.
   */
  save(state: KeptState = 'draft'): boolean {
    const isSending = state !== 'draft';
    // An unchanged text keeps its key even when another tab has sent it already: then it is the same submission.
    if (this.isOvertaken && !(isSending && (this.isAsKept || !read(this.#key)))) this.startAnew();
    const fields = collect(this.form);
    if (!isSending && fields.length === 0) {
      remove(this.#key);
      this.#rev = null;
      this.savedAt = null;
      return true;
    }
    const at = Date.now();
    const extra = isSending ? { extra: collectHidden(this.form) } : {};
    const kept = write({ key: this.#key, action: this.action, state, at, fields, ...extra });
    this.saved = kept !== null;
    if (kept) {
      this.savedAt = at;
      this.#useKey(kept.key, kept.rev);
    }
    return this.saved;
  }

  /** Whether somebody else has touched the record since this page read or wrote it. */
  get isOvertaken(): boolean {
    return this.#rev !== null && read(this.#key)?.rev !== this.#rev;
  }

  /** Whether the form holds what the record holds. */
  get isAsKept(): boolean {
    return JSON.stringify(collect(this.form)) === JSON.stringify(read(this.#key)?.fields);
  }

  /** A key of its own for what comes next. */
  startAnew(): void {
    this.#useKey(freshKey(), null);
    this.savedAt = null;
  }

  /** Deletes it from the form and from the browser. */
  forget(): void {
    remove(this.#key);
    this.empty();
  }

  /** Leaves what is kept alone and empties the form for the next filling-in. */
  empty(): void {
    clear(this.form);
    this.startAnew();
  }
}

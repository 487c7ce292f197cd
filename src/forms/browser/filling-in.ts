// One filling-in of a form and its record in the browser: restored when the page opens, saved while typing.
import { clear, collect, collectHidden, fill } from './fields.ts';
import { all, formOf, type Kept, type KeptState, type Pairs, read, remove, write } from './kept.ts';
import { freshKey, keyField } from './key.ts';

/** How the present content of the form came there. */
export interface Restored {
  readonly from: Kept;
  /** Answers that no longer have a field in the form. */
  readonly left: Pairs;
}

/**
 * The history entry stores which filling-in it showed, so that a reload or the back button finds the same
 * one.
 */
const historyKey = (): string | null => (history.state as { kac?: string } | null)?.kac ?? null;

export class FillingIn {
  readonly form: HTMLFormElement;
  readonly action: string;
  #field: HTMLInputElement;
  #key: string;
  /** The revision that this page last read or wrote; null when nothing is stored. */
  #rev: string | null = null;
  /** False after the browser refused to store it. */
  saved = true;
  /** When it was last stored, milliseconds since 1970; null when it is not stored. */
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
    // A step on a submission contains the tracking code, which must not be stored in any browser.
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

  /** Browsers also restore old values of hidden fields. */
  assertKey(): void {
    this.#field.value = this.#key;
  }

  /** The filling-in that this history entry showed when the page was left. */
  static shownBefore(): string | null {
    return historyKey();
  }

  /**
   * Restores the draft of this form; this tab's own draft comes before the latest of all. Null when there is
   * none.
   */
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
   * Stores the content of the form. If another tab has changed, sent or removed the record meanwhile, this
   * text becomes another filling-in with its own key, so that neither overwrites the other.
   */
  save(state: KeptState = 'draft'): boolean {
    const isSending = state !== 'draft';
    // An unchanged text keeps its key even when another tab has sent it: then it is the same submission.
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

  /** True when another tab has changed the record since this page read or wrote it. */
  get isOvertaken(): boolean {
    return this.#rev !== null && read(this.#key)?.rev !== this.#rev;
  }

  /** True when the form has the same content as the record. */
  get isAsKept(): boolean {
    return JSON.stringify(collect(this.form)) === JSON.stringify(read(this.#key)?.fields);
  }

  /** Takes a new key for the next filling-in. */
  startAnew(): void {
    this.#useKey(freshKey(), null);
    this.savedAt = null;
  }

  /** Deletes it from the form and from the browser. */
  forget(): void {
    remove(this.#key);
    this.empty();
  }

  /** Keeps the record and empties the form for the next filling-in. */
  empty(): void {
    clear(this.form);
    this.startAnew();
  }
}

// What this tab has posted and which receipts it has shown, so that a draft is removed exactly when its
// receipt appears.
import { element } from './dom.ts';
import { bodyOf, type Kept, remove } from './kept.ts';

const POSTED = 'kac:posted';
const DONE = 'kac:done';
const RECEIPT = 'kac:receipt';
/** Number of filling-ins to remember; more than anyone goes back to in one tab. */
const DONE_MAX = 30;

/** What this page has sent or queued, and whose receipt the person is waiting for. */
export const sentHere = new Set<string>();

function session(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/**
 * When storage is full or forbidden, nothing is remembered, and the draft stays until it is sent again or
 * removed.
 */
function remember(name: string, value: string): void {
  try {
    session()?.setItem(name, value);
  } catch {}
}

/** Called when a form leaves the page. */
export const markPosted = (key: string): void => remember(POSTED, key);

/** The key that was posted to reach this page, if any. Called once per page. */
export function takePosted(): string | null {
  const key = session()?.getItem(POSTED) ?? null;
  session()?.removeItem(POSTED);
  return key;
}

const doneKeys = (): string[] => session()?.getItem(DONE)?.split(' ') ?? [];

/** True when this tab has shown the receipt of this filling-in. */
export const isDone = (key: string): boolean => doneKeys().includes(key);

/** The number on the receipt that this page shows, if it is a receipt. */
export const shownReference = (): string | null =>
  document.querySelector('.receipt__reference')?.textContent ?? null;

/** Its receipt has been shown: its record is removed. */
export function settle(key: string): void {
  remove(key);
  remember(DONE, [...doneKeys().slice(-DONE_MAX), key].join(' '));
}

/**
 * Removes the record that was posted to reach this receipt. Not when this tab has shown the receipt before:
 * then it is an older receipt, opened after a failed send.
 */
export function settlePosted(posted: string | null): void {
  const reference = shownReference();
  if (!reference || reference === session()?.getItem(RECEIPT)) return;
  remember(RECEIPT, reference);
  if (posted) settle(posted);
}

/** Posts it as the form itself would, so that the server answers with a page. */
export function post(kept: Kept): void {
  const { key, action } = kept;
  const inputs = bodyOf(kept).map(([name, value]) => element('input', { type: 'hidden', name, value }));
  const form = element('form', { method: 'post', action, hidden: '' }, ...inputs);
  document.body.append(form);
  markPosted(key);
  // A field named `submit` would hide the method.
  HTMLFormElement.prototype.submit.call(form);
}

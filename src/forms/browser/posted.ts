// What this tab has posted and which receipts it has shown, so that a draft goes exactly when its receipt comes.
import { element } from './dom.ts';
import { bodyOf, type Kept, remove } from './kept.ts';

const POSTED = 'kac:posted';
const DONE = 'kac:done';
const RECEIPT = 'kac:receipt';
/** Filling-ins to remember; more than anyone goes back to in one tab. */
const DONE_MAX = 30;

/** What this page has sent or put to those that wait, and whose receipt its person is waiting for. */
export const sentHere = new Set<string>();

function session(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Full or forbidden: then nothing is remembered, and the draft stays until it is sent again or forgotten. */
function remember(name: string, value: string): void {
  try {
    session()?.setItem(name, value);
  } catch {}
}

/** Called as a form leaves the page. */
export const markPosted = (key: string): void => remember(POSTED, key);

/** The key that was posted to come to this page, if any. Asked once a page. */
export function takePosted(): string | null {
  const key = session()?.getItem(POSTED) ?? null;
  session()?.removeItem(POSTED);
  return key;
}

const doneKeys = (): string[] => session()?.getItem(DONE)?.split(' ') ?? [];

/** Whether this tab has shown the receipt of this filling-in. */
export const isDone = (key: string): boolean => doneKeys().includes(key);

/** The number on the receipt that this page shows, if it is one. */
export const shownReference = (): string | null =>
  document.querySelector('.receipt__reference')?.textContent ?? null;

/** Its receipt has been shown: nothing of it is kept any more. */
export function settle(key: string): void {
  remove(key);
  remember(DONE, [...doneKeys().slice(-DONE_MAX), key].join(' '));
}

/**
 * Settles what was posted to come to this receipt. Not when this tab has shown the receipt before: then it is an older
 * one, opened after a send that failed.
 */
export function settlePosted(posted: string | null): void {
  const reference = shownReference();
  if (!reference || reference === session()?.getItem(RECEIPT)) return;
  remember(RECEIPT, reference);
  if (posted) settle(posted);
}

/** Posts it as the form itself would: the server answers with the page it would have answered with then. */
export function post(kept: Kept): void {
  const { key, action } = kept;
  const inputs = bodyOf(kept).map(([name, value]) => element('input', { type: 'hidden', name, value }));
  const form = element('form', { method: 'post', action, hidden: '' }, ...inputs);
  document.body.append(form);
  markPosted(key);
  // A field named `submit` would hide the method.
  HTMLFormElement.prototype.submit.call(form);
}

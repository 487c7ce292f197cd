// When the outbox sends: when the page opens, when the network or the person returns, and after a delay.
import type { FillingIn } from './filling-in.ts';
import { all, CHANGED, type Kept, put, read } from './kept.ts';
import { flush, nextDue } from './outbox.ts';
import { outboxSection } from './outbox-view.ts';
import { post, sentHere, settle, shownReference, takePosted } from './posted.ts';

/**
 * Milliseconds: the shortest delay, even while another tab sends. A delay also has an upper limit, because
 * browsers overflow long timers.
 */
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 3_600_000;

const isVisible = (): boolean => document.visibilityState === 'visible';

/** Posted by this tab, and this page is neither its receipt nor its refusal: no answer arrived. */
function takeUp(posted: string | null): void {
  const kept = posted ? read(posted) : null;
  if (!kept) return;
  sentHere.add(kept.key);
  if (kept.state === 'sent') put({ ...kept, state: 'waiting' });
}

/**
 * Opens the receipt of what was sent from this page; other receipts get a button, because the person at the
 * screen may have changed. Never while another text is being written. Returns true when the page is about to
 * change.
 */
function openReceipt(fillings: readonly FillingIn[]): boolean {
  const shown = shownReference();
  if (shown) {
    // Its own receipt is already open here; another one would replace it.
    for (const { key, reference } of all()) if (reference === shown) settle(key);
    return false;
  }
  const isFree = ({ key }: Kept) => fillings.every(filling => filling.isEmpty || filling.key === key);
  const ready = all().find(kept => kept.state === 'received' && sentHere.has(kept.key) && isFree(kept));
  if (!(ready && isVisible())) return false;
  sentHere.delete(ready.key);
  post(ready);
  return true;
}

/** `posted` is the key that this tab posted to come here, when it got no receipt. */
export function startOutbox(posted: string | null, fillings: readonly FillingIn[]): void {
  const { render } = outboxSection();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => void flush().then(follow);
  const follow = () => {
    clearTimeout(timer);
    const isLeaving = openReceipt(fillings);
    render();
    if (isLeaving) return;
    const wait = nextDue();
    if (wait === null || !isVisible() || !navigator.onLine) return;
    timer = setTimeout(wake, Math.min(Math.max(wait, SHORTEST_WAIT), LONGEST_WAIT));
  };
  document.addEventListener(CHANGED, follow);
  addEventListener('storage', follow);
  addEventListener('offline', follow);
  addEventListener('online', () => void flush(true).then(follow));
  document.addEventListener('visibilitychange', () => isVisible() && wake());
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    takeUp(takePosted());
    wake();
  });
  takeUp(posted);
  follow();
  wake();
}

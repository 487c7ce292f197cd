// When what waits is sent: as the page opens, as the network or the person comes back, and after a while.
import type { FillingIn } from './filling-in.ts';
import { all, CHANGED, type Kept, put, read } from './kept.ts';
import { flush, nextDue } from './outbox.ts';
import { outboxSection } from './outbox-view.ts';
import { post, sentHere, settle, shownReference, takePosted } from './posted.ts';

/** Milliseconds: no faster than this, whatever another tab is doing; and no timer so long that browsers overflow. */
const SHORTEST_WAIT = 1_000;
const LONGEST_WAIT = 3_600_000;

const isVisible = (): boolean => document.visibilityState === 'visible';

/** Posted by this tab, and this page is neither its receipt nor its refusal: no answer came. */
function takeUp(posted: string | null): void {
  const kept = posted ? read(posted) : null;
  if (!kept) return;
  sentHere.add(kept.key);
  if (kept.state === 'sent') put({ ...kept, state: 'waiting' });
}

/**
 * Opens the receipt of what was sent from this very page; others have a button, for who looks now may be somebody
 * else. Never while another text is being written. True when the page is about to go.
 */
function openReceipt(fillings: readonly FillingIn[]): boolean {
  const shown = shownReference();
  if (shown) {
    // Here its own receipt is open already; another's would take this one away.
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

/** `posted` is what this tab posted to come here, if no receipt came of it. */
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

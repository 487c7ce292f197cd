// In the browser: shows whether it is open, and updates the lists of coming days as time passes.
import { type LiveWords, TODAY, TOMORROW } from '../site/messages-hours.lv.ts';
import { daysApart, type LiveHours, type WallTime, wallTime } from './live.ts';
import { capital, saying } from './live-words.ts';

const MINUTE_MS = 60_000;

/** Writes only changes, so that a screen reader announces a change and not every minute. */
function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function showStatus(box: HTMLElement, now: WallTime): void {
  const [live, words]: [LiveHours, LiveWords] = JSON.parse(box.dataset['openNow'] ?? '');
  const { state, head, detail } = saying(live, words, now);
  box.dataset['state'] = state;
  write(box.firstElementChild, head);
  write(box.lastElementChild, detail);
  // The live region is switched on after the first text, which must not interrupt.
  box.ariaLive = 'polite';
}

/** Shows the days of a list from today to the list's last day; a notice may become empty. */
function showDays(box: HTMLElement, today: string): void {
  const days = [...box.querySelectorAll<HTMLElement>('[data-day]')].map(row => {
    const ahead = daysApart(today, row.dataset['day'] ?? '');
    return { row, ahead, isShown: ahead >= 0 && ahead < Number(box.dataset['days']) };
  });
  const isEmpty = !days.some(({ isShown }) => isShown);
  if (box.matches('.notice')) box.hidden = isEmpty;
  // In an outdated table the remaining rows are better than none.
  else if (isEmpty) return;
  for (const { row, ahead, isShown } of days) {
    row.hidden = !isShown;
    row.ariaCurrent = ahead === 0 ? 'date' : 'false';
    const near = [TODAY, TOMORROW][ahead];
    if (near) write(row.querySelector('[data-when]'), capital(near));
  }
}

function update(): void {
  const now = wallTime(Date.now());
  for (const box of document.querySelectorAll<HTMLElement>('[data-open-now]')) showStatus(box, now);
  for (const box of document.querySelectorAll<HTMLElement>('[data-days]')) showDays(box, now.date);
}

let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  clearTimeout(timer);
  update();
  timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
}

tick();
// A page in the background or restored from the history may have missed its timer.
addEventListener('pageshow', tick);
document.addEventListener('visibilitychange', () => document.hidden || tick());

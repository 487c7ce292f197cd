// In the browser: shows whether it is open now, and moves the lists of coming days along, as time goes by.
import { type LiveWords, TODAY, TOMORROW } from '../site/messages-hours.lv.ts';
import { daysApart, type LiveHours, type WallTime, wallTime } from './live.ts';
import { capital, saying } from './live-words.ts';

const MINUTE_MS = 60_000;

/** Writes only what has changed: a screen reader hears of a change, not of every minute. */
function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function showStatus(box: HTMLElement, now: WallTime): void {
  const [live, words]: [LiveHours, LiveWords] = JSON.parse(box.dataset['openNow'] ?? '');
  const { state, head, detail } = saying(live, words, now);
  box.dataset['state'] = state;
  write(box.firstElementChild, head);
  write(box.lastElementChild, detail);
  // Only now: the first words stand on the page like any others and interrupt nobody.
  box.ariaLive = 'polite';
}

/** Of the days listed in a box, shows those from today on and before the box's last; a box of news may end up empty. */
function showDays(box: HTMLElement, today: string): void {
  const days = [...box.querySelectorAll<HTMLElement>('[data-day]')].map(row => {
    const ahead = daysApart(today, row.dataset['day'] ?? '');
    return { row, ahead, isShown: ahead >= 0 && ahead < Number(box.dataset['days']) };
  });
  const isEmpty = !days.some(({ isShown }) => isShown);
  if (box.matches('.notice')) box.hidden = isEmpty;
  // Of a table made too long ago the dated rows are still better than none.
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
// A page in the background or taken from the history may have slept through its timer.
addEventListener('pageshow', tick);
document.addEventListener('visibilitychange', () => document.hidden || tick());

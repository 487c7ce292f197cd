// Returns the kiosk to its start page when it is not used. Twenty seconds before, it asks; any touch or key
// cancels (WCAG 2.2.1 requires at least twenty). A screen by the door may stay on the survey:
// `/kiosks/aptauja/?paliek`. Loaded only on kiosk pages.

const RETURN_AFTER = 60;
const WARNING = 20;
/** The start page reloads after this many seconds without a touch, to show a new build. */
const REFRESH_AFTER = 600;

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-start]');
const left = dialog?.querySelector('[data-left]');
const start = dialog?.dataset['start'] ?? '/';
const rests = location.pathname === start || location.search === '?paliek';
/** On its resting page it reloads itself. */
const home = rests ? location.href : start;
let idle = 0;
let leaving = false;

function stay(): void {
  idle = 0;
  if (dialog?.open) dialog.close();
}

/** Reads to the end, because Chromium reports an unread answer as a failed request. */
async function isThere(address: string): Promise<boolean> {
  const answer = await fetch(address);
  await answer.text();
  return answer.ok;
}

/** Only when the server answers: a browser's error page has no way back. */
async function returnToStart(): Promise<void> {
  if (leaving) return;
  leaving = true;
  const answers = await isThere(home).catch(() => false);
  if (answers) location.replace(home);
  else stay();
  leaving = answers;
}

function tick(): void {
  idle += 1;
  const remaining = (rests ? REFRESH_AFTER : RETURN_AFTER) - idle;
  if (remaining <= 0) void returnToStart();
  else if (!rests && remaining <= WARNING) {
    if (left) left.textContent = String(remaining);
    if (dialog && !dialog.open) dialog.showModal();
  }
}

for (const touch of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
  addEventListener(touch, stay, { capture: true, passive: true });
// A long press would open a menu, a dragged link a new window.
for (const way of ['contextmenu', 'dragstart']) addEventListener(way, event => event.preventDefault());
setInterval(tick, 1000);

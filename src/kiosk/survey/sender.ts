// Sends queued answers, on every page of the kiosk: when it opens, when the network is back, and at
// intervals. Staff see the number of waiting answers in the corner of the page.
import { VERSION_FIELD } from '../../forms/survey/version-field.ts';
import { outcomeOf } from './outcome.ts';
import { createQueue, type Waiting } from './queue.ts';
import { createStore } from './store.ts';

/** Longest wait for an answer; milliseconds. */
const ANSWER_MS = 20_000;

/** Null where the browser forbids storage. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export const store = createStore(storage());
export const queue = createQueue(store, Date.now);

/** The answers and their age: the server decides whether they are late. */
const said = ({ answers, at }: Waiting): string =>
  `version=${answers[VERSION_FIELD] ?? 0}; waited=${Math.max(0, Math.round((Date.now() - at) / 1000))}`;

async function post(waiting: Waiting) {
  const { key, survey, answers } = waiting;
  try {
    const response = await fetch(`/api/surveys/${encodeURIComponent(survey)}/responses`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'Idempotency-Key': key,
        'Kiosk-Answer': said(waiting),
      },
      body: JSON.stringify(answers),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return await outcomeOf(response, Date.now());
  } catch {
    return { kind: 'later', wait: 0, isBusy: false } as const;
  }
}

/** The figures in the corner; each is hidden while there is nothing to report. */
function tell(): void {
  const isStuck = !navigator.onLine || queue.isStuck();
  for (const [name, n] of [
    ['waiting', isStuck ? queue.waiting() : 0],
    ['refused', queue.refused()],
  ] as const) {
    const sign = document.querySelector<HTMLElement>(`[data-${name}]`);
    if (!sign) continue;
    sign.hidden = n === 0;
    const figure = sign.querySelector('b');
    if (figure) figure.textContent = String(n);
  }
}

/** One page at a time, where browsers support locks; otherwise the key keeps it one answer. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request('kiosks', { ifAvailable: true }, lock => (lock ? work() : undefined));
}

/** Sends what is due; never rejects. */
export async function send(): Promise<void> {
  if (navigator.onLine && queue.waiting() > 0)
    await exclusively(() => queue.flush(post)).catch(() => undefined);
  tell();
}

addEventListener('online', () => {
  queue.networkIsBack();
  void send();
});
setInterval(() => void send(), 1000);
tell();

// Sends what waits, each record under its key, and keeps it until its receipt has been shown. Independent of
// the page.
import { all, announce, bodyOf, type Kept, put, read, write } from './kept.ts';

/** Longest wait for an answer on a slow line; milliseconds. */
const ANSWER_MS = 60_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;
/** Another tab may still be posting it; after this time this tab asks. Milliseconds. */
const POSTING_MS = 60_000;

type Outcome = Partial<Pick<Kept, 'state' | 'why' | 'retryAt' | 'tries' | 'detail' | 'reference'>>;

const sending = new Set<string>();
export const isSending = (key: string): boolean => sending.has(key);

/** `Retry-After` in seconds or as a date, as HTTP allows; returns milliseconds from now. */
function retryAfter(response: Response): number {
  const value = response.headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return wait > 0 ? wait : 0;
}

function later({ tries = 0 }: Kept, why: 'network' | 'busy', atLeast = 0): Outcome {
  const wait = Math.max(atLeast, Math.min(FIRST_RETRY_MS * 2 ** tries, LAST_RETRY_MS));
  return { state: 'waiting', why, tries: tries + 1, retryAt: Date.now() + wait };
}

async function attempt(kept: Kept): Promise<Outcome> {
  try {
    const response = await fetch(kept.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(bodyOf(kept).map(([name, value]) => [name, value])),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const { status } = response;
    if (status === 408 || status === 429 || status >= 500) return later(kept, 'busy', retryAfter(response));
    const { reference, detail } = (await response.json()) as { reference?: unknown; detail?: unknown };
    if (status >= 400) return { state: 'refused', why: status, detail: String(detail ?? '') };
    // The sign-in page of a public network also answers 200.
    if (status === 201 && typeof reference === 'string') return { state: 'received', reference };
  } catch {}
  return later(kept, 'network');
}

async function send(kept: Kept): Promise<void> {
  sending.add(kept.key);
  announce();
  const outcome = await attempt(kept);
  sending.delete(kept.key);
  const now = read(kept.key);
  // A received record is received, even if it was changed here meanwhile; other outcomes apply only to
  // records that still wait.
  if (outcome.state === 'received') write({ ...kept, ...outcome });
  else if (now?.rev === kept.rev) put({ ...now, ...outcome });
  announce();
}

const isDue = ({ state, at, retryAt = 0, why }: Kept, now: number, isBack: boolean): boolean => {
  if (state === 'sent') return at + POSTING_MS < now;
  return state === 'waiting' && (retryAt <= now || (isBack && why === 'network'));
};

/** One tab at a time, where browsers support locks; otherwise the key keeps it one submission. */
const exclusively = async (work: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return work();
  await navigator.locks.request('kac-outbox', { ifAvailable: true }, lock => (lock ? work() : undefined));
};

let isFlushing = false;

/** Sends what is due. `isBack`: the network has just returned, so failures for lack of it no longer count. */
export async function flush(isBack = false): Promise<void> {
  if (isFlushing || !navigator.onLine) return;
  isFlushing = true;
  try {
    await exclusively(async () => {
      for (const kept of all().reverse()) if (isDue(kept, Date.now(), isBack)) await send(kept);
    });
  } finally {
    isFlushing = false;
  }
}

/** Sends one record now, at the person's request. */
export async function sendNow(key: string): Promise<void> {
  const kept = read(key);
  if (kept && !isSending(key)) await send(kept);
}

/** Milliseconds until something is due; null when nothing waits. */
export function nextDue(): number | null {
  const times = all().flatMap(({ state, at, retryAt = 0 }) =>
    state === 'waiting' ? retryAt : state === 'sent' ? at + POSTING_MS : [],
  );
  return times.length > 0 ? Math.max(0, Math.min(...times) - Date.now()) : null;
}

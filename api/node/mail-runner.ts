// Runs the mail sender in a server: at once when woken, otherwise every half minute.
import { type MailJob, sendDue } from '../jobs/send-mail.ts';
import type { OutboxStore } from '../store/outbox.ts';

export interface MailRunner {
  /** Starts looking for mail, including mail of an earlier process. */
  start(): void;
  /** There is new mail: look now. */
  wake(): void;
  /** Starts no further mail, lets the present one finish (ten seconds), then aborts it. */
  stop(): Promise<void>;
}

export interface RunnerTimes {
  readonly everyMs: number;
  readonly finishMs: number;
}

const TIMES: RunnerTimes = { everyMs: 30_000, finishMs: 10_000 };
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** How long the row of a sent mail and the contents of a failed one are kept. */
const KEEP_MS = 30 * DAY;

/** A runner that is not started yet. */
export function createMailRunner(
  job: MailJob & { readonly outbox: OutboxStore },
  times: RunnerTimes = TIMES,
): MailRunner {
  const [soon, now] = [new AbortController(), new AbortController()];
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let pruned = -Infinity;

  async function prune(): Promise<void> {
    if (performance.now() - pruned < HOUR) return;
    pruned = performance.now();
    const at = job.now().getTime();
    await job.outbox.prune(new Date(at - KEEP_MS), new Date(at - DAY));
  }

  async function look(): Promise<void> {
    do {
      again = false;
      try {
        await sendDue(job, { soon: soon.signal, now: now.signal });
        await prune();
      } catch (fault) {
        // The database is not available; the mail waits for the next look.
        const name = fault instanceof Error ? fault.name : 'unknown';
        job.log({ level: 'error', event: 'mail', detail: { fault: name } });
      }
    } while (again && !soon.signal.aborted);
  }

  function wake(): void {
    if (timer === null || soon.signal.aborted) return;
    again = true;
    running ??= look().finally(() => {
      running = null;
    });
  }

  return {
    start() {
      timer ??= setInterval(wake, times.everyMs).unref();
      wake();
    },
    wake,
    async stop() {
      soon.abort();
      if (timer) clearInterval(timer);
      const enough = setTimeout(() => now.abort(), times.finishMs);
      await running;
      clearTimeout(enough);
    },
  };
}

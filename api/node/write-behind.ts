// Writes counts after the requests that made them: all of one second together, and removes old ones.
import type { LogEntry } from '../deps.ts';
import { type Action, SLOT_SECONDS, SLOTS, slotOf } from '../domain/limits.ts';
import type { CountRow, LimitStore } from '../store/limits.ts';

export interface WriteBehindTools {
  readonly store: LimitStore;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
  /** Called at intervals, to remove expired counts. */
  readonly sweep: () => void;
}

const FLUSH_MS = 1000;
const WINDOW_MS = SLOTS * SLOT_SECONDS * 1000;

export const keyOf = (source: string, action: Action): string => `${action} ${source}`;
/** The first slot that still counts. */
export const oldestAt = (now: Date): number => slotOf(now) - SLOTS + 1;

/** Collects additions and writes them together; a failed write is repeated with the next one. */
export function writeBehind({ store, now, log, sweep }: WriteBehindTools) {
  let pending = new Map<string, CountRow>();
  let flushing: NodeJS.Timeout | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  let swept = 0;
  const add = (row: CountRow): void => {
    const key = `${keyOf(row.source, row.action)} ${row.slot}`;
    pending.set(key, { ...row, n: row.n + (pending.get(key)?.n ?? 0) });
  };
  const guarded = async (task: () => Promise<void>): Promise<boolean> => {
    try {
      await task();
      return true;
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : 'unknown';
      log({ level: 'error', event: 'limits-not-written', detail: { name } });
      return false;
    }
  };
  const write = async (): Promise<void> => {
    const rows = [...pending.values()];
    pending = new Map();
    if (rows.length === 0) return;
    if (!(await guarded(() => store.add(rows, oldestAt(now()))))) for (const row of rows) add(row);
  };
  const flush = (): Promise<void> => {
    flushing = undefined;
    if (swept !== oldestAt(now())) sweep();
    swept = oldestAt(now());
    written = written.then(write);
    return written;
  };
  /** Also when nobody comes any more: hourly counts must not be kept for days. */
  const forgetLater = (): void => {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      sweep();
      void guarded(() => store.forget(oldestAt(now())));
    }, WINDOW_MS + FLUSH_MS).unref();
  };
  return {
    note(row: CountRow): void {
      add(row);
      if (flushing) return;
      flushing = setTimeout(flush, FLUSH_MS).unref();
      forgetLater();
    },
    close(): Promise<void> {
      clearTimeout(flushing);
      clearTimeout(forgetting);
      return flush();
    },
  };
}

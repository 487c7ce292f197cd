// Attempts counted in memory, so that no request waits for a write; written behind it once a second, so that a restart
// does not forget. A killed process loses a second of counts.
import type { Config } from '../config.ts';
import type { LogEntry } from '../deps.ts';
import { type Limiter, unlimited } from '../domain/limiter.ts';
import { type Action, type Count, decide, type Limits, limitFor, SLOTS, slotOf } from '../domain/limits.ts';
import type { Database } from '../store/database.ts';
import { type CountRow, type LimitStore, limitStore } from '../store/limits.ts';

export interface MemoryLimiter extends Limiter {
  /** Writes what is not written yet and stops. */
  close(): Promise<void>;
}

export interface MemoryLimiterTools {
  readonly store: LimitStore;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

const FLUSH_MS = 1000;
/** Sources and actions kept at once; a flood of addresses pushes out the oldest and can't fill the memory. */
const MOST = 50_000;

/** Counts of one source and action by slot, oldest first. */
type Slots = Map<number, number>;

const keyOf = (source: string, action: Action): string => `${action} ${source}`;
const oldestAt = (now: Date): number => slotOf(now) - SLOTS + 1;

/** The limiter that the settings ask for, over the counts in the database. */
export async function openLimiter(
  database: Database,
  { limits }: Pick<Config, 'limits'>,
  tools: Pick<MemoryLimiterTools, 'now' | 'log'>,
): Promise<MemoryLimiter> {
  if (limits === null) return { ...unlimited, close: async () => {} };
  return openMemoryLimiter({ store: limitStore(database), limits, ...tools });
}

/** The limiter with what earlier processes counted within the hour. */
export async function openMemoryLimiter(tools: MemoryLimiterTools): Promise<MemoryLimiter> {
  const { store, limits, now } = tools;
  const kept = new Map<string, Slots>();
  const behind = writeBehind(tools, () => forgetOld(kept, oldestAt(now())));
  for (const { source, action, slot, n } of await store.load(oldestAt(now())))
    slotsOf(kept, keyOf(source, action)).set(slot, n);
  return {
    hit(action, source, anyway = false) {
      const at = now();
      const key = keyOf(source ?? '', action);
      const limit = limitFor(limits[action], source !== null);
      const decision = decide(limit, countsOf(kept.get(key)), at, anyway);
      if (decision.outcome === 'allowed') {
        const slots = slotsOf(kept, key);
        slots.set(slotOf(at), (slots.get(slotOf(at)) ?? 0) + 1);
        behind.note({ source: source ?? '', action, slot: slotOf(at), n: 1 });
      }
      return decision;
    },
    close: behind.close,
  };
}

const countsOf = (slots: Slots | undefined): Count[] => [...(slots ?? [])].map(([slot, n]) => ({ slot, n }));

function slotsOf(kept: Map<string, Slots>, key: string): Slots {
  const known = kept.get(key);
  if (known) return known;
  const made: Slots = new Map();
  const [oldest] = kept.size >= MOST ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

function forgetOld(kept: Map<string, Slots>, oldest: number): void {
  for (const [key, slots] of kept) {
    for (const slot of slots.keys()) if (slot < oldest) slots.delete(slot);
    if (slots.size === 0) kept.delete(key);
  }
}

/** Collects additions and writes them together; what fails is tried again with the next ones. */
function writeBehind({ store, now, log }: MemoryLimiterTools, sweep: () => void) {
  let pending = new Map<string, CountRow>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let sweptAt = 0;
  const add = (row: CountRow): void => {
    const key = `${keyOf(row.source, row.action)} ${row.slot}`;
    pending.set(key, { ...row, n: row.n + (pending.get(key)?.n ?? 0) });
  };
  const write = async (): Promise<void> => {
    const rows = [...pending.values()];
    pending = new Map();
    if (rows.length === 0) return;
    try {
      await store.add(rows, oldestAt(now()));
    } catch (fault) {
      for (const row of rows) add(row);
      const name = fault instanceof Error ? fault.name : 'unknown';
      log({ level: 'error', event: 'limits-not-written', detail: { name } });
    }
  };
  const flush = (): Promise<void> => {
    timer = undefined;
    if (sweptAt !== slotOf(now())) sweep();
    sweptAt = slotOf(now());
    writing = writing.then(write);
    return writing;
  };
  return {
    note(row: CountRow): void {
      add(row);
      timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    close(): Promise<void> {
      clearTimeout(timer);
      return flush();
    },
  };
}

// Counts attempts in memory, so that no request waits for a write; they are written once a second, so that a
// restart keeps them. A killed process loses a second of counts.
import type { Config } from '../config.ts';
import type { LogEntry } from '../deps.ts';
import { type Limiter, unlimited } from '../domain/limiter.ts';
import { type Count, decide, type Limits, limitFor, limitOf, slotOf } from '../domain/limits.ts';
import type { Database } from '../store/database.ts';
import { type LimitStore, limitStore } from '../store/limits.ts';
import { keyOf, oldestAt, writeBehind } from './write-behind.ts';

export interface MemoryLimiter extends Limiter {
  /** Writes the remaining counts and stops. */
  close(): Promise<void>;
}

export interface MemoryLimiterTools {
  readonly store: LimitStore;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** Sources and actions kept at once; a flood of addresses replaces the oldest and cannot fill the memory. */
const MOST = 50_000;

/** Counts of one source and action by slot, oldest first. */
type Slots = Map<number, number>;

/** The limiter of the settings, with the counts in the database. */
export async function openLimiter(
  database: Database,
  { limits }: Pick<Config, 'limits'>,
  tools: Pick<MemoryLimiterTools, 'now' | 'log'>,
): Promise<MemoryLimiter> {
  if (limits === null) return { ...unlimited, close: async () => {} };
  return openMemoryLimiter({ store: limitStore(database), limits, ...tools });
}

/** The limiter with the counts of earlier processes within the hour. */
export async function openMemoryLimiter(tools: MemoryLimiterTools): Promise<MemoryLimiter> {
  const { store, limits, now } = tools;
  const kept = new Map<string, Slots>();
  await store.forget(oldestAt(now()));
  const behind = writeBehind({ ...tools, sweep: () => forgetOld(kept, oldestAt(now())) });
  for (const { source, action, slot, n } of await store.load(oldestAt(now())))
    slotsOf(kept, keyOf(source, action)).set(slot, n);
  return {
    look: (action, source) =>
      decide(
        limitFor(limitOf(limits, action), source !== null),
        countsOf(kept.get(keyOf(source ?? '', action))),
        now(),
        true,
      ),
    hit(action, source, anyway = false) {
      const at = now();
      const key = keyOf(source ?? '', action);
      const limit = limitFor(limitOf(limits, action), source !== null);
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
